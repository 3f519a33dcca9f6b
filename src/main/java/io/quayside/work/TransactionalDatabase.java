package io.quayside.work;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One source to write, one to read; on PostgreSQL both are the same pool. */
final class TransactionalDatabase implements Database {

  private final JdbcClient write;
  private final JdbcClient read;
  private final TransactionTemplate transaction;

  TransactionalDatabase(
      DataSource write, DataSource read, PlatformTransactionManager transactions) {
    this.write = JdbcClient.create(write);
    this.read = JdbcClient.create(read);
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public JdbcClient write() {
    return write;
  }

  @Override
  public JdbcClient read() {
    return inTransaction() ? write : read;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }

  static boolean inTransaction() {
    return TransactionSynchronizationManager.isActualTransactionActive();
  }

  /** What leaves with a transaction must be written in one. */
  static void require(String what) {
    if (!inTransaction()) {
      throw new IllegalStateException(
          what + " outside a transaction: call it inside Database.inTransaction");
    }
  }
}
