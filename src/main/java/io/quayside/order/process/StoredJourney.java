package io.quayside.order.process;

import io.quayside.order.Journey;
import io.quayside.order.OrderViews.JourneyEntry;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import io.quayside.work.Ids;
import io.quayside.work.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The journey of each order, kept and published on {@code order.events}. */
@Component
class StoredJourney implements Journey {

  private final Database database;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;
  private final Json json;

  StoredJourney(Database database, Outbox outbox, Ids ids, Clock clock, Json json) {
    this.database = database;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public void add(String orderId, String stage, String event, String text) {
    add(orderId, partner(orderId), clock.instant(), stage, event, text);
  }

  void add(OrderState order, String stage, String event, String text) {
    add(order.id(), order.head.partnerId(), clock.instant(), stage, event, text);
  }

  void add(String orderId, String partnerId, Instant at, String stage, String event, String text) {
    database
        .write()
        .sql(
            "INSERT INTO order_journey (id, order_id, at, stage, event, text) VALUES (?, ?, ?, ?, ?, ?)")
        .params(ids.next(), orderId, Columns.micros(at), stage, event, text)
        .update();
    Map<String, Object> body =
        Map.of(
            "orderId", orderId, "at", at.toString(), "stage", stage, "event", event, "text", text);
    outbox.event(orderId, partnerId, event, json.write(body));
  }

  List<JourneyEntry> of(String orderId) {
    return database
        .read()
        .sql("SELECT at, stage, event, text FROM order_journey WHERE order_id = ? ORDER BY at, id")
        .param(orderId)
        .query(
            (row, n) ->
                new JourneyEntry(
                    Rows.instant(row, "at"),
                    row.getString("stage"),
                    row.getString("event"),
                    row.getString("text")))
        .list();
  }

  private String partner(String orderId) {
    return database
        .write()
        .sql("SELECT partner_id FROM orders WHERE id = ?")
        .param(orderId)
        .query(String.class)
        .optional()
        .orElse(null);
  }
}
