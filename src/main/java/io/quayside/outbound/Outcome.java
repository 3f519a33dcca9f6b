package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.order.Journey;
import io.quayside.outbound.DeliverDocument.Attempt;
import io.quayside.partner.Partners;
import io.quayside.work.Database;
import io.quayside.work.Outbox;
import io.quayside.work.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Commits how an attempt to deliver ended, unless it was taken over by a later one. */
@Component
class Outcome {
  private static final List<String> SENDING = List.of("sending");

  private final Documents documents;
  private final DeliveryProblems problems;
  private final Partners partners;
  private final Journey journey;
  private final Timers timers;
  private final Outbox outbox;
  private final Messages messages;
  private final Database database;
  private final Clock clock;

  Outcome(
      Documents documents,
      DeliveryProblems problems,
      Partners partners,
      Journey journey,
      Timers timers,
      Outbox outbox,
      Messages messages,
      Database database,
      Clock clock) {
    this.documents = documents;
    this.problems = problems;
    this.partners = partners;
    this.journey = journey;
    this.timers = timers;
    this.outbox = outbox;
    this.messages = messages;
    this.database = database;
    this.clock = clock;
  }

  /** It is there: what waited for it goes, and its acknowledgment is expected in time. */
  void delivered(Attempt attempt, String evidence) {
    ended(
        attempt,
        "delivered",
        null,
        document -> {
          timers.cancel(DeliverDocument.timer(document.id()));
          timers.cancel(DeliverDocument.laterTimer(document.id()));
          problems.settled(document);
          tell(document, "delivered", "%s delivered to %s: %s", evidence);
          expectAcknowledgment(document);
          for (Document next : documents.waitingFor(document.id())) {
            outbox.send(messages.deliver(next.id()));
          }
        });
  }

  /** It is tried again later; from the third failure on, a person is told. */
  void failed(Attempt attempt, String words) {
    Instant now = clock.instant();
    Optional<Instant> next = Backoff.next(attempt.number(), attempt.document().at(), now);
    boolean told = attempt.number() >= Backoff.TELL || next.isEmpty();
    ended(
        attempt,
        told ? "failed" : "pending",
        words,
        document -> {
          String timer = DeliverDocument.timer(document.id());
          next.ifPresentOrElse(
              due -> timers.set(timer, due, messages.deliver(document.id())),
              () -> timers.cancel(timer));
          if (told) {
            problems.failed(document, attempt.number(), words, next.isPresent());
          }
          tell(document, "not-delivered", "%s did not reach %s: %s", words);
        });
  }

  /** Trying again makes no sense before somebody changes something. */
  void impossible(Attempt attempt, String words) {
    ended(
        attempt,
        "failed",
        words,
        document -> {
          timers.cancel(DeliverDocument.timer(document.id()));
          problems.failed(document, attempt.number(), words, false);
          tell(document, "not-delivered", "%s cannot reach %s: %s", words);
        });
  }

  /** Nobody knows whether it arrived: a person decides whether it is sent again. */
  void unknown(Attempt attempt, String words) {
    ended(
        attempt,
        "unknown",
        words,
        document -> {
          timers.cancel(DeliverDocument.timer(document.id()));
          problems.unknown(document, words);
          tell(document, "unknown", "Whether %s reached %s is not known: %s", words);
        });
  }

  /** A report says that what was taken did not arrive. */
  void returned(Document sent, String words) {
    if (documents.delivery(sent.id(), List.of("delivered", "unknown"), "failed", words)) {
      problems.failed(sent, sent.attempts(), words, false);
      tell(sent, "returned", "%s came back from %s: %s", words);
    }
  }

  private void ended(
      Attempt attempt, String delivery, String error, java.util.function.Consumer<Document> then) {
    database.inTransaction(
        () -> {
          Document document = documents.find(attempt.document().id()).orElseThrow();
          if (document.attempts() == attempt.number()
              && documents.delivery(document.id(), SENDING, delivery, error)) {
            then.accept(document);
          }
        });
  }

  private void expectAcknowledgment(Document document) {
    if (!"awaited".equals(document.acknowledgment())) {
      return;
    }
    Duration within =
        partners
            .find(document.partnerId())
            .map(partner -> partner.agreement().acknowledgeWithin())
            .orElse(Duration.ofHours(24));
    timers.set(
        MatchAcknowledgment.timer(document.id()),
        clock.instant().plus(within),
        messages.command(Commands.MATCH, null, new Commands.Match(document.id(), true)));
  }

  private void tell(Document document, String event, String text, String words) {
    for (String order : document.orderIds()) {
      journey.add(
          order,
          "answer",
          document.type() + "-" + event,
          text.formatted(document.type(), document.partnerId(), words));
    }
  }
}
