package io.quayside.fulfilment.supplier;

import static io.quayside.work.Columns.decimal;
import static io.quayside.work.Columns.flag;
import static io.quayside.work.Columns.instant;
import static io.quayside.work.Columns.micros;
import static io.quayside.work.Columns.text;

import io.quayside.fulfilment.QueueMessages;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.work.Database;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table of supplier orders. */
@Repository
class PurchaseRows {

  /** A supplier order; {@code expected} null when nobody promised a day. */
  record Purchase(
      String number,
      boolean test,
      String kind,
      String status,
      Instant orderedAt,
      LocalDate expected,
      OrderFromSupplier request) {

    /** Goes from the supplier straight to the customer. */
    boolean dropShip() {
      return "drop-ship".equals(kind);
    }
  }

  /**
   * A line as ordered, as confirmed (null when the supplier said nothing), and as received so far,
   * in its unit.
   */
  record Line(
      String lineNumber,
      String sku,
      BigDecimal quantity,
      String unit,
      BigDecimal received,
      BigDecimal confirmed,
      BigDecimal confirmedPrice) {

    BigDecimal open() {
      return quantity.subtract(received).max(BigDecimal.ZERO);
    }
  }

  /** What is still to come of an item. */
  record Coming(BigDecimal quantity, String unit, LocalDate expected) {}

  private static final String SELECT =
      "SELECT number, test, kind, status, ordered_at, expected, request FROM supplier_purchase ";

  /** What is still to come; a drop shipment that has left is on its way to the customer. */
  private static final String OPEN =
      " (status IN ('ordered', 'confirmed') OR (status = 'shipped' AND kind = 'stock')) ";

  private final Database database;
  private final QueueMessages messages;
  private final Clock clock;

  PurchaseRows(Database database, QueueMessages messages, Clock clock) {
    this.database = database;
    this.messages = messages;
    this.clock = clock;
  }

  /** Stores a new supplier order; false when its number is there already. */
  boolean add(OrderFromSupplier order) {
    int added =
        database
            .write()
            .sql(
                "INSERT INTO supplier_purchase (test, number, kind, supplier, status, order_id,"
                    + " ordered_at, expected, request) VALUES (?, ?, ?, ?, 'ordered', ?, ?, NULL,"
                    + " ?) ON CONFLICT DO NOTHING")
            .params(
                flag(order.test()),
                order.supplierOrder(),
                order.kind(),
                order.supplier(),
                order.customerOrder() == null ? null : order.customerOrder().orderId(),
                micros(clock.instant()),
                messages.write(order))
            .update();
    if (added == 1) {
      order.lines().forEach(line -> add(order, line));
    }
    return added == 1;
  }

  private void add(OrderFromSupplier order, OrderFromSupplier.Wanted line) {
    database
        .write()
        .sql(
            "INSERT INTO supplier_purchase_line (test, number, line_number, sku, quantity, unit,"
                + " received) VALUES (?, ?, ?, ?, ?, ?, '0')")
        .params(
            flag(order.test()),
            order.supplierOrder(),
            line.lineNumber(),
            line.sku(),
            text(decimal(line.quantity())),
            line.unit())
        .update();
  }

  Optional<Purchase> find(String number, boolean test) {
    return database
        .read()
        .sql(SELECT + "WHERE test = ? AND number = ?")
        .params(flag(test), number)
        .query(this::row)
        .optional();
  }

  List<Purchase> list(boolean open, boolean test, int limit, long offset) {
    return database
        .read()
        .sql(
            SELECT
                + "WHERE test = ?"
                + (open ? " AND" + OPEN : "")
                + " ORDER BY ordered_at DESC, number DESC LIMIT ? OFFSET ?")
        .params(flag(test), limit, offset)
        .query(this::row)
        .list();
  }

  long count(boolean open, boolean test) {
    return database
        .read()
        .sql("SELECT count(*) FROM supplier_purchase WHERE test = ?" + (open ? " AND" + OPEN : ""))
        .params(flag(test))
        .query(Long.class)
        .single();
  }

  List<Line> lines(String number, boolean test) {
    return database
        .read()
        .sql(
            "SELECT line_number, sku, quantity, unit, received, confirmed, confirmed_price"
                + " FROM supplier_purchase_line"
                + " WHERE test = ? AND number = ? ORDER BY line_number")
        .params(flag(test), number)
        .query(
            (row, n) ->
                new Line(
                    row.getString("line_number"),
                    row.getString("sku"),
                    decimal(row.getString("quantity")),
                    row.getString("unit"),
                    decimal(row.getString("received")),
                    decimal(row.getString("confirmed")),
                    decimal(row.getString("confirmed_price"))))
        .list();
  }

  /** What is on its way of an item for stock, with a promised day, the earliest first. */
  List<Coming> coming(String sku, boolean test) {
    return database
        .read()
        .sql(
            "SELECT l.quantity, l.received, l.unit, p.expected FROM supplier_purchase_line l"
                + " JOIN supplier_purchase p ON p.test = l.test AND p.number = l.number"
                + " WHERE l.sku = ? AND l.test = ? AND p.kind = 'stock'"
                + " AND p.expected IS NOT NULL AND p.status IN ('ordered', 'confirmed', 'shipped')"
                + " ORDER BY p.expected, p.number")
        .params(sku, flag(test))
        .query(
            (row, n) ->
                new Coming(
                    decimal(row.getString("quantity"))
                        .subtract(decimal(row.getString("received")))
                        .max(BigDecimal.ZERO),
                    row.getString("unit"),
                    LocalDate.parse(row.getString("expected"))))
        .list();
  }

  void status(String number, boolean test, String status, LocalDate expected) {
    database
        .write()
        .sql(
            "UPDATE supplier_purchase SET status = ?, expected = coalesce(?, expected)"
                + " WHERE test = ? AND number = ?")
        .params(status, text(expected), flag(test), number)
        .update();
  }

  void received(String number, boolean test, String lineNumber, BigDecimal received) {
    database
        .write()
        .sql(
            "UPDATE supplier_purchase_line SET received = ?"
                + " WHERE test = ? AND number = ? AND line_number = ?")
        .params(text(received), flag(test), number, lineNumber)
        .update();
  }

  /** What the supplier confirms of a line, and its price where it says one. */
  void confirmed(
      String number, boolean test, String lineNumber, BigDecimal confirmed, String price) {
    database
        .write()
        .sql(
            "UPDATE supplier_purchase_line SET confirmed = ?,"
                + " confirmed_price = coalesce(?, confirmed_price)"
                + " WHERE test = ? AND number = ? AND line_number = ?")
        .params(text(confirmed), price, flag(test), number, lineNumber)
        .update();
  }

  private Purchase row(ResultSet row, int number) throws SQLException {
    String expected = row.getString("expected");
    return new Purchase(
        row.getString("number"),
        row.getInt("test") == 1,
        row.getString("kind"),
        row.getString("status"),
        instant(row.getLong("ordered_at")),
        expected == null ? null : LocalDate.parse(expected),
        messages.read(row.getString("request"), OrderFromSupplier.class));
  }
}
