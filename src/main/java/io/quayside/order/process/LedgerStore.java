package io.quayside.order.process;

import io.quayside.order.canonical.Price;
import io.quayside.order.ledger.LineLedger;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows below an order: lines, deliveries with their ledgers, holds. */
@Component
class LedgerStore {

  private final Database database;

  LedgerStore(Database database) {
    this.database = database;
  }

  void insert(OrderState state) {
    for (LineState line : state.lines.values()) {
      database
          .write()
          .sql(
              """
              INSERT INTO order_line (sku, description, unit, pack, price_amount, price_per,
                price_unit, price_code, price_changed, price_factor, supply, supplier,
                lead_time_days, order_id, line_key, position)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(row(line))
          .params(state.id(), line.key, line.position)
          .update();
      for (ScheduleState schedule : line.schedules) {
        insert(state, line, schedule);
      }
    }
  }

  private void insert(OrderState state, LineState line, ScheduleState schedule) {
    database
        .write()
        .sql(
            """
            INSERT INTO order_schedule (sku, ordered, accepted, backordered, rejected, cancelled,
              shipped, returned, invoiced, credited, delivered, picking, billing, waits, asked,
              ask_again, stock_location, ship_date, backorder_date, supplier_order, reason,
              reason_text, order_id, line_key, schedule_id, position, first_ordered)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(row(line, schedule))
        .params(
            state.id(),
            line.key,
            schedule.id(),
            schedule.position,
            Columns.text(schedule.ledger.firstOrdered()))
        .update();
  }

  void save(OrderState state) {
    for (LineState line : state.lines.values()) {
      save(state.id(), line);
      line.schedules.forEach(schedule -> save(state.id(), line, schedule));
    }
  }

  /** Rows that stand as they are stored are left alone. */
  private void save(String orderId, LineState line) {
    List<Object> row = row(line);
    if (row.equals(line.stored)) {
      return;
    }
    database
        .write()
        .sql(
            """
            UPDATE order_line SET sku = ?, description = ?, unit = ?, pack = ?, price_amount = ?,
              price_per = ?, price_unit = ?, price_code = ?, price_changed = ?, price_factor = ?,
              supply = ?, supplier = ?, lead_time_days = ?
            WHERE order_id = ? AND line_key = ?
            """)
        .params(row)
        .param(orderId)
        .param(line.key)
        .update();
    line.stored = row;
  }

  private static List<Object> row(LineState line) {
    Price price = line.price == null ? new Price(null, null, null, null, null) : line.price;
    return Arrays.asList(
        line.sku,
        line.description,
        line.unit,
        Columns.text(line.pack),
        price.amount(),
        price.per(),
        price.unit(),
        price.code(),
        Columns.flag(line.priceChanged),
        Columns.text(line.priceFactor),
        line.supply,
        line.supplier,
        line.leadTimeDays);
  }

  private void save(String orderId, LineState line, ScheduleState schedule) {
    List<Object> row = row(line, schedule);
    if (row.equals(schedule.stored)) {
      return;
    }
    database
        .write()
        .sql(
            """
            UPDATE order_schedule SET sku = ?, ordered = ?, accepted = ?, backordered = ?,
              rejected = ?, cancelled = ?, shipped = ?, returned = ?, invoiced = ?, credited = ?,
              delivered = ?, picking = ?, billing = ?, waits = ?, asked = ?, ask_again = ?,
              stock_location = ?, ship_date = ?, backorder_date = ?, supplier_order = ?,
              reason = ?, reason_text = ?
            WHERE order_id = ? AND line_key = ? AND schedule_id = ?
            """)
        .params(row)
        .param(orderId)
        .param(line.key)
        .param(schedule.id())
        .update();
    schedule.stored = row;
  }

  private static List<Object> row(LineState line, ScheduleState schedule) {
    LineLedger ledger = schedule.ledger;
    return Arrays.asList(
        line.sku,
        Columns.text(ledger.ordered()),
        Columns.text(ledger.accepted()),
        Columns.text(ledger.backordered()),
        Columns.text(ledger.rejected()),
        Columns.text(ledger.cancelled()),
        Columns.text(ledger.shipped()),
        Columns.text(ledger.returned()),
        Columns.text(ledger.invoiced()),
        Columns.text(ledger.credited()),
        Columns.text(schedule.delivered),
        Columns.text(schedule.picking),
        Columns.text(schedule.billing),
        Columns.flag(schedule.waits() || schedule.asked != null),
        schedule.asked,
        Columns.flag(schedule.askAgain),
        schedule.stockLocation,
        Columns.text(schedule.shipDate),
        Columns.text(schedule.backorderDate),
        schedule.supplierOrder,
        schedule.reason,
        schedule.reasonText);
  }

  void fill(JdbcClient jdbc, OrderState state) {
    jdbc.sql("SELECT * FROM order_line WHERE order_id = ?")
        .param(state.id())
        .query(
            row -> {
              Rows.line(state, row);
            });
    jdbc.sql("SELECT * FROM order_schedule WHERE order_id = ?")
        .param(state.id())
        .query(
            row -> {
              Rows.schedule(state, row);
            });
    for (LineState line : state.lines.values()) {
      line.stored = row(line);
      line.schedules.forEach(schedule -> schedule.stored = row(line, schedule));
    }
    state.holds.addAll(
        jdbc.sql("SELECT * FROM order_hold WHERE order_id = ? ORDER BY since, reason, line_key")
            .param(state.id())
            .query((row, n) -> Rows.hold(row))
            .list());
    jdbc.sql("SELECT paid_at FROM order_invoice WHERE order_id = ? AND kind <> 'credit'")
        .param(state.id())
        .query(
            row -> {
              state.invoices++;
              state.paidInvoices += Rows.instant(row, "paid_at") == null ? 0 : 1;
            });
  }
}
