package io.quayside.intake.webhook;

import io.quayside.document.Receipts;
import io.quayside.document.Receipts.Arrival;
import io.quayside.document.Receipts.Received;
import io.quayside.work.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Stores what many calls bring in one transaction: while one commit is written, the others queue
 * up, and the next commit serves them all. Never to be called inside a transaction: it would wait
 * for those that wait for it.
 */
@Component
class GroupedReceipts {

  private static final int AT_ONCE = 100;

  private record Waiting(Arrival arrival, CompletableFuture<Received> received) {}

  private final Receipts receipts;
  private final Database database;
  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  GroupedReceipts(Receipts receipts, Database database) {
    this.receipts = receipts;
    this.database = database;
  }

  /** As {@link Receipts#receive}: after the return the bytes are safe. */
  Received receive(Arrival arrival) {
    Waiting own = new Waiting(arrival, new CompletableFuture<>());
    queue.add(own);
    writing.lock();
    try {
      while (!own.received().isDone()) {
        storeSome();
      }
    } finally {
      writing.unlock();
    }
    try {
      return own.received().join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private void storeSome() {
    List<Waiting> some = new ArrayList<>();
    for (Waiting one = queue.poll(); one != null; one = queue.poll()) {
      some.add(one);
      if (some.size() == AT_ONCE) {
        break;
      }
    }
    try {
      List<Received> stored =
          database.inTransaction(
              () -> some.stream().map(one -> receipts.receive(one.arrival())).toList());
      for (int i = 0; i < some.size(); i++) {
        some.get(i).received().complete(stored.get(i));
      }
    } catch (RuntimeException failed) {
      some.forEach(GroupedReceipts.this::alone);
    }
  }

  /** What cannot be stored must not take its neighbours with it. */
  private void alone(Waiting one) {
    try {
      one.received().complete(receipts.receive(one.arrival()));
    } catch (RuntimeException failed) {
      one.received().completeExceptionally(failed);
    }
  }
}
