package io.quayside.edi;

import java.util.List;

/**
 * One functional group to write.
 *
 * @param functionalId GS01, for example PR; UNG 0038, "" for messages that stand in no group
 * @param sender GS02; in UNG with its qualifier, as {@code 4012345000009:14}
 * @param receiver GS03; in UNG as the sender
 * @param controlNumber GS06; UNG 0048
 * @param version GS08, for example 004010; UNG S008, for example {@code D:96A:EAN008}
 */
public record OutGroup(
    String functionalId,
    String sender,
    String receiver,
    String controlNumber,
    String version,
    List<OutSet> sets) {
  public OutGroup {
    sets = List.copyOf(sets);
  }

  /** Messages of EDIFACT that stand in no group. */
  public static OutGroup none(List<OutSet> sets) {
    return new OutGroup("", "", "", "", "", sets);
  }

  boolean isNone() {
    return functionalId.isEmpty();
  }
}
