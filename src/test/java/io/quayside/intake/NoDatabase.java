package io.quayside.intake;

import io.quayside.work.Database;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Transactions without a database. */
final class NoDatabase implements Database {

  @Override
  public JdbcClient write() {
    throw new UnsupportedOperationException();
  }

  @Override
  public JdbcClient read() {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
