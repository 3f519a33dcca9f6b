package io.quayside.work;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One source to write, one to read; on PostgreSQL both are the same pool, on SQLite all writers
 * share one connection, and with it a commit.
 */
final class TransactionalDatabase implements Database {

  private final JdbcClient write;
  private final JdbcClient read;
  private final TransactionTemplate transaction;
  private final GroupCommit group;

  private TransactionalDatabase(
      DataSource write, DataSource read, PlatformTransactionManager transactions, boolean single) {
    this.write = JdbcClient.create(write);
    this.read = JdbcClient.create(read);
    this.transaction = new TransactionTemplate(transactions);
    this.group = single ? new GroupCommit(transaction) : null;
  }

  /** With one connection that writes, and others that read. */
  static TransactionalDatabase sqlite(
      DataSource write, DataSource read, PlatformTransactionManager transactions) {
    return new TransactionalDatabase(write, read, transactions, true);
  }

  /** With a pool of connections that do both. */
  static TransactionalDatabase postgres(
      DataSource source, PlatformTransactionManager transactions) {
    return new TransactionalDatabase(source, source, transactions, false);
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
    return group == null || inTransaction()
        ? transaction.execute(status -> work.get())
        : group.run(work);
  }

  /** How many transactions wait for the only writer. */
  int waiting() {
    return group == null ? 0 : group.waiting();
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
