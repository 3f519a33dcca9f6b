package io.quayside.work;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Publishes what stands in the outbox: a batch in one JMS transaction, then marks it sent. A crash
 * between the two publishes the batch again, and {@link Inbox} drops the copies.
 */
@Component
final class Relay implements SmartLifecycle {

  static final int BATCH = 500;

  /** Several consumers of one queue get an order's messages one after the other. */
  private static final String GROUP = "JMSXGroupID";

  /** After the broker, which starts at 0; before the routes. */
  private static final int PHASE = 100;

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
  private static final long COPY_LIVES_MILLIS = Duration.ofDays(7).toMillis();
  private static final long DEAD_LETTER_LIVES_MILLIS = Duration.ofDays(30).toMillis();
  private static final Logger log = LoggerFactory.getLogger(Relay.class);

  private final Database database;
  private final ConnectionFactory connections;
  private final RelayClaim claim;
  private final Doorbell doorbell;
  private final Clock clock;

  private JMSContext context;
  private volatile Thread thread;

  Relay(
      Database database,
      ConnectionFactory connections,
      RelayClaim claim,
      Doorbell doorbell,
      Clock clock) {
    this.database = database;
    this.connections = connections;
    this.claim = claim;
    this.doorbell = doorbell;
    this.clock = clock;
  }

  @Override
  public void start() {
    thread = new Thread(this::run, "outbox-relay");
    thread.start();
  }

  private void run() {
    boolean trouble = false;
    while (thread == Thread.currentThread()) {
      try {
        if (publish() < BATCH) {
          doorbell.await(LOOK);
        }
        trouble = false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      } catch (RuntimeException e) {
        close();
        if (!trouble) {
          log.warn("Messages wait in the outbox, the broker or the database fails: {}", e, e);
        }
        trouble = true;
        pause();
      }
    }
    close();
  }

  private void pause() {
    try {
      Thread.sleep(AFTER_TROUBLE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Publishes one batch; how many messages it had. */
  int publish() {
    long now = Columns.micros(clock.instant());
    if (claim == RelayClaim.SEVERAL_NODES) {
      return database.inTransaction(() -> publish(ready(now, " FOR UPDATE SKIP LOCKED"), now));
    }
    return publish(ready(now, ""), now);
  }

  private List<OutboxRow> ready(long now, String lock) {
    return database
        .read()
        .sql(
            """
            SELECT * FROM outbox WHERE state = 'ready' AND next_attempt_at <= :now
            ORDER BY id LIMIT :batch"""
                + lock)
        .param("now", now)
        .param("batch", BATCH)
        .query(OutboxRow::read)
        .list();
  }

  private int publish(List<OutboxRow> rows, long now) {
    if (rows.isEmpty()) {
      return 0;
    }
    try {
      if (context == null) {
        context = connections.createContext(JMSContext.SESSION_TRANSACTED);
      }
      JMSProducer producer = context.createProducer();
      for (OutboxRow row : rows) {
        send(producer, row);
      }
      context.commit();
    } catch (JMSException e) {
      throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }
    database.inTransaction(() -> mark(rows, now));
    return rows.size();
  }

  private void send(JMSProducer producer, OutboxRow row) throws JMSException {
    TextMessage message = context.createTextMessage(row.body());
    message.setStringProperty(Outbox.Headers.MESSAGE_ID, row.id());
    message.setStringProperty(Outbox.Headers.TYPE, row.type());
    message.setStringProperty(Outbox.Headers.VERSION, "1");
    if (row.orderId() != null) {
      message.setJMSCorrelationID(row.orderId());
      message.setStringProperty(Outbox.Headers.ORDER, row.orderId());
      message.setStringProperty(GROUP, row.orderId());
    }
    if (row.partnerId() != null) {
      message.setStringProperty(Outbox.Headers.PARTNER, row.partnerId());
    }
    if (row.test()) {
      message.setBooleanProperty(Outbox.Headers.TEST, true);
    }
    producer.setTimeToLive(lives(row));
    producer.send(
        row.topic()
            ? context.createTopic(row.destination())
            : context.createQueue(row.destination()),
        message);
  }

  /** Commands never expire; copies that nobody fetches do. */
  private static long lives(OutboxRow row) {
    if (!"copy".equals(row.kind())) {
      return 0;
    }
    return row.destination().startsWith("DLQ.") ? DEAD_LETTER_LIVES_MILLIS : COPY_LIVES_MILLIS;
  }

  /** A consumer may have been faster: what it has done, or put off until later, stays so. */
  private void mark(List<OutboxRow> rows, long now) {
    database
        .write()
        .sql(
            """
            UPDATE outbox SET sent_at = :now,
              state = CASE WHEN kind = 'copy' THEN 'done' ELSE 'sent' END,
              done_at = CASE WHEN kind = 'copy' THEN :now ELSE NULL END
            WHERE id IN (:ids) AND state = 'ready' AND next_attempt_at <= :now""")
        .param("now", now)
        .param("ids", rows.stream().map(OutboxRow::id).toList())
        .update();
  }

  private void close() {
    if (context != null) {
      try {
        context.close();
      } catch (JMSRuntimeException e) {
        log.debug("The relay's connection was broken already", e);
      }
      context = null;
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running == null) {
      return;
    }
    doorbell.ring();
    try {
      running.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
