package io.quayside.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.slf4j.MDC;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One commit, and so one sync of the disk, for all transactions that wait for the only writer.
 *
 * <p>The first to come leads: it runs its own work and that of the others who wait, each within a
 * savepoint, and commits. Whoever fails is rolled back to its savepoint alone. Nobody returns
 * before the commit, so each has what a transaction of its own would give. Work may run on the
 * leader's thread, with the log context of its own.
 */
final class GroupCommit {

  private static final int LARGEST = 64;

  private final TransactionTemplate transaction;
  private final Deque<Entry<?>> waiting = new ArrayDeque<>();
  private boolean led;

  GroupCommit(TransactionTemplate transaction) {
    this.transaction = transaction;
  }

  <T> T run(Supplier<T> work) {
    Entry<T> mine = new Entry<>(work);
    boolean lead;
    synchronized (waiting) {
      waiting.add(mine);
      lead = !led;
      led = true;
    }
    if (lead || mine.waitToLead()) {
      lead();
    }
    return mine.result();
  }

  /** How many wait for the transaction that is running. */
  int waiting() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  private void lead() {
    List<Entry<?>> group = new ArrayList<>();
    synchronized (waiting) {
      while (!waiting.isEmpty() && group.size() < LARGEST) {
        group.add(waiting.remove());
      }
    }
    try {
      commit(group);
    } finally {
      handOver();
      group.forEach(Entry::wake);
    }
  }

  private void handOver() {
    Entry<?> next;
    synchronized (waiting) {
      next = waiting.peek();
      led = next != null;
    }
    if (next != null) {
      next.promote();
    }
  }

  private void commit(List<Entry<?>> group) {
    try {
      transaction.executeWithoutResult(
          status -> {
            if (group.size() == 1) {
              group.get(0).run();
            } else {
              group.forEach(one -> one.run(status));
            }
          });
    } catch (RuntimeException | Error e) {
      group.forEach(one -> one.failed(e));
    }
  }

  /** The work of one transaction, and what became of it. */
  private static final class Entry<T> {
    private final Supplier<T> work;
    private final Map<String, String> logContext = MDC.getCopyOfContextMap();
    private final Thread caller = Thread.currentThread();
    private final CountDownLatch turn = new CountDownLatch(1);
    private volatile boolean leads;
    private T value;
    private Throwable failure;

    Entry(Supplier<T> work) {
      this.work = work;
    }

    /** Waits until the work is done, or until it is this thread's turn to lead: then true. */
    boolean waitToLead() {
      boolean interrupted = false;
      while (true) {
        try {
          turn.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return leads;
    }

    void promote() {
      leads = true;
      turn.countDown();
    }

    void wake() {
      turn.countDown();
    }

    void run() {
      if (caller == Thread.currentThread()) {
        value = work.get();
        return;
      }
      Map<String, String> mine = MDC.getCopyOfContextMap();
      restore(logContext);
      try {
        value = work.get();
      } finally {
        restore(mine);
      }
    }

    private static void restore(Map<String, String> context) {
      if (context == null) {
        MDC.clear();
      } else {
        MDC.setContextMap(context);
      }
    }

    /** A savepoint that cannot be taken or rolled back ends the whole group. */
    void run(TransactionStatus status) {
      Object savepoint = status.createSavepoint();
      try {
        run();
        if (status.isRollbackOnly()) {
          throw new UnexpectedRollbackException("A part of this transaction was rolled back");
        }
      } catch (RuntimeException | Error e) {
        failure = e;
        status.rollbackToSavepoint(savepoint);
      }
      status.releaseSavepoint(savepoint);
    }

    /** The transaction itself did not commit; who had failed before keeps the reason. */
    void failed(Throwable cause) {
      if (failure == null) {
        failure = cause;
      }
    }

    T result() {
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
      return value;
    }
  }
}
