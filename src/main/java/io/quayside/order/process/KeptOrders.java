package io.quayside.order.process;

import io.quayside.order.Orders.NewOrder;
import io.quayside.order.Orders.Outcome;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Purchase orders that did not become orders: conflicts, changes, copies, blankets. */
@Component
class KeptOrders {

  record Kept(
      String id,
      Outcome outcome,
      String partnerId,
      String orderId,
      boolean test,
      PurchaseOrder order,
      String contentHash,
      String channel,
      Instant receivedAt,
      String state) {

    boolean open() {
      return "open".equals(state);
    }

    /** The same with another order in it. */
    Kept with(PurchaseOrder other) {
      return new Kept(
          id, outcome, partnerId, orderId, test, other, contentHash, channel, receivedAt, state);
    }
  }

  private final Database database;
  private final Json json;

  KeptOrders(Database database, Json json) {
    this.database = database;
    this.json = json;
  }

  void insert(
      String id, Outcome outcome, NewOrder arrived, boolean test, String hash, String orderId) {
    database
        .write()
        .sql(
            """
            INSERT INTO kept_order (id, outcome, partner_id, po_number, po_release, test, order_id,
              canonical, content_hash, channel, received_at, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
        .params(
            id,
            outcome.name(),
            arrived.partnerId(),
            arrived.order().poNumber(),
            arrived.order().release(),
            Columns.flag(test),
            orderId,
            json.write(arrived.order()),
            hash,
            arrived.channel(),
            Columns.micros(arrived.receivedAt()),
            outcome == Outcome.KEPT ? "kept" : "open")
        .update();
  }

  Optional<Kept> find(String id) {
    return database
        .write()
        .sql("SELECT * FROM kept_order WHERE id = ?")
        .param(id)
        .query((row, n) -> kept(row))
        .optional();
  }

  /** Those of one outcome that wait for a person. */
  List<Kept> open(Outcome outcome, String partnerId, String poNumber, boolean test) {
    return database
        .write()
        .sql(
            """
            SELECT * FROM kept_order WHERE outcome = ? AND partner_id = ? AND po_number = ?
              AND test = ? AND state = 'open' ORDER BY received_at, id
            """)
        .params(outcome.name(), partnerId, poNumber, Columns.flag(test))
        .query((row, n) -> kept(row))
        .list();
  }

  /** What became of those that say the very same. */
  Set<String> states(
      Outcome outcome, String partnerId, String poNumber, boolean test, String hash) {
    return database
        .write()
        .sql(
            """
            SELECT DISTINCT state FROM kept_order WHERE outcome = ? AND partner_id = ?
              AND po_number = ? AND test = ? AND content_hash = ?
            """)
        .params(outcome.name(), partnerId, poNumber, Columns.flag(test), hash)
        .query(String.class)
        .set();
  }

  /** The changes to an order, settled or not, in the order of their arrival. */
  List<Kept> changesOf(String orderId, String partnerId, String poNumber) {
    return database
        .read()
        .sql(
            """
            SELECT * FROM kept_order WHERE partner_id = ? AND po_number = ? AND order_id = ?
              AND outcome = ? ORDER BY received_at, id
            """)
        .params(partnerId, poNumber, orderId, Outcome.CHANGE.name())
        .query((row, n) -> kept(row))
        .list();
  }

  void link(String id, String orderId) {
    database
        .write()
        .sql("UPDATE kept_order SET order_id = ? WHERE id = ?")
        .params(orderId, id)
        .update();
  }

  /** False where somebody else was faster. */
  boolean settle(String id, String state, String by) {
    return database
            .write()
            .sql("UPDATE kept_order SET state = ?, settled_by = ? WHERE id = ? AND state = 'open'")
            .params(state, by, id)
            .update()
        == 1;
  }

  private Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getString("id"),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("partner_id"),
        row.getString("order_id"),
        Rows.flag(row, "test"),
        json.read(row.getString("canonical"), PurchaseOrder.class),
        row.getString("content_hash"),
        row.getString("channel"),
        Rows.instant(row, "received_at"),
        row.getString("state"));
  }
}
