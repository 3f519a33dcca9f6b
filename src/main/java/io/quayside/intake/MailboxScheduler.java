package io.quayside.intake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into a mailbox every so often, and at once when the server says that a mail has come: one
 * look after the other, on one thread.
 */
final class MailboxScheduler extends ServiceSupport implements ScheduledPollConsumerScheduler {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxScheduler.class);
  private static final long FIRST_MILLIS = 100;

  private final String channelId;
  private final long pollMillis;
  private final MailboxIdle idle;
  private final Semaphore bell = new Semaphore(0);
  private CamelContext camel;
  private Runnable look;
  private volatile Thread thread;

  /**
   * A mailbox's.
   *
   * @param idle null when the server is not listened to
   */
  MailboxScheduler(String channelId, long pollMillis, MailboxIdle idle) {
    this.channelId = channelId;
    this.pollMillis = pollMillis;
    this.idle = idle;
  }

  @Override
  public void onInit(Consumer consumer) {
    // Nothing of the consumer is needed: its look is all that is run.
  }

  @Override
  public void scheduleTask(Runnable task) {
    look = task;
  }

  @Override
  public void unscheduleTask() {
    stop();
  }

  @Override
  public synchronized void startScheduler() {
    if (thread == null) {
      Thread started = new Thread(this::run, "mailbox " + channelId);
      started.setDaemon(true);
      thread = started;
      started.start();
      if (idle != null) {
        idle.start(bell::release);
      }
    }
  }

  @Override
  public boolean isSchedulerStarted() {
    return thread != null;
  }

  private void run() {
    try {
      bell.tryAcquire(FIRST_MILLIS, TimeUnit.MILLISECONDS);
      while (thread == Thread.currentThread()) {
        try {
          look.run();
        } catch (RuntimeException e) {
          LOG.warn("Channel {} failed, looked into again: {}", channelId, e.getMessage());
        }
        bell.tryAcquire(pollMillis, TimeUnit.MILLISECONDS);
        bell.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected synchronized void doStop() {
    if (idle != null) {
      idle.stop();
    }
    Thread running = thread;
    thread = null;
    if (running != null) {
      bell.release();
    }
  }

  @Override
  public void setCamelContext(CamelContext camelContext) {
    this.camel = camelContext;
  }

  @Override
  public CamelContext getCamelContext() {
    return camel;
  }
}
