package io.quayside.order.process;

import io.quayside.order.canonical.Price;
import io.quayside.order.ledger.LedgerTerms;
import io.quayside.order.ledger.LineLedger;
import io.quayside.work.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Reads the columns of an order's rows. */
final class Rows {

  private Rows() {}

  static Instant instant(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? null : Columns.instant(micros);
  }

  static boolean flag(ResultSet row, String column) throws SQLException {
    return row.getInt(column) == 1;
  }

  static BigDecimal decimal(ResultSet row, String column) throws SQLException {
    return Columns.decimal(row.getString(column));
  }

  static void line(OrderState state, ResultSet row) throws SQLException {
    LineState line = state.lines.get(row.getString("line_key"));
    line.sku = row.getString("sku");
    line.description = row.getString("description");
    line.unit = row.getString("unit");
    line.pack = decimal(row, "pack");
    String amount = row.getString("price_amount");
    line.price =
        amount == null
            ? null
            : new Price(
                amount,
                row.getString("price_per"),
                row.getString("price_unit"),
                row.getString("price_code"),
                line.source.price() == null ? null : line.source.price().retail());
    line.priceChanged = flag(row, "price_changed");
    line.priceFactor = decimal(row, "price_factor");
    line.supply = row.getString("supply");
    line.supplier = row.getString("supplier");
    int leadTime = row.getInt("lead_time_days");
    line.leadTimeDays = row.wasNull() ? null : leadTime;
  }

  static void schedule(OrderState state, ResultSet row) throws SQLException {
    ScheduleState schedule =
        state.schedule(row.getString("line_key"), row.getString("schedule_id")).orElseThrow();
    schedule.ledger = ledger(row, state.ledgerTerms);
    schedule.delivered = decimal(row, "delivered");
    schedule.picking = decimal(row, "picking");
    schedule.billing = decimal(row, "billing");
    schedule.asked = row.getString("asked");
    schedule.askAgain = flag(row, "ask_again");
    schedule.stockLocation = row.getString("stock_location");
    schedule.shipDate = Columns.date(row.getString("ship_date"));
    schedule.backorderDate = Columns.date(row.getString("backorder_date"));
    schedule.supplierOrder = row.getString("supplier_order");
    schedule.because(row.getString("reason"), row.getString("reason_text"));
  }

  static OrderState.HoldState hold(ResultSet row) throws SQLException {
    return new OrderState.HoldState(
        row.getString("reason"),
        row.getString("line_key"),
        row.getString("subject"),
        row.getString("text"),
        instant(row, "since"),
        instant(row, "deadline"),
        row.getString("owner"),
        row.getString("waived_by"));
  }

  private static LineLedger ledger(ResultSet row, LedgerTerms terms) throws SQLException {
    return new LineLedger(
        row.getString("line_key"),
        row.getString("schedule_id"),
        terms,
        decimal(row, "first_ordered"),
        decimal(row, "ordered"),
        decimal(row, "accepted"),
        decimal(row, "backordered"),
        decimal(row, "rejected"),
        decimal(row, "cancelled"),
        decimal(row, "shipped"),
        decimal(row, "returned"),
        decimal(row, "invoiced"),
        decimal(row, "credited"));
  }
}
