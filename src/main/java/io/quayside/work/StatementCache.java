package io.quayside.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.sqlite.JDBC;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * SQLite connections that keep what they have prepared: parsing a statement costs as much as
 * running it. For one connection, which its pool gives to one thread at a time.
 */
final class StatementCache extends AbstractDataSource {

  private static final int KEPT = 300;

  private final String url;
  private final Properties properties;
  private int loginSeconds;

  StatementCache(String url, Properties properties) {
    if (!JDBC.isValidURL(url)) {
      throw new IllegalArgumentException(url + " is no address of SQLite: jdbc:sqlite:FILE");
    }
    this.url = url.trim();
    this.properties = properties;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return new Keeping(url, url.substring(JDBC.PREFIX.length()), properties);
  }

  /** A file needs no sign-in. */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  /** The pool waits so long for its own threads when it is closed. */
  @Override
  public int getLoginTimeout() {
    return loginSeconds;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    loginSeconds = seconds;
  }

  /** A connection with its statements that are not in use, by their SQL, the last used last. */
  private static final class Keeping extends JDBC4Connection {
    private final Map<String, Kept> idle = new LinkedHashMap<>();

    Keeping(String url, String file, Properties properties) throws SQLException {
      super(url, file, properties);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
      checkOpen();
      Kept kept = idle.remove(sql);
      Kept statement = kept != null ? kept : new Kept(this, sql);
      statement.lent = true;
      return statement;
    }

    /**
     * Where no transaction can begin, because somebody else holds the lock, the driver has noted
     * one all the same: it would begin none from then on, and fail at every commit.
     */
    @Override
    public void setAutoCommit(boolean wanted) throws SQLException {
      try {
        super.setAutoCommit(wanted);
      } catch (SQLException e) {
        if (!wanted) {
          try {
            super.setAutoCommit(true);
          } catch (SQLException nothingToCommit) {
            e.addSuppressed(nothingToCommit);
          }
        }
        throw e;
      }
    }

    private void giveBack(String sql, Kept statement) throws SQLException {
      Kept other = idle.put(sql, statement);
      if (other != null) {
        other.end();
      }
      Iterator<Kept> eldest = idle.values().iterator();
      while (idle.size() > KEPT) {
        Kept old = eldest.next();
        eldest.remove();
        old.end();
      }
    }
  }

  /** A statement that goes back to its connection when it is closed, unless it has failed. */
  private static final class Kept extends JDBC4PreparedStatement {
    private final Keeping connection;
    private boolean lent;
    private boolean failed;

    Kept(Keeping connection, String sql) throws SQLException {
      super(connection, sql);
      this.connection = connection;
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
      return run(super::executeQuery);
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
      return run(super::executeLargeUpdate);
    }

    @Override
    public boolean execute() throws SQLException {
      return run(super::execute);
    }

    @Override
    public int[] executeBatch() throws SQLException {
      return run(super::executeBatch);
    }

    private <T> T run(Execution<T> execution) throws SQLException {
      failed = true;
      T result = execution.run();
      failed = false;
      return result;
    }

    @Override
    public void close() throws SQLException {
      if (!lent) {
        return;
      }
      lent = false;
      if (failed || connection.isClosed()) {
        end();
        return;
      }
      if (rs.isOpen()) {
        rs.close();
      }
      clearParameters();
      clearBatch();
      connection.giveBack(sql, this);
    }

    void end() throws SQLException {
      super.close();
    }
  }

  private interface Execution<T> {
    T run() throws SQLException;
  }
}
