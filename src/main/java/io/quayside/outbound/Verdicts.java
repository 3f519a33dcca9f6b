package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.edi.Verdict;
import io.quayside.order.Journey;
import io.quayside.work.Timers;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a partner says of a document of ours ends in the document's acknowledgment. */
@Component
class Verdicts {
  private final Documents documents;
  private final Rejections rejections;
  private final Journey journey;
  private final Timers timers;

  Verdicts(Documents documents, Rejections rejections, Journey journey, Timers timers) {
    this.documents = documents;
    this.rejections = rejections;
    this.journey = journey;
    this.timers = timers;
  }

  void record(Document ours, Verdict verdict, List<String> words, Document received) {
    String status =
        switch (verdict) {
          case ACCEPTED -> "accepted";
          case ACCEPTED_WITH_ERRORS -> "accepted-with-errors";
          case PARTIALLY_ACCEPTED -> "partially-accepted";
          case REJECTED -> "rejected";
        };
    documents.acknowledgment(ours.id(), status, words.isEmpty() ? null : String.join(" ", words));
    timers.cancel(MatchAcknowledgment.timer(ours.id()));
    for (String order : ours.orderIds()) {
      documents.link(received.id(), order);
    }
    tell(ours, status, "%s: %s says %s".formatted(ours.type(), ours.partnerId(), status));
    if (verdict == Verdict.REJECTED || verdict == Verdict.PARTIALLY_ACCEPTED) {
      rejections.raise(ours, words);
    } else {
      rejections.settle(ours);
    }
  }

  void tell(Document ours, String event, String text) {
    for (String order : ours.orderIds()) {
      journey.add(order, "answer", ours.type() + "-" + event, text);
    }
  }
}
