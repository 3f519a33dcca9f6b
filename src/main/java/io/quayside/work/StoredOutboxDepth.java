package io.quayside.work;

import org.springframework.stereotype.Component;

/** Counts the rows of the outbox that are not published yet. */
@Component
class StoredOutboxDepth implements OutboxDepth {

  private final Database database;

  StoredOutboxDepth(Database database) {
    this.database = database;
  }

  @Override
  public Waiting waiting() {
    return database
        .read()
        .sql(
            "SELECT COUNT(*) AS waiting, MIN(created_at) AS oldest FROM outbox WHERE state = 'ready'")
        .query(
            (row, n) ->
                new Waiting(
                    row.getLong("waiting"), Columns.instant((Number) row.getObject("oldest"))))
        .single();
  }
}
