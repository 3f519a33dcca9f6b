package io.quayside.work;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Properties;

/**
 * SQLite's two pools. Writers queue in ours, in order, instead of fighting for SQLite's lock: a
 * pool of exactly one. Auto-commit stays on at rest, else an idle connection holds the write lock.
 */
final class SqlitePools {

  private static final int READERS = 4;

  private SqlitePools() {}

  static String url(Path home) {
    return "jdbc:sqlite:" + home.resolve("quayside.db");
  }

  static HikariDataSource write(String url) {
    Properties options = new Properties();
    options.setProperty("journal_mode", "WAL");
    options.setProperty("synchronous", "FULL");
    options.setProperty("transaction_mode", "IMMEDIATE");
    options.setProperty("foreign_keys", "true");
    return pool("write", url, 1, options);
  }

  static HikariDataSource read(String url) {
    HikariDataSource pool = pool("read", url, READERS, new Properties());
    pool.setConnectionInitSql("PRAGMA query_only = ON");
    pool.setInitializationFailTimeout(-1);
    return pool;
  }

  private static HikariDataSource pool(String name, String url, int size, Properties options) {
    options.setProperty("busy_timeout", "10000");
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("quayside-" + name);
    pool.setDataSource(new StatementCache(url, options));
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(30_000);
    pool.setMaxLifetime(0);
    return pool;
  }
}
