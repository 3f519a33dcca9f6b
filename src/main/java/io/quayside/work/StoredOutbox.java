package io.quayside.work;

import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
final class StoredOutbox implements Outbox {

  static final String EVENTS = "order.events";
  static final String COPY_FOR_ANYBODY = "order.received";

  /** Commands to the four endpoints: a test never reaches the real ones. */
  private static final Set<String> ENDPOINTS =
      Set.of(
          "inventory.reserve",
          "inventory.ship",
          "accounting.post",
          "supplier.order",
          "carrier.ship");

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Doorbell doorbell;

  StoredOutbox(Database database, Ids ids, Clock clock, Doorbell doorbell) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.doorbell = doorbell;
  }

  @Override
  public String send(Message message) {
    String queue = message.queue();
    boolean endpoint = message.test() && ENDPOINTS.contains(queue);
    boolean copy = COPY_FOR_ANYBODY.equals(queue);
    return insert(message, copy, endpoint ? "test." + queue : queue, false);
  }

  @Override
  public void event(String orderId, String partnerId, String type, String body) {
    Message event = new Message(EVENTS, orderId, partnerId, type, false, null, body);
    insert(event, true, EVENTS, true);
  }

  /** Keeps what could not be processed where an operator of the broker looks for it. */
  void deadLetter(Message message) {
    insert(message, true, "DLQ." + message.queue(), false);
  }

  private String insert(Message message, boolean copy, String destination, boolean topic) {
    TransactionalDatabase.require("A message to " + message.queue());
    OutboxRow row =
        OutboxRow.ready(
            ids.next(), message, copy ? "copy" : "command", destination, topic, clock.instant());
    row.insert(database.write());
    DryRun.tell(row);
    doorbell.ringAfterCommit();
    return row.id();
  }

  @Override
  public void settle(String queue, String key) {
    database
        .write()
        .sql(
            """
            UPDATE outbox SET state = 'done', done_at = :now
            WHERE queue = :queue AND message_key = :key AND state IN ('ready', 'sent')""")
        .param("now", Columns.micros(clock.instant()))
        .param("queue", queue)
        .param("key", key)
        .update();
  }
}
