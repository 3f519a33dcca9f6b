package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.order.Journey;
import io.quayside.work.Database;
import io.quayside.work.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends stored documents again. */
@Component
class Redelivery implements Deliveries {
  private static final List<String> ENDED = List.of("delivered", "failed", "unknown", "pending");

  private final Documents documents;
  private final Holds holds;
  private final Journey journey;
  private final Outbox outbox;
  private final Messages messages;
  private final Database database;

  Redelivery(
      Documents documents,
      Holds holds,
      Journey journey,
      Outbox outbox,
      Messages messages,
      Database database) {
    this.documents = documents;
    this.holds = holds;
    this.journey = journey;
    this.outbox = outbox;
    this.messages = messages;
    this.database = database;
  }

  @Override
  public void resend(String documentId, String by) {
    database.inTransaction(
        () -> {
          Document document =
              documents
                  .find(documentId)
                  .filter(one -> one.direction().equals("out"))
                  .orElseThrow(
                      () ->
                          new DeliveryRefusal("We have no outgoing document " + documentId + "."));
          holds.of(documentId).ifPresent(reason -> refuse(document, reason));
          Outbox.Message now =
              messages.command(Commands.DELIVER, null, new Commands.Deliver(documentId, 0, true));
          if (!again(document, now)) {
            throw new DeliveryRefusal(
                "%s %s is being sent right now. Look again in a minute."
                    .formatted(document.type(), document.reference()));
          }
          for (String order : document.orderIds()) {
            journey.add(
                order,
                "answer",
                document.type() + "-resend",
                "%s sent again, asked for by %s".formatted(document.type(), by));
          }
        });
  }

  /**
   * Queues the stored bytes once more, in the current transaction; false while it is being sent.
   */
  boolean again(Document document) {
    return again(document, messages.deliver(document.id()));
  }

  private boolean again(Document document, Outbox.Message deliver) {
    if (!documents.delivery(document.id(), ENDED, "pending", null)) {
      return false;
    }
    outbox.send(deliver);
    return true;
  }

  private static void refuse(Document document, Holds.Reason reason) {
    throw new DeliveryRefusal(
        switch (reason) {
          case PARALLEL ->
              "%s runs in parallel: nothing but the 997 leaves. Set its mode to live first."
                  .formatted(document.partnerId());
          case APPROVE ->
              "%s %s waits for approval. Release it from the work list."
                  .formatted(document.type(), document.reference());
        });
  }
}
