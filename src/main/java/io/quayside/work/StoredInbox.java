package io.quayside.work;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class StoredInbox implements Inbox {

  private final Database database;
  private final Clock clock;

  StoredInbox(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public boolean accept(String queue, String messageId) {
    TransactionalDatabase.require("Taking message " + messageId + " from " + queue);
    if (messageId == null || messageId.isBlank()) {
      throw new PermanentFailure("A message from " + queue + " carries no id: give hub_message_id");
    }
    long now = Columns.micros(clock.instant());
    Optional<Integer> taken =
        database
            .write()
            .sql(
                """
                UPDATE outbox SET state = 'done', done_at = ?
                WHERE id = ? AND queue = ? AND state IN ('ready', 'sent')
                RETURNING from_outside""")
            .params(now, messageId, queue)
            .query(Integer.class)
            .optional();
    if (taken.isPresent() && taken.get() == 0) {
      return true;
    }
    return (taken.isPresent() || !known(queue, messageId)) && firstSeen(queue, messageId, now);
  }

  private boolean known(String queue, String messageId) {
    return database
        .write()
        .sql("SELECT 1 FROM outbox WHERE id = :id AND queue = :queue")
        .param("id", messageId)
        .param("queue", queue)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private boolean firstSeen(String queue, String messageId, long now) {
    return database
            .write()
            .sql(
                """
                INSERT INTO seen (queue, message_id, seen_at) VALUES (:queue, :id, :now)
                ON CONFLICT DO NOTHING""")
            .param("queue", queue)
            .param("id", messageId)
            .param("now", now)
            .update()
        == 1;
  }
}
