package io.quayside.work;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
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
    this.url = url;
    this.properties = properties;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = JDBC.createConnection(url, properties);
    return proxy(Connection.class, new Statements(connection));
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

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            StatementCache.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** A connection's statements that are not in use, by their SQL, the last used last. */
  private static final class Statements implements InvocationHandler {
    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    Statements(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (method.getName().equals("prepareStatement") && arguments.length == 1) {
        String sql = (String) arguments[0];
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept != null ? kept : connection.prepareStatement(sql);
        return proxy(PreparedStatement.class, new Lent(sql, statement));
      }
      if (method.getName().equals("setAutoCommit") && Boolean.FALSE.equals(arguments[0])) {
        begin();
        return null;
      }
      return call(connection, method, arguments);
    }

    /**
     * Where no transaction can begin, because somebody else holds the lock, the driver has noted
     * one all the same: it would begin none from then on, and fail at every commit.
     */
    private void begin() throws SQLException {
      try {
        connection.setAutoCommit(false);
      } catch (SQLException e) {
        try {
          connection.setAutoCommit(true);
        } catch (SQLException nothingToCommit) {
          e.addSuppressed(nothingToCommit);
        }
        throw e;
      }
    }

    private void giveBack(String sql, PreparedStatement statement) throws SQLException {
      statement.clearParameters();
      statement.clearBatch();
      PreparedStatement other = idle.put(sql, statement);
      if (other != null) {
        other.close();
      }
      Iterator<PreparedStatement> eldest = idle.values().iterator();
      while (idle.size() > KEPT) {
        PreparedStatement old = eldest.next();
        eldest.remove();
        old.close();
      }
    }

    /** A statement in use; closing it gives it back. */
    private final class Lent implements InvocationHandler {
      private final String sql;
      private final PreparedStatement statement;
      private ResultSet rows;
      private boolean failed;
      private boolean closed;

      Lent(String sql, PreparedStatement statement) {
        this.sql = sql;
        this.statement = statement;
      }

      @Override
      public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
          case "close" -> {
            close();
            return null;
          }
          case "isClosed" -> {
            return closed;
          }
          default -> {
            try {
              Object result = call(statement, method, arguments);
              rows = result instanceof ResultSet found ? found : rows;
              return result;
            } catch (SQLException e) {
              failed = true;
              throw e;
            }
          }
        }
      }

      private void close() throws SQLException {
        if (closed) {
          return;
        }
        closed = true;
        if (failed) {
          statement.close();
        } else {
          if (rows != null) {
            rows.close();
          }
          giveBack(sql, statement);
        }
      }
    }
  }
}
