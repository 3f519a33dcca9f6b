package io.quayside.edi;

import java.util.List;

/**
 * What a partner's 997 (or 999) says about one group of ours.
 *
 * @param functionalId AK101
 * @param groupControlNumber AK102, our GS06
 * @param verdict AK901
 * @param declaredCount AK902, -1 when it is no number
 * @param receivedCount AK903
 * @param acceptedCount AK904
 * @param errors the group's errors, each a plain sentence
 * @param sets one for each AK2; empty when the partner reports the group only
 */
public record ReceivedAcknowledgment(
    String functionalId,
    String groupControlNumber,
    Verdict verdict,
    int declaredCount,
    int receivedCount,
    int acceptedCount,
    List<String> errors,
    List<SetAnswer> sets) {
  public ReceivedAcknowledgment {
    errors = List.copyOf(errors);
    sets = List.copyOf(sets);
  }

  /**
   * What it says about one set.
   *
   * @param type AK201
   * @param controlNumber AK202, our ST02
   * @param verdict AK501
   * @param errors each a plain sentence
   */
  public record SetAnswer(String type, String controlNumber, Verdict verdict, List<String> errors) {
    public SetAnswer {
      errors = List.copyOf(errors);
    }
  }

  /** The verdict on one of our sets: its own answer, else the group's. */
  public Verdict verdictOf(String setControlNumber) {
    return sets.stream()
        .filter(set -> set.controlNumber().equals(setControlNumber))
        .map(SetAnswer::verdict)
        .findFirst()
        .orElse(verdict);
  }
}
