package io.quayside.intake;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.work.PermanentFailure;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Sets an order aside that was begun three times and never ended, as one does that stops the whole
 * hub: the broker forgets its deliveries then. Only what was here before this start is counted, so
 * an order in calm days costs no write.
 */
@Component
class BegunOrders {

  private static final int CRASHES = 3;

  private final Documents documents;
  private final Instant started;

  BegunOrders(Documents documents, Clock clock) {
    this.documents = documents;
    this.started = clock.instant();
  }

  /**
   * Counts, before the work.
   *
   * @throws PermanentFailure where it is set aside; trying again begins to count anew
   */
  void begin(Document document) {
    if (!isOld(document) || documents.attempt(document.id()) <= CRASHES) {
      return;
    }
    documents.attempted(document.id());
    throw new PermanentFailure(
        "Making an order of %s %s (document %s, interchange %s) was begun %d times and never ended: it may stop the whole hub. It is kept as it came. Look at its raw text; retry tries it again."
            .formatted(
                document.type(),
                document.reference() == null ? "" : document.reference(),
                document.id(),
                document.controlNumber(),
                CRASHES));
  }

  /** It ended, well or not, and the hub still runs. */
  void ended(Document document) {
    if (document != null && isOld(document)) {
      documents.attempted(document.id());
    }
  }

  private boolean isOld(Document document) {
    return document.at().isBefore(started);
  }
}
