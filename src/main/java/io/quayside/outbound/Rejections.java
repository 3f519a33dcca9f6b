package io.quayside.outbound;

import io.quayside.document.Documents.Document;
import io.quayside.work.Problems;
import java.util.List;
import org.springframework.stereotype.Component;

/** The work list's entries about documents that a partner rejected. */
@Component
class Rejections {
  private final Problems problems;

  Rejections(Problems problems) {
    this.problems = problems;
  }

  void raise(Document ours, List<String> words) {
    problems.raise(
        new Problems.NewProblem(
            key(ours),
            "acknowledgment-rejected",
            ours.orderIds().isEmpty() ? null : ours.orderIds().get(0),
            ours.id(),
            null,
            ours.partnerId(),
            ours.test(),
            "%s rejected our %s %s".formatted(ours.partnerId(), ours.type(), ours.reference()),
            words.isEmpty()
                ? "The acknowledgment gives no reason."
                : "The partner says: " + String.join(" ", words),
            "Mend what the partner names (its partner file, the mapping, or the data) and ask the partner before anything is sent again: a rejected document does not exist for it.",
            null,
            null));
  }

  /** An 824 or APERAK about something that we do not find. */
  void unmatched(Document received, String reference, List<String> words) {
    problems.raise(
        new Problems.NewProblem(
            "document/" + received.id() + "/advice-unmatched",
            "advice-unmatched",
            null,
            received.id(),
            null,
            received.partnerId(),
            received.test(),
            "%s speaks of `%s`, which we did not send".formatted(received.type(), reference),
            words.isEmpty()
                ? "It gives no reason."
                : "The partner says: " + String.join(" ", words),
            "Ask the partner which document it means, settle it there, and resolve this.",
            null,
            null));
  }

  void settle(Document ours) {
    problems.resolve(key(ours), "quayside", "the partner accepted it");
  }

  private static String key(Document ours) {
    return "document/" + ours.id() + "/acknowledgment-rejected";
  }
}
