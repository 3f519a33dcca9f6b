package io.quayside.work;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings under which a committed order could be lost stop the start. */
class DurabilityTest {

  @TempDir Path home;

  @Test
  void sqliteThatDoesNotSyncIsRefused() {
    try (HikariDataSource pool = SqlitePools.write(SqlitePools.url(home))) {
      pool.setConnectionInitSql("PRAGMA synchronous = OFF");
      assertThatThrownBy(() -> Durability.checkSqliteWriter(pool))
          .hasMessageContaining("synchronous is 0")
          .hasMessageContaining("Set it to 2 or 3");
    }
  }

  @Test
  void sqliteWithoutItsLogIsRefused() {
    try (HikariDataSource pool = SqlitePools.write(SqlitePools.url(home))) {
      pool.setConnectionInitSql("PRAGMA journal_mode = DELETE");
      assertThatThrownBy(() -> Durability.checkSqliteWriter(pool))
          .hasMessageContaining("journal_mode is delete");
    }
  }

  @Test
  void postgresThatAnswersBeforeItHasWrittenIsRefused() {
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setDataSource(DatabaseUnderTest.freshSchema());
      pool.setConnectionInitSql("SET synchronous_commit = off");
      assertThatThrownBy(() -> Durability.checkPostgres(pool))
          .hasMessageContaining("synchronous_commit is off");
    }
  }
}
