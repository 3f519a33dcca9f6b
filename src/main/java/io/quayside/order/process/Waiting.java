package io.quayside.order.process;

import io.quayside.order.message.GoodsReceived;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds who waits for goods that came in, the oldest order first. */
@Component
class Waiting {

  private final Database database;
  private final OrderStore store;
  private final Mail mail;

  Waiting(Database database, OrderStore store, Mail mail) {
    this.database = database;
    this.store = store;
    this.mail = mail;
  }

  void wake(GoodsReceived goods) {
    for (GoodsReceived.Item item : goods.items()) {
      BigDecimal came = item.quantity() == null ? BigDecimal.ZERO : new BigDecimal(item.quantity());
      wake(item.sku(), came, goods.test(), null);
    }
  }

  /**
   * Wakes orders until what they wait for is as much as there is.
   *
   * @param quantity in the stock unit
   * @param exceptOrder the order that gave the goods back, or null
   */
  void wake(String sku, BigDecimal quantity, boolean testArea, String exceptOrder) {
    BigDecimal left = quantity;
    for (Map.Entry<String, BigDecimal> waiting : waiting(sku, testArea).entrySet()) {
      if (left.signum() <= 0) {
        return;
      }
      if (!waiting.getKey().equals(exceptOrder)) {
        store
            .read(waiting.getKey())
            .ifPresent(order -> mail.send(order, "order.due", due(order, sku)));
        left = left.subtract(waiting.getValue());
      }
    }
  }

  private static Map<String, String> due(OrderState order, String sku) {
    return Map.of("orderId", order.id(), "what", "stock/" + sku);
  }

  /** Orders with what they wait for, in stock units; one that is asking already counts as none. */
  private Map<String, BigDecimal> waiting(String sku, boolean testArea) {
    Map<String, BigDecimal> waiting = new LinkedHashMap<>();
    database
        .write()
        .sql(
            """
            SELECT s.order_id, s.backordered, s.asked, l.pack
            FROM order_schedule s
            JOIN order_line l ON l.order_id = s.order_id AND l.line_key = s.line_key
            JOIN orders o ON o.id = s.order_id
            WHERE s.waits = 1 AND s.sku = ? AND (CASE WHEN o.test = 1 OR o.parallel = 1 THEN 1 ELSE 0 END) = ?
            ORDER BY o.received_at, o.id
            """)
        .params(sku, Columns.flag(testArea))
        .query(
            row -> {
              BigDecimal stockUnits =
                  row.getString("asked") != null
                      ? BigDecimal.ZERO
                      : Rows.decimal(row, "backordered").multiply(Rows.decimal(row, "pack"));
              waiting.merge(row.getString("order_id"), stockUnits, BigDecimal::add);
            });
    return waiting;
  }
}
