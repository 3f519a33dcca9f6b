package io.quayside.outbound;

import io.quayside.document.Documents.Document;
import io.quayside.work.Problems;
import org.springframework.stereotype.Component;

/** The work list's entries about documents that cannot be delivered. */
@Component
class DeliveryProblems {
  private static final String HUB = "quayside";

  private final Problems problems;
  private final Messages messages;

  DeliveryProblems(Problems problems, Messages messages) {
    this.problems = problems;
    this.messages = messages;
  }

  static String key(String documentId) {
    return "delivery/" + documentId;
  }

  void failed(Document document, int attempts, String words, boolean goesOn) {
    String order = document.orderIds().isEmpty() ? null : document.orderIds().get(0);
    problems.raise(
        new Problems.NewProblem(
            key(document.id()),
            "delivery-failed",
            order,
            document.id(),
            null,
            document.partnerId(),
            document.test(),
            "%s %s does not reach %s"
                .formatted(document.type(), document.reference(), document.partnerId()),
            "Attempt %d failed: %s".formatted(attempts, words),
            goesOn
                ? "It is tried again by itself for 14 days. When the channel is mended, retry to send it now."
                : "It is not tried again by itself. Mend the channel, then retry.",
            messages.command(Commands.DELIVER, order, new Commands.Deliver(document.id(), 0, true)),
            null));
  }

  void unknown(Document document, String words) {
    String order = document.orderIds().isEmpty() ? null : document.orderIds().get(0);
    problems.raise(
        new Problems.NewProblem(
            key(document.id()),
            "delivery-unknown",
            order,
            document.id(),
            null,
            document.partnerId(),
            document.test(),
            "Did %s %s reach %s?"
                .formatted(document.type(), document.reference(), document.partnerId()),
            "%s. It is not sent again by itself, so that nobody gets it twice.".formatted(words),
            "Ask the receiver, or look into the sent mails. Resolve when it arrived; retry sends the same mail with the same Message-ID again.",
            messages.command(Commands.DELIVER, order, new Commands.Deliver(document.id(), 0, true)),
            null));
  }

  void settled(Document document) {
    problems.resolve(key(document.id()), HUB, "delivered");
  }
}
