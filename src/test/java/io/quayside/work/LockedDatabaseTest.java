package io.quayside.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedDatabaseTest {

  @TempDir private Path folder;

  @Test
  void aWriterThatFoundTheDatabaseLockedWritesAgainWhenItIsFree() throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("quayside.db");
    Properties options = new Properties();
    options.setProperty("journal_mode", "WAL");
    options.setProperty("transaction_mode", "IMMEDIATE");
    options.setProperty("busy_timeout", "1");
    try (Connection writer = new StatementCache(url, options).getConnection();
        Connection other = DriverManager.getConnection(url)) {
      execute(writer, "CREATE TABLE t (n INTEGER)");
      execute(other, "BEGIN IMMEDIATE");
      assertThatThrownBy(() -> writer.setAutoCommit(false)).hasMessageContaining("SQLITE_BUSY");
      execute(other, "ROLLBACK");

      writer.setAutoCommit(false);
      execute(writer, "INSERT INTO t VALUES (1)");
      writer.commit();
      writer.setAutoCommit(true);

      try (Statement statement = other.createStatement();
          ResultSet rows = statement.executeQuery("SELECT count(*) FROM t")) {
        assertThat(rows.getInt(1)).isEqualTo(1);
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
