package io.quayside.outbound;

import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Documents that are worked out and do not leave: a partner in parallel, or a person's approval.
 */
@Component
class Holds {
  /** Why a document is held. */
  enum Reason {
    PARALLEL,
    APPROVE
  }

  private final Database database;
  private final Clock clock;

  Holds(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void hold(String documentId, Reason reason) {
    database
        .write()
        .sql(
            "INSERT INTO outbound_hold (document_id, reason, held_at) VALUES (:id, :reason, :now)"
                + " ON CONFLICT DO NOTHING")
        .param("id", documentId)
        .param("reason", reason.name())
        .param("now", Columns.micros(clock.instant()))
        .update();
  }

  Optional<Reason> of(String documentId) {
    return database
        .read()
        .sql("SELECT reason FROM outbound_hold WHERE document_id = :id")
        .param("id", documentId)
        .query(String.class)
        .optional()
        .map(Reason::valueOf);
  }

  void lift(String documentId) {
    database
        .write()
        .sql("DELETE FROM outbound_hold WHERE document_id = :id")
        .param("id", documentId)
        .update();
  }
}
