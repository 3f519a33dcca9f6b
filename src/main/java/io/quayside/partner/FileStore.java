package io.quayside.partner;

import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rows of partner and channel files: the current text of each and every version it had. */
@Component
class FileStore {

  static final String PARTNER = "partner";
  static final String CHANNEL = "channel";

  /** A file as it stands. {@code locations} counts the changes of its stored locations. */
  record Row(
      String id, long version, String source, String sha256, String imported, long locations) {}

  /** What changes whenever anything about a file does. */
  record Stamp(String id, long version, String sha256, long locations) {}

  private final Database database;
  private final Clock clock;

  FileStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  List<Stamp> stamps(String kind) {
    return database
        .read()
        .sql("SELECT id, version, sha256, locations FROM partner_file WHERE kind = ? ORDER BY id")
        .param(kind)
        .query(
            (row, n) ->
                new Stamp(row.getString(1), row.getLong(2), row.getString(3), row.getLong(4)))
        .list();
  }

  /** The same for one file, which costs the same however many there are. */
  Optional<Stamp> stamp(String kind, String id) {
    return database
        .read()
        .sql("SELECT version, sha256, locations FROM partner_file WHERE kind = ? AND id = ?")
        .params(kind, id)
        .query((row, n) -> new Stamp(id, row.getLong(1), row.getString(2), row.getLong(3)))
        .optional();
  }

  Optional<Row> find(String kind, String id) {
    return database
        .read()
        .sql(
            "SELECT id, version, source, sha256, imported, locations FROM partner_file"
                + " WHERE kind = ? AND id = ?")
        .params(kind, id)
        .query(
            (row, n) ->
                new Row(
                    row.getString(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getLong(6)))
        .optional();
  }

  /** The file as it stands, which nobody else changes until the end of the transaction. */
  Row lock(String kind, String id) {
    database
        .write()
        .sql("UPDATE partner_file SET version = version WHERE kind = ? AND id = ?")
        .params(kind, id)
        .update();
    return find(kind, id)
        .orElseThrow(() -> new IllegalArgumentException("There is no " + kind + " " + id));
  }

  List<Partners.Version> history(String kind, String id) {
    return database
        .read()
        .sql(
            "SELECT version, saved_at, saved_by, source FROM partner_file_version"
                + " WHERE kind = ? AND id = ? ORDER BY version DESC")
        .params(kind, id)
        .query(
            (row, n) ->
                new Partners.Version(
                    row.getLong(1),
                    Columns.instant(row.getLong(2)),
                    row.getString(3),
                    row.getString(4)))
        .list();
  }

  /**
   * Stores the text as the next version, unless it is the current one. Runs in the caller's
   * transaction.
   *
   * @param imported hash of the installation's file, null when a person saves
   * @return the row as it stands now
   */
  Row save(String kind, String id, String source, String by, Long expected, String imported) {
    Optional<Row> before = find(kind, id);
    long current = before.map(Row::version).orElse(0L);
    if (expected != null && expected != current) {
      throw new StaleVersionException(kind + " " + id, expected, current);
    }
    String sha256 = sha256(source);
    String mark = imported != null ? imported : before.map(Row::imported).orElse(null);
    if (before.isEmpty()) {
      database
          .write()
          .sql(
              "INSERT INTO partner_file (kind, id, version, source, sha256, imported, locations)"
                  + " VALUES (?, ?, 1, ?, ?, ?, 0)")
          .params(kind, id, source, sha256, mark)
          .update();
    } else if (before.get().sha256().equals(sha256)) {
      mark(kind, id, mark);
      return find(kind, id).orElseThrow();
    } else {
      database
          .write()
          .sql(
              "UPDATE partner_file SET version = version + 1, source = ?, sha256 = ?, imported = ?"
                  + " WHERE kind = ? AND id = ?")
          .params(source, sha256, mark, kind, id)
          .update();
    }
    database
        .write()
        .sql(
            "INSERT INTO partner_file_version (kind, id, version, source, saved_at, saved_by)"
                + " VALUES (?, ?, ?, ?, ?, ?)")
        .params(kind, id, current + 1, source, now(), by)
        .update();
    return find(kind, id).orElseThrow();
  }

  List<LocationRow> locations(String partnerId) {
    return database
        .read()
        .sql("SELECT code, details FROM partner_location WHERE partner_id = ? ORDER BY code")
        .param(partnerId)
        .query((row, n) -> new LocationRow(row.getString(1), row.getString(2)))
        .list();
  }

  record LocationRow(String code, String details) {}

  void saveLocation(String partnerId, String code, String details, String by) {
    database
        .write()
        .sql(
            "INSERT INTO partner_location (partner_id, code, details, saved_at, saved_by)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (partner_id, code) DO UPDATE SET"
                + " details = excluded.details, saved_at = excluded.saved_at,"
                + " saved_by = excluded.saved_by")
        .params(partnerId, code, details, now(), by)
        .update();
    database
        .write()
        .sql("UPDATE partner_file SET locations = locations + 1 WHERE kind = ? AND id = ?")
        .params(PARTNER, partnerId)
        .update();
  }

  private void mark(String kind, String id, String imported) {
    database
        .write()
        .sql("UPDATE partner_file SET imported = ? WHERE kind = ? AND id = ?")
        .params(imported, kind, id)
        .update();
  }

  private long now() {
    return Columns.micros(Instant.now(clock));
  }

  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
