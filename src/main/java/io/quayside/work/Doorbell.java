package io.quayside.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the relay when a transaction with messages has committed. */
@Component
final class Doorbell implements TransactionSynchronization {

  private final Semaphore rung = new Semaphore(0);

  /** Rings once when the current transaction has committed. */
  void ringAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(this);
  }

  @Override
  public void afterCommit() {
    ring();
  }

  void ring() {
    rung.release();
  }

  /** Waits for a ring, at most so long. */
  void await(Duration atMost) throws InterruptedException {
    if (rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      rung.drainPermits();
    }
  }
}
