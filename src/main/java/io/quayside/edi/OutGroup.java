package io.quayside.edi;

import java.util.List;

/**
 * One functional group to write.
 *
 * @param functionalId GS01, for example PR
 * @param sender GS02
 * @param receiver GS03
 * @param controlNumber GS06
 * @param version GS08, for example 004010
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
}
