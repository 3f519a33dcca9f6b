package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.decimal;
import static io.quayside.work.Columns.flag;
import static io.quayside.work.Columns.text;

import io.quayside.work.Database;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The table of what is held for orders. */
@Repository
class ReservationRows {

  /**
   * What one request holds of one schedule, in the ordered unit; {@code factor} stock units each.
   */
  record Reservation(
      String requestId,
      String lineNumber,
      String scheduleId,
      String orderId,
      boolean test,
      String sku,
      String location,
      BigDecimal factor,
      BigDecimal held) {}

  private static final String SELECT =
      "SELECT request_id, line_number, schedule_id, order_id, test, sku, location, factor, held"
          + " FROM inventory_reservation ";

  private final Database database;

  ReservationRows(Database database) {
    this.database = database;
  }

  /** What is held of one schedule of an order, the newest request first. */
  List<Reservation> of(String orderId, String lineNumber, String scheduleId) {
    return database
        .read()
        .sql(
            SELECT
                + "WHERE order_id = ? AND line_number = ? AND schedule_id = ?"
                + " ORDER BY request_id DESC")
        .params(orderId, lineNumber, scheduleId)
        .query((row, n) -> row(row))
        .list();
  }

  void add(Reservation reservation) {
    database
        .write()
        .sql(
            "INSERT INTO inventory_reservation (request_id, line_number, schedule_id, order_id,"
                + " test, sku, location, factor, held)"
                + " VALUES (:request, :line, :schedule, :order, :test, :sku, :location, :factor,"
                + " :held)")
        .param("request", reservation.requestId())
        .param("line", reservation.lineNumber())
        .param("schedule", reservation.scheduleId())
        .param("order", reservation.orderId())
        .param("test", flag(reservation.test()))
        .param("sku", reservation.sku())
        .param("location", reservation.location())
        .param("factor", text(reservation.factor()))
        .param("held", text(reservation.held()))
        .update();
  }

  void hold(Reservation reservation, BigDecimal held) {
    int rows =
        database
            .write()
            .sql(
                "UPDATE inventory_reservation SET held = :held WHERE request_id = :request"
                    + " AND line_number = :line AND schedule_id = :schedule AND held = :before")
            .param("held", text(held))
            .param("request", reservation.requestId())
            .param("line", reservation.lineNumber())
            .param("schedule", reservation.scheduleId())
            .param("before", text(reservation.held()))
            .update();
    if (rows != 1) {
      throw new IllegalStateException(
          "The reservation of request "
              + reservation.requestId()
              + ", line "
              + reservation.lineNumber()
              + " was changed by another transaction meanwhile");
    }
  }

  private static Reservation row(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Reservation(
        row.getString("request_id"),
        row.getString("line_number"),
        row.getString("schedule_id"),
        row.getString("order_id"),
        row.getInt("test") == 1,
        row.getString("sku"),
        row.getString("location"),
        decimal(row.getString("factor")),
        decimal(row.getString("held")));
  }
}
