package io.quayside.intake;

import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The templates of the database; each change is written to the readable files once it stands. */
@Component
class StoredTemplates implements Templates {

  private static final String SELECT =
      "SELECT partner_id, layout, version, state, source, used, proved, failed, streak"
          + " FROM learned_template WHERE partner_id = :partner AND ";

  private final Database database;
  private final TemplateFolder folder;
  private final Clock clock;

  StoredTemplates(Database database, TemplateFolder folder, Clock clock) {
    this.database = database;
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public List<Stored> of(String partnerId) {
    return database
        .read()
        .sql(SELECT + "state <> 'deleted' ORDER BY layout")
        .param("partner", partnerId)
        .query((row, number) -> stored(row))
        .list();
  }

  @Override
  public Optional<Stored> find(String partnerId, String layout) {
    return database
        .read()
        .sql(SELECT + "layout = :layout")
        .param("partner", partnerId)
        .param("layout", layout)
        .query((row, number) -> stored(row))
        .optional();
  }

  @Override
  public List<Version> history(String partnerId, String layout) {
    return database
        .read()
        .sql(
            "SELECT version, saved_at, saved_by, source FROM learned_template_version"
                + " WHERE partner_id = ? AND layout = ? ORDER BY version DESC")
        .params(partnerId, layout)
        .query(
            (row, number) ->
                new Version(
                    row.getLong(1),
                    Columns.instant(row.getLong(2)),
                    row.getString(3),
                    row.getString(4)))
        .list();
  }

  @Override
  public void save(String partnerId, String layout, String source, String by) {
    database.inTransaction(
        () -> {
          Stored before = find(partnerId, layout).orElse(null);
          if (before != null && before.source().equals(source) && !gone(before)) {
            return;
          }
          long version = before == null ? 1 : before.version() + 1;
          if (before == null) {
            insert(partnerId, layout, source);
          } else {
            update(before, source, version);
          }
          database
              .write()
              .sql(
                  """
                  INSERT INTO learned_template_version
                    (partner_id, layout, version, source, saved_at, saved_by)
                  VALUES (?, ?, ?, ?, ?, ?)""")
              .params(partnerId, layout, version, source, Columns.micros(clock.instant()), by)
              .update();
          afterwards(() -> folder.write(partnerId, layout, source));
        });
  }

  private void insert(String partnerId, String layout, String source) {
    database
        .write()
        .sql(
            """
            INSERT INTO learned_template
              (partner_id, layout, version, state, source, used, proved, failed, streak)
            VALUES (?, ?, 1, 'on', ?, 0, 0, 0, 0)""")
        .params(partnerId, layout, source)
        .update();
  }

  private void update(Stored before, String source, long version) {
    int keep = gone(before) ? 0 : 1;
    database
        .write()
        .sql(
            """
            UPDATE learned_template SET version = :version, source = :source,
                state = CASE state WHEN 'deleted' THEN 'on' ELSE state END, used = used * :keep,
                proved = proved * :keep, failed = failed * :keep, streak = streak * :keep
              WHERE partner_id = :partner AND layout = :layout""")
        .param("version", version)
        .param("source", source)
        .param("keep", keep)
        .param("partner", before.partnerId())
        .param("layout", before.layout())
        .update();
  }

  private static boolean gone(Stored stored) {
    return stored.state().equals("deleted");
  }

  @Override
  public void used(String partnerId, String layout) {
    change(partnerId, layout, "used = used + 1");
  }

  @Override
  public void judged(String partnerId, String layout, boolean wrong, boolean mended) {
    String right = "proved = proved + 1, streak = streak + 1";
    String failed = "failed = failed + 1, streak = " + (mended ? 1 : 0);
    change(partnerId, layout, wrong ? failed : right);
  }

  @Override
  public boolean turn(String partnerId, String layout, String state) {
    String to = state.equals("on") ? "on" : "off";
    return change(partnerId, layout, "state = '" + to + "'");
  }

  @Override
  public boolean delete(String partnerId, String layout) {
    boolean there = change(partnerId, layout, "state = 'deleted'");
    if (there) {
      afterwards(() -> folder.remove(partnerId, layout));
    }
    return there;
  }

  /** The text is one of the constants above. */
  private boolean change(String partnerId, String layout, String what) {
    return database
            .write()
            .sql(
                "UPDATE learned_template SET "
                    + what
                    + " WHERE partner_id = ? AND layout = ? AND state <> 'deleted'")
            .params(partnerId, layout)
            .update()
        == 1;
  }

  private static void afterwards(Runnable then) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      then.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            then.run();
          }
        });
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getString("partner_id"),
        row.getString("layout"),
        row.getLong("version"),
        row.getString("state"),
        row.getString("source"),
        row.getInt("used"),
        row.getInt("proved"),
        row.getInt("failed"),
        row.getInt("streak"));
  }
}
