package io.quayside.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Drives what would stay behind: due alarms, messages that got lost on the way, old rows. */
@Component
final class Sweeper implements SmartLifecycle, Recovery {

  private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
  private static final int PHASE = 100;
  private static final long LOOK_MILLIS = 500;
  private static final Duration LOST_CHECK = Duration.ofSeconds(30);
  private static final Duration CLEAN_UP = Duration.ofHours(1);
  private static final Duration RECENTLY = Duration.ofMinutes(1);
  private static final Duration KEEP_DONE = Duration.ofDays(2);
  private static final Duration KEEP_SEEN = Duration.ofDays(400);

  private final Database database;
  private final StoredTimers timers;
  private final ConsumedQueues consumed;
  private final Doorbell doorbell;
  private final Clock clock;
  private final Duration lease;

  private ScheduledExecutorService executor;
  private Instant nextLostCheck = Instant.MIN;
  private Instant nextCleanUp = Instant.MIN;
  private boolean trouble;

  Sweeper(
      Database database,
      StoredTimers timers,
      ConsumedQueues consumed,
      Doorbell doorbell,
      Clock clock,
      @Value("${quayside.sweeper.lease:5m}") Duration lease) {
    this.database = database;
    this.timers = timers;
    this.consumed = consumed;
    this.doorbell = doorbell;
    this.clock = clock;
    this.lease = lease;
  }

  @Override
  public synchronized void start() {
    executor = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "sweeper"));
    executor.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      sweep();
      trouble = false;
    } catch (RuntimeException e) {
      if (!trouble) {
        log.warn("The sweep failed and is tried again: {}", e, e);
      }
      trouble = true;
    }
  }

  /** One round; what is not due by the clock waits for a later one. */
  synchronized void sweep() {
    while (timers.fire() > 0) {
      doorbell.ring();
    }
    Instant now = clock.instant();
    if (!now.isBefore(nextLostCheck)) {
      nextLostCheck = now.plus(LOST_CHECK);
      sendLostAgain(now);
    }
    if (!now.isBefore(nextCleanUp)) {
      nextCleanUp = now.plus(CLEAN_UP);
      cleanUp(now);
    }
  }

  /**
   * A command that was sent longer than a lease ago counts as lost, unless its queue is that far
   * behind: then those that were done of late were sent as long ago.
   */
  private void sendLostAgain(Instant now) {
    Set<String> queues = consumed.names();
    if (queues.isEmpty()) {
      return;
    }
    int lost =
        database
            .write()
            .sql(
                """
                UPDATE outbox SET state = 'ready', next_attempt_at = :now
                WHERE state = 'sent' AND destination IN (:queues) AND sent_at + :lease < :now
                  AND sent_at + :lease < COALESCE(
                    (SELECT min(other.sent_at) FROM outbox other WHERE other.state = 'done'
                       AND other.done_at > :recently AND other.queue = outbox.queue), :now)""")
            .param("now", Columns.micros(now))
            .param("queues", queues)
            .param("lease", TimeUnit.MILLISECONDS.toMicros(lease.toMillis()))
            .param("recently", Columns.micros(now.minus(RECENTLY)))
            .update();
    if (lost > 0) {
      log.warn("{} messages were sent over {} ago and not taken: sent again", lost, lease);
      doorbell.ring();
    }
  }

  @Override
  public void sendAllAgain() {
    int again =
        database.write().sql("UPDATE outbox SET state = 'ready' WHERE state = 'sent'").update();
    if (again > 0) {
      log.warn("The broker's store is new: {} messages are sent again from the database", again);
      doorbell.ring();
    }
  }

  private void cleanUp(Instant now) {
    database
        .write()
        .sql("DELETE FROM outbox WHERE state = 'done' AND done_at < :before")
        .param("before", Columns.micros(now.minus(KEEP_DONE)))
        .update();
    database
        .write()
        .sql("DELETE FROM seen WHERE seen_at < :before")
        .param("before", Columns.micros(now.minus(KEEP_SEEN)))
        .update();
  }

  @Override
  public void stop() {
    ScheduledExecutorService running;
    synchronized (this) {
      running = executor;
      executor = null;
    }
    if (running == null) {
      return;
    }
    running.shutdown();
    try {
      if (!running.awaitTermination(5, TimeUnit.SECONDS)) {
        running.shutdownNow();
      }
    } catch (InterruptedException e) {
      running.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return executor != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
