package io.quayside.order.process;

import io.quayside.order.canonical.Price;
import io.quayside.work.Columns;
import io.quayside.work.Database;
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
              INSERT INTO order_line (order_id, line_key, position, description, pack,
                price_changed, price_factor)
              VALUES (?, ?, ?, ?, '1', 0, '1')
              """)
          .params(state.id(), line.key, line.position, line.description)
          .update();
      for (ScheduleState schedule : line.schedules) {
        insert(state, line, schedule);
      }
    }
    save(state);
  }

  private void insert(OrderState state, LineState line, ScheduleState schedule) {
    database
        .write()
        .sql(
            """
            INSERT INTO order_schedule (order_id, line_key, schedule_id, position, first_ordered,
              ordered, accepted, backordered, rejected, cancelled, shipped, returned, invoiced,
              credited, delivered, picking, billing, waits, ask_again)
            VALUES (?, ?, ?, ?, ?, '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', 0, 0)
            """)
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

  private void save(String orderId, LineState line) {
    Price price = line.price == null ? new Price(null, null, null, null, null) : line.price;
    database
        .write()
        .sql(
            """
            UPDATE order_line SET sku = :sku, description = :description, unit = :unit, pack = :pack,
              price_amount = :amount, price_per = :per, price_unit = :priceUnit, price_code = :code,
              price_changed = :changed, price_factor = :factor, supply = :supply,
              supplier = :supplier, lead_time_days = :lead
            WHERE order_id = :order AND line_key = :line
            """)
        .param("sku", line.sku)
        .param("description", line.description)
        .param("unit", line.unit)
        .param("pack", Columns.text(line.pack))
        .param("amount", price.amount())
        .param("per", price.per())
        .param("priceUnit", price.unit())
        .param("code", price.code())
        .param("changed", Columns.flag(line.priceChanged))
        .param("factor", Columns.text(line.priceFactor))
        .param("supply", line.supply)
        .param("supplier", line.supplier)
        .param("lead", line.leadTimeDays)
        .param("order", orderId)
        .param("line", line.key)
        .update();
  }

  private void save(String orderId, LineState line, ScheduleState schedule) {
    database
        .write()
        .sql(
            """
            UPDATE order_schedule SET sku = :sku, ordered = :ordered, accepted = :accepted,
              backordered = :backordered, rejected = :rejected, cancelled = :cancelled,
              shipped = :shipped, returned = :returned, invoiced = :invoiced, credited = :credited,
              delivered = :delivered, picking = :picking, billing = :billing, waits = :waits,
              asked = :asked, ask_again = :again, stock_location = :location,
              ship_date = :shipDate, backorder_date = :backorderDate,
              supplier_order = :supplierOrder, reason = :reason, reason_text = :reasonText
            WHERE order_id = :order AND line_key = :line AND schedule_id = :schedule
            """)
        .param("sku", line.sku)
        .param("ordered", Columns.text(schedule.ledger.ordered()))
        .param("accepted", Columns.text(schedule.ledger.accepted()))
        .param("backordered", Columns.text(schedule.ledger.backordered()))
        .param("rejected", Columns.text(schedule.ledger.rejected()))
        .param("cancelled", Columns.text(schedule.ledger.cancelled()))
        .param("shipped", Columns.text(schedule.ledger.shipped()))
        .param("returned", Columns.text(schedule.ledger.returned()))
        .param("invoiced", Columns.text(schedule.ledger.invoiced()))
        .param("credited", Columns.text(schedule.ledger.credited()))
        .param("delivered", Columns.text(schedule.delivered))
        .param("picking", Columns.text(schedule.picking))
        .param("billing", Columns.text(schedule.billing))
        .param("waits", Columns.flag(schedule.waits() || schedule.asked != null))
        .param("asked", schedule.asked)
        .param("again", Columns.flag(schedule.askAgain))
        .param("location", schedule.stockLocation)
        .param("shipDate", Columns.text(schedule.shipDate))
        .param("backorderDate", Columns.text(schedule.backorderDate))
        .param("supplierOrder", schedule.supplierOrder)
        .param("reason", schedule.reason)
        .param("reasonText", schedule.reasonText)
        .param("order", orderId)
        .param("line", line.key)
        .param("schedule", schedule.id())
        .update();
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
