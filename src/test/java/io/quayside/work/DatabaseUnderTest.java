package io.quayside.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.zaxxer.hikari.HikariDataSource;
import io.quayside.MutableClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A migrated, empty database with durable work on top, without Spring or broker: {@code sqlite} or
 * {@code postgres} ({@link #each} gives the names for parameterised tests).
 */
public final class DatabaseUnderTest implements AutoCloseable {

  private static EmbeddedPostgres server;

  private final List<HikariDataSource> pools;
  private final TransactionalDatabase database;
  private final MutableClock clock =
      new MutableClock(Instant.parse("2026-11-23T10:00:00Z"), ZoneId.of("UTC"));
  private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
  private final Ids ids = new UlidIds(clock);
  final Doorbell doorbell = new Doorbell();
  final StoredOutbox outbox;
  final StoredTimers timers;
  final StoredProblems problems;
  final Failures failures;

  private DatabaseUnderTest(HikariDataSource write, HikariDataSource read) {
    JdbcTransactionManager transactions = new JdbcTransactionManager(write);
    Flyway.configure().dataSource(write).load().migrate();
    pools = List.of(write, read);
    database =
        write == read
            ? TransactionalDatabase.postgres(write, transactions)
            : TransactionalDatabase.sqlite(write, read, transactions);
    outbox = new StoredOutbox(database, ids, clock, doorbell);
    MessageJson messages = new MessageJson(json);
    timers = new StoredTimers(database, outbox, messages, clock);
    problems = new StoredProblems(database, outbox, messages, ids, clock);
    failures =
        new Failures(
            database,
            outbox,
            problems,
            clock,
            List.of(Duration.ofSeconds(1), Duration.ofMinutes(1)));
  }

  /** How many transactions wait for SQLite's only writer. */
  int waiting() {
    return database.waiting();
  }

  /** The names of the databases that every repository test runs on. */
  public static Stream<String> each() {
    return Stream.of("sqlite", "postgres");
  }

  public static DatabaseUnderTest open(String kind) {
    if (kind.equals("postgres")) {
      HikariDataSource pool = new HikariDataSource();
      pool.setDataSource(freshSchema());
      pool.setMaximumPoolSize(4);
      Durability.checkPostgres(pool);
      return new DatabaseUnderTest(pool, pool);
    }
    try {
      String url = SqlitePools.url(Files.createTempDirectory("quayside-database"));
      HikariDataSource write = SqlitePools.write(url);
      Durability.checkSqliteWriter(write);
      return new DatabaseUnderTest(write, SqlitePools.read(url));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty schema of a PostgreSQL server that this JVM runs. */
  public static synchronized DataSource freshSchema() {
    try {
      if (server == null) {
        server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
      }
      String name = "t" + UUID.randomUUID().toString().replace("-", "");
      try (var connection = server.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      }
      return server.getDatabase("postgres", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public Database database() {
    return database;
  }

  public MutableClock clock() {
    return clock;
  }

  public ObjectMapper json() {
    return json;
  }

  public Ids ids() {
    return ids;
  }

  public Outbox outbox() {
    return outbox;
  }

  public Inbox inbox() {
    return new StoredInbox(database, clock);
  }

  public Counters counters() {
    return new StoredCounters(database);
  }

  public Timers timers() {
    return timers;
  }

  public Problems problems() {
    return problems;
  }

  Sweeper sweeper(Set<String> consumed) {
    return new Sweeper(database, timers, () -> consumed, doorbell, clock, Duration.ofMinutes(5));
  }

  /** What stands in the outbox: queue and state, oldest first. */
  public List<String> outboxRows() {
    return database
        .read()
        .sql("SELECT destination || ' ' || state FROM outbox ORDER BY id")
        .query(String.class)
        .list();
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
  }

  static Path temporary() {
    try {
      return Files.createTempDirectory("quayside");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
