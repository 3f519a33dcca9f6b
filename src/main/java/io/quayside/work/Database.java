package io.quayside.work;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one database: who may write, who may read, and what a transaction is. */
public interface Database {

  /** Statements of the current write transaction; outside one, each statement commits by itself. */
  JdbcClient write();

  /**
   * Read-only statements: of the write transaction when the thread is in one, else of the read
   * pool.
   */
  JdbcClient read();

  /**
   * Runs the work in one write transaction, joining the one the thread is already in. No foreign
   * call, no file and no JMS work inside. Any exception rolls everything back.
   */
  <T> T inTransaction(Supplier<T> work);

  /** As {@link #inTransaction(Supplier)}, without a result. */
  default void inTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return null;
        });
  }
}
