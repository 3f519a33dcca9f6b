package io.quayside.work;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;

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
    HikariDataSource pool = pool("write", url, 1);
    pool.addDataSourceProperty("journal_mode", "WAL");
    pool.addDataSourceProperty("synchronous", "FULL");
    pool.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    pool.addDataSourceProperty("foreign_keys", "true");
    return pool;
  }

  static HikariDataSource read(String url) {
    HikariDataSource pool = pool("read", url, READERS);
    pool.setConnectionInitSql("PRAGMA query_only = ON");
    pool.setInitializationFailTimeout(-1);
    return pool;
  }

  private static HikariDataSource pool(String name, String url, int size) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("quayside-" + name);
    pool.setDriverClassName("org.sqlite.JDBC");
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(30_000);
    pool.setMaxLifetime(0);
    pool.addDataSourceProperty("busy_timeout", "10000");
    return pool;
  }
}
