package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.decimal;
import static io.quayside.work.Columns.flag;
import static io.quayside.work.Columns.instant;
import static io.quayside.work.Columns.micros;
import static io.quayside.work.Columns.text;

import io.quayside.fulfilment.QueueMessages;
import io.quayside.fulfilment.ShippingDesk;
import io.quayside.order.message.ShipGoods;
import io.quayside.work.Database;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table of picks: {@code waiting} until packed or cancelled. */
@Repository
class PickRows {

  /** A pick line as it still waits. */
  record Line(String requestId, String lineNumber, String scheduleId, BigDecimal quantity) {}

  private record Row(String requestId, boolean test, Instant since, String request) {}

  private final Database database;
  private final QueueMessages messages;
  private final Clock clock;

  PickRows(Database database, QueueMessages messages, Clock clock) {
    this.database = database;
    this.messages = messages;
    this.clock = clock;
  }

  void add(ShipGoods request) {
    database
        .write()
        .sql(
            "INSERT INTO inventory_pick (request_id, order_id, test, status, since, request)"
                + " VALUES (?, ?, ?, 'waiting', ?, ?)")
        .params(
            request.requestId(),
            request.orderId(),
            flag(request.test()),
            micros(clock.instant()),
            messages.write(request))
        .update();
    for (ShipGoods.Pick pick : request.lines()) {
      database
          .write()
          .sql(
              "INSERT INTO inventory_pick_line (request_id, line_number, schedule_id, order_id,"
                  + " quantity) VALUES (?, ?, ?, ?, ?)")
          .params(
              request.requestId(),
              pick.lineNumber(),
              pick.scheduleId(),
              request.orderId(),
              text(decimal(pick.quantity())))
          .update();
    }
  }

  /** Closes a waiting pick as packed or cancelled; false when it does not wait any more. */
  boolean close(String requestId, String status, String shipmentId, String by) {
    return database
            .write()
            .sql(
                "UPDATE inventory_pick SET status = ?, shipment_id = ?, closed_at = ?,"
                    + " closed_by = ? WHERE request_id = ? AND status = 'waiting'")
            .params(status, shipmentId, micros(clock.instant()), by, requestId)
            .update()
        == 1;
  }

  /** Whether a request was taken in before, whatever became of it. */
  boolean known(String requestId) {
    return database
            .read()
            .sql("SELECT count(*) FROM inventory_pick WHERE request_id = ?")
            .params(requestId)
            .query(Long.class)
            .single()
        > 0;
  }

  Optional<ShippingDesk.Waiting> waiting(String requestId) {
    return database
        .read()
        .sql(
            "SELECT request_id, test, since, request FROM inventory_pick"
                + " WHERE request_id = ? AND status = 'waiting'")
        .params(requestId)
        .query(PickRows::row)
        .optional()
        .map(this::waiting);
  }

  List<ShippingDesk.Waiting> waiting(boolean test, int limit, long offset) {
    return database
        .read()
        .sql(
            "SELECT request_id, test, since, request FROM inventory_pick"
                + " WHERE status = 'waiting' AND test = ?"
                + " ORDER BY since, request_id LIMIT ? OFFSET ?")
        .params(flag(test), limit, offset)
        .query(PickRows::row)
        .list()
        .stream()
        .map(this::waiting)
        .toList();
  }

  long countWaiting(boolean test) {
    return database
        .read()
        .sql("SELECT count(*) FROM inventory_pick WHERE status = 'waiting' AND test = ?")
        .params(flag(test))
        .query(Long.class)
        .single();
  }

  /** The waiting pick lines of one schedule of an order, the newest request first. */
  List<Line> waitingLines(String orderId, String lineNumber, String scheduleId) {
    return database
        .read()
        .sql(
            "SELECT l.request_id, l.line_number, l.schedule_id, l.quantity"
                + " FROM inventory_pick_line l JOIN inventory_pick p"
                + " ON p.request_id = l.request_id WHERE p.status = 'waiting'"
                + " AND l.order_id = ? AND l.line_number = ? AND l.schedule_id = ?"
                + " ORDER BY l.request_id DESC")
        .params(orderId, lineNumber, scheduleId)
        .query(
            (row, n) ->
                new Line(
                    row.getString("request_id"),
                    row.getString("line_number"),
                    row.getString("schedule_id"),
                    decimal(row.getString("quantity"))))
        .list();
  }

  /** Sets what still waits of a line; a pick with nothing left is cancelled. */
  void shorten(Line line, BigDecimal quantity) {
    database
        .write()
        .sql(
            "UPDATE inventory_pick_line SET quantity = ?"
                + " WHERE request_id = ? AND line_number = ? AND schedule_id = ?")
        .params(text(quantity), line.requestId(), line.lineNumber(), line.scheduleId())
        .update();
    boolean nothing =
        quantities(line.requestId()).values().stream().allMatch(left -> left.signum() == 0);
    if (nothing) {
      close(line.requestId(), "cancelled", null, "release");
    }
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getString("request_id"),
        row.getInt("test") == 1,
        instant(row.getLong("since")),
        row.getString("request"));
  }

  private ShippingDesk.Waiting waiting(Row row) {
    ShipGoods request = messages.read(row.request(), ShipGoods.class);
    Map<String, BigDecimal> left = quantities(row.requestId());
    List<ShipGoods.Pick> lines =
        request.lines().stream()
            .map(pick -> of(pick, left.get(pick.lineNumber() + "/" + pick.scheduleId())))
            .filter(pick -> decimal(pick.quantity()).signum() > 0)
            .toList();
    return new ShippingDesk.Waiting(
        row.requestId(),
        request.orderId(),
        request.poNumber(),
        request.salesOrder(),
        request.partner(),
        row.test(),
        row.since(),
        request.notBefore(),
        request.notLater(),
        lines,
        request);
  }

  private Map<String, BigDecimal> quantities(String requestId) {
    Map<String, BigDecimal> left = new HashMap<>();
    database
        .read()
        .sql(
            "SELECT line_number, schedule_id, quantity FROM inventory_pick_line"
                + " WHERE request_id = ?")
        .params(requestId)
        .query(
            row -> {
              left.put(
                  row.getString("line_number") + "/" + row.getString("schedule_id"),
                  decimal(row.getString("quantity")));
            });
    return left;
  }

  private static ShipGoods.Pick of(ShipGoods.Pick pick, BigDecimal quantity) {
    return new ShipGoods.Pick(
        pick.lineNumber(),
        pick.scheduleId(),
        pick.sku(),
        pick.description(),
        pick.ids(),
        pick.location(),
        text(quantity),
        pick.unit(),
        pick.packaging(),
        pick.marking(),
        pick.instructions());
  }
}
