package io.quayside.ops;

import io.quayside.work.Columns;
import io.quayside.work.Database;
import io.quayside.work.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps who changed what, and when. Holds ids and words, no secrets and no personal data. */
@Component
public class Audit {

  /** One change; {@code subject} is the thing, for example {@code order/01K…}. */
  public record Entry(
      String id, Instant at, String who, String action, String subject, String details) {}

  private final Database database;
  private final Ids ids;
  private final Clock clock;

  Audit(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** Adds an entry in the current transaction, so that it stands exactly when the change does. */
  public void record(String who, String action, String subject, String details) {
    database
        .write()
        .sql("INSERT INTO audit (id, at, who, action, subject, details) VALUES (?, ?, ?, ?, ?, ?)")
        .params(ids.next(), Columns.micros(clock.instant()), who, action, subject, details)
        .update();
  }

  /** Makes a change and its entry in one transaction. */
  public void during(String who, String action, String subject, String details, Runnable change) {
    database.inTransaction(
        () -> {
          change.run();
          record(who, action, subject, details);
        });
  }

  /** The latest entries, newest first; {@code subject} null means all. */
  public List<Entry> latest(String subject, int count) {
    return database
        .read()
        .sql(
            "SELECT * FROM audit WHERE subject = COALESCE(CAST(:subject AS TEXT), subject)"
                + " ORDER BY id DESC LIMIT :count")
        .param("subject", subject)
        .param("count", count)
        .query(
            (row, n) ->
                new Entry(
                    row.getString("id"),
                    Columns.instant(row.getLong("at")),
                    row.getString("who"),
                    row.getString("action"),
                    row.getString("subject"),
                    row.getString("details")))
        .list();
  }
}
