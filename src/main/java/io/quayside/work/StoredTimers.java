package io.quayside.work;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class StoredTimers implements Timers {

  private static final int BATCH = 100;

  private final Database database;
  private final Outbox outbox;
  private final MessageJson json;
  private final Clock clock;

  StoredTimers(Database database, Outbox outbox, MessageJson json, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void set(String key, Instant due, Outbox.Message message) {
    database
        .write()
        .sql(
            """
            INSERT INTO timer (timer_key, due_at, message) VALUES (:key, :due, :message)
            ON CONFLICT (timer_key) DO UPDATE
            SET due_at = excluded.due_at, message = excluded.message""")
        .param("key", key)
        .param("due", Columns.micros(due))
        .param("message", json.write(message))
        .update();
  }

  @Override
  public boolean cancel(String key) {
    return database.write().sql("DELETE FROM timer WHERE timer_key = ?").param(key).update() == 1;
  }

  private record Due(String key, long dueAt, String message) {}

  /** Sends the messages of the alarms that are due; how many. */
  int fire() {
    List<Due> due =
        database
            .read()
            .sql(
                """
                SELECT timer_key, due_at, message FROM timer WHERE due_at <= :now
                ORDER BY due_at, timer_key LIMIT :batch""")
            .param("now", Columns.micros(clock.instant()))
            .param("batch", BATCH)
            .query((row, n) -> new Due(row.getString(1), row.getLong(2), row.getString(3)))
            .list();
    if (!due.isEmpty()) {
      database.inTransaction(() -> due.forEach(this::fire));
    }
    return due.size();
  }

  private void fire(Due alarm) {
    int mine =
        database
            .write()
            .sql("DELETE FROM timer WHERE timer_key = :key AND due_at = :due")
            .param("key", alarm.key())
            .param("due", alarm.dueAt())
            .update();
    if (mine == 1) {
      outbox.send(json.read(alarm.message()));
    }
  }
}
