package io.quayside.work;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses a database that may forget what it has committed. */
final class Durability {

  private Durability() {}

  /** SQLite: a commit is in the log and on the disk before it is reported. */
  static void checkSqliteWriter(DataSource source) {
    JdbcClient sql = JdbcClient.create(source);
    expect(sql, "PRAGMA journal_mode", "journal_mode", List.of("wal"));
    expect(sql, "PRAGMA synchronous", "synchronous", List.of("2", "3"));
    expect(sql, "PRAGMA foreign_keys", "foreign_keys", List.of("1"));
  }

  static void checkSqliteReader(DataSource source) {
    JdbcClient sql = JdbcClient.create(source);
    expect(sql, "PRAGMA journal_mode", "journal_mode", List.of("wal"));
    expect(sql, "PRAGMA query_only", "query_only", List.of("1"));
  }

  static void checkPostgres(DataSource source) {
    JdbcClient sql = JdbcClient.create(source);
    expect(sql, "SHOW fsync", "fsync", List.of("on"));
    expect(sql, "SHOW full_page_writes", "full_page_writes", List.of("on"));
    expect(
        sql,
        "SHOW synchronous_commit",
        "synchronous_commit",
        List.of("on", "remote_write", "remote_apply"));
  }

  private static void expect(JdbcClient sql, String query, String name, List<String> safe) {
    Object found = sql.sql(query).query().singleValue();
    if (!safe.contains(String.valueOf(found))) {
      throw new StartRefused(
          "The database setting %s is %s: committed orders could be lost at a crash."
              .formatted(name, found),
          "Set it to %s (spring.datasource.url or the server's configuration) and start again."
              .formatted(String.join(" or ", safe)),
          null);
    }
  }
}
