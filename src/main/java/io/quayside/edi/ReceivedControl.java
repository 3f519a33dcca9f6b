package io.quayside.edi;

import io.quayside.edi.ReceivedAcknowledgment.SetAnswer;
import java.util.List;
import java.util.Optional;

/**
 * What a partner's CONTRL says about one interchange of ours.
 *
 * <pre>UCI+42+4012345000009:14+5412345000013:14+7' UCM+1+ORDRSP:D:96A:UN+4+12' UCS+3+15'</pre>
 *
 * @param controlNumber UCI 0020, our UNB 0020
 * @param verdict UCI 0083; empty for a mere receipt (8), which says nothing of the content
 * @param errors the interchange's errors, each a plain sentence
 * @param groups one for each UCF, by group reference
 * @param sets one for each UCM, by message reference
 */
public record ReceivedControl(
    String controlNumber,
    Optional<Verdict> verdict,
    List<String> errors,
    List<SetAnswer> groups,
    List<SetAnswer> sets) {
  public ReceivedControl {
    errors = List.copyOf(errors);
    groups = List.copyOf(groups);
    sets = List.copyOf(sets);
  }

  /**
   * The verdict on one of our messages: its own, else its group's, else the interchange's.
   *
   * @param group our group reference, null or "" where there was no group
   */
  public Optional<Verdict> verdictOf(String group, String message) {
    return answer(sets, message)
        .or(() -> answer(groups, group))
        .map(SetAnswer::verdict)
        .or(() -> verdict);
  }

  /** Everything that is said about one of our messages. */
  public List<String> errorsOf(String group, String message) {
    return java.util.stream.Stream.of(
            errors,
            answer(groups, group).map(SetAnswer::errors).orElse(List.of()),
            answer(sets, message).map(SetAnswer::errors).orElse(List.of()))
        .flatMap(List::stream)
        .toList();
  }

  private static Optional<SetAnswer> answer(List<SetAnswer> answers, String number) {
    return answers.stream().filter(one -> one.controlNumber().equals(number)).findFirst();
  }
}
