package io.quayside.order.process;

import io.quayside.order.message.OrderFromSupplier;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was ordered from suppliers for customers' orders. */
@Component
class SupplierOrders {

  record Ordered(
      String orderId, OrderFromSupplier body, Instant at, String status, int shipments) {}

  private final Database database;
  private final Clock clock;
  private final Json json;

  SupplierOrders(Database database, Clock clock, Json json) {
    this.database = database;
    this.clock = clock;
    this.json = json;
  }

  void insert(OrderState order, OrderFromSupplier body) {
    database
        .write()
        .sql(
            """
            INSERT INTO order_supplier (number, area, order_id, body, ordered_at, status, shipments)
            VALUES (?, ?, ?, ?, ?, 'ordered', 0)
            """)
        .params(
            body.supplierOrder(),
            Columns.flag(body.test()),
            order.id(),
            json.write(body),
            Columns.micros(clock.instant()))
        .update();
  }

  void status(String number, boolean area, String status) {
    database
        .write()
        .sql("UPDATE order_supplier SET status = ? WHERE number = ? AND area = ?")
        .params(status, number, Columns.flag(area))
        .update();
  }

  void countShipment(String number, boolean area) {
    database
        .write()
        .sql("UPDATE order_supplier SET shipments = shipments + 1 WHERE number = ? AND area = ?")
        .params(number, Columns.flag(area))
        .update();
  }

  Optional<Ordered> find(String number, boolean area) {
    return database
        .read()
        .sql("SELECT * FROM order_supplier WHERE number = ? AND area = ?")
        .params(number, Columns.flag(area))
        .query((row, n) -> ordered(row))
        .optional();
  }

  /** By number and customer's order; the order may be left out when the number says enough. */
  List<Ordered> find(String number, String orderId) {
    return database
        .read()
        .sql("SELECT * FROM order_supplier WHERE number = ? AND order_id = COALESCE(?, order_id)")
        .params(number, orderId)
        .query((row, n) -> ordered(row))
        .list();
  }

  private Ordered ordered(ResultSet row) throws SQLException {
    return new Ordered(
        row.getString("order_id"),
        json.read(row.getString("body"), OrderFromSupplier.class),
        Rows.instant(row, "ordered_at"),
        row.getString("status"),
        row.getInt("shipments"));
  }
}
