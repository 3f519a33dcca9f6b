package io.quayside.order.process;

import io.quayside.order.OrderViews.Accounting;
import io.quayside.order.OrderViews.Hold;
import io.quayside.order.OrderViews.InvoiceView;
import io.quayside.order.OrderViews.LineView;
import io.quayside.order.OrderViews.OrderView;
import io.quayside.order.OrderViews.Ref;
import io.quayside.order.OrderViews.SalesOrderRef;
import io.quayside.order.OrderViews.ScheduleView;
import io.quayside.order.OrderViews.ShipmentView;
import io.quayside.order.canonical.Price;
import io.quayside.order.ledger.LineLedger;
import io.quayside.order.message.Posted;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Puts one order together, as contract.md shows it. */
@Component
class OrderViewBuilder {

  private final Database database;
  private final OrderStore store;
  private final Shipments shipments;
  private final KeptOrders kept;
  private final StoredJourney journey;
  private final Json json;

  OrderViewBuilder(
      Database database,
      OrderStore store,
      Shipments shipments,
      KeptOrders kept,
      StoredJourney journey,
      Json json) {
    this.database = database;
    this.store = store;
    this.shipments = shipments;
    this.kept = kept;
    this.journey = journey;
    this.json = json;
  }

  OrderView view(OrderState order) {
    OrderState.Head head = order.head;
    return new OrderView(
        order.id(),
        head.partnerId(),
        new Ref(head.customerId()),
        order.order().poNumber(),
        order.order().release(),
        head.test(),
        Statuses.of(order, store.today(order)),
        head.channel(),
        head.receivedAt(),
        order.openHolds().stream().map(OrderViewBuilder::hold).toList(),
        Statuses.invoice(order),
        order.order(),
        order.salesOrder == null ? null : new SalesOrderRef(order.salesOrder),
        order.tag == null ? null : new Accounting(order.tag),
        order.lines.values().stream().map(line -> line(order, line)).toList(),
        shipments.of(order.id()).stream().map(OrderViewBuilder::shipment).toList(),
        invoices(order.id()),
        kept.changesOf(order.id(), head.partnerId(), order.order().poNumber()).stream()
            .map(change -> ChangeTable.of(change, order.order(), json))
            .toList(),
        journey.of(order.id()),
        order.version);
  }

  private static Hold hold(OrderState.HoldState hold) {
    return new Hold(
        hold.reason(),
        hold.ofOrder() ? null : hold.line(),
        hold.text(),
        hold.since(),
        hold.deadline(),
        hold.owner());
  }

  private static LineView line(OrderState order, LineState line) {
    Price price = line.price;
    return new LineView(
        line.key,
        line.sku,
        line.description,
        line.unit(),
        price == null ? null : price.amount(),
        price == null ? null : Objects.requireNonNullElse(price.per(), "1"),
        price == null ? null : Objects.requireNonNullElse(price.unit(), line.unit()),
        sum(line, LineLedger::ordered),
        sum(line, LineLedger::open),
        sum(line, LineLedger::accepted),
        sum(line, LineLedger::backordered),
        sum(line, LineLedger::rejected),
        sum(line, LineLedger::cancelled),
        sum(line, LineLedger::shipped),
        sum(line, LineLedger::returned),
        sum(line, LineLedger::invoiced),
        sum(line, LineLedger::credited),
        Statuses.of(line, order.held(line)),
        line.schedules.stream()
            .map(s -> s.reasonText)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        line.schedules.stream().map(s -> schedule(order, line, s)).toList());
  }

  private static ScheduleView schedule(OrderState order, LineState line, ScheduleState schedule) {
    LineLedger ledger = schedule.ledger;
    boolean located = schedule.source != null && schedule.source.location() != null;
    return new ScheduleView(
        schedule.id(),
        located ? schedule.source.location().value() : null,
        Columns.text(ledger.ordered()),
        Columns.text(ledger.open()),
        Columns.text(ledger.accepted()),
        Columns.text(ledger.backordered()),
        Columns.text(ledger.rejected()),
        Columns.text(ledger.cancelled()),
        Columns.text(ledger.shipped()),
        Columns.text(ledger.returned()),
        Columns.text(ledger.invoiced()),
        Columns.text(ledger.credited()),
        Columns.text(schedule.waits() ? schedule.backorderDate : schedule.shipDate),
        Statuses.of(schedule, order.held(line)));
  }

  private static ShipmentView shipment(Shipments.Stored stored) {
    return new ShipmentView(
        stored.id(),
        stored.shippedAt(),
        stored.status(),
        stored.scac(),
        stored.tracking(),
        stored.deliveredAt());
  }

  private List<InvoiceView> invoices(String orderId) {
    return database
        .read()
        .sql(
            "SELECT body, paid_at FROM order_invoice WHERE order_id = ? ORDER BY booked_at, number")
        .param(orderId)
        .query(
            (row, n) -> {
              Posted.Invoice invoice = json.read(row.getString("body"), Posted.Invoice.class);
              return new InvoiceView(
                  invoice.number(),
                  invoice.date(),
                  invoice.dueDate(),
                  invoice.currency(),
                  invoice.total(),
                  Rows.instant(row, "paid_at"));
            })
        .list();
  }

  private static String sum(LineState line, Function<LineLedger, BigDecimal> bin) {
    return Columns.text(
        line.schedules.stream()
            .map(s -> bin.apply(s.ledger))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
