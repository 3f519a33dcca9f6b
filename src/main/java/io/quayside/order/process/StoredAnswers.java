package io.quayside.order.process;

import io.quayside.order.Answers;
import io.quayside.order.ledger.LineLedger;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.Posted;
import io.quayside.order.process.Shipments.ShippedPart;
import io.quayside.order.process.Shipments.Stored;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The facts for the answers, read from the ledger. */
@Component
class StoredAnswers implements Answers {

  private record Booked(
      String orderId, String shipmentId, String kind, String body, long bookedAt) {

    boolean credit() {
      return "credit".equals(kind);
    }
  }

  private final OrderStore store;
  private final SettledChanges changes;
  private final Shipments shipments;
  private final SupplierOrders supplierOrders;
  private final Database database;
  private final Json json;

  StoredAnswers(
      OrderStore store,
      SettledChanges changes,
      Shipments shipments,
      SupplierOrders supplierOrders,
      Database database,
      Json json) {
    this.store = store;
    this.changes = changes;
    this.shipments = shipments;
    this.supplierOrders = supplierOrders;
    this.database = database;
    this.json = json;
  }

  @Override
  public Optional<Confirmation> confirmation(String orderId) {
    return store
        .read(orderId)
        .map(
            order ->
                new Confirmation(
                    head(order),
                    order.lines.values().stream().map(line -> line(order, line)).toList()));
  }

  @Override
  public Optional<Change> change(String documentId) {
    return changes.find(documentId);
  }

  @Override
  public Optional<Confirmation> withoutOrder(String changeDocument) {
    return changes.withoutOrder(changeDocument).map(head -> new Confirmation(head, List.of()));
  }

  @Override
  public Optional<Shipment> shipment(String shipmentId) {
    return shipments
        .find(shipmentId)
        .map(
            stored -> {
              OrderState order = store.read(stored.orderId()).orElseThrow();
              return new Shipment(
                  head(order),
                  stored.packed(),
                  stored.shipTo(),
                  stored.parts().stream().map(part -> part(order, part)).toList(),
                  stored.scac(),
                  stored.tracking(),
                  supplier(stored, order.head.test()));
            });
  }

  @Override
  public Optional<Billing> invoice(String number, boolean test) {
    return database
        .read()
        .sql("SELECT * FROM order_invoice WHERE number = ? AND area = ?")
        .params(number, Columns.flag(test))
        .query(StoredAnswers::booked)
        .optional()
        .map(
            booked -> {
              Optional<Stored> shipment =
                  Optional.ofNullable(booked.shipmentId()).flatMap(shipments::find);
              Posted.Invoice invoice = json.read(booked.body(), Posted.Invoice.class);
              return new Billing(
                  head(store.read(booked.orderId()).orElseThrow()),
                  invoice,
                  booked.credit(),
                  booked.shipmentId(),
                  shipment.map(Stored::tracking).orElse(null),
                  shipment.map(Stored::shippedAt).orElse(null),
                  booked.credit() ? originals(booked, invoice) : List.of());
            });
  }

  /** What billed any of the goods before: with the shipment, or with the order as a whole. */
  private List<Original> originals(Booked credit, Posted.Invoice note) {
    return database
        .read()
        .sql(
            "SELECT * FROM order_invoice WHERE order_id = ? AND booked_at <= ? ORDER BY booked_at, number")
        .params(credit.orderId(), credit.bookedAt())
        .query(StoredAnswers::booked)
        .list()
        .stream()
        .filter(one -> !one.credit())
        .filter(
            one ->
                credit.shipmentId() == null
                    || one.shipmentId() == null
                    || one.shipmentId().equals(credit.shipmentId()))
        .map(one -> json.read(one.body(), Posted.Invoice.class))
        .filter(invoice -> invoice.lines().stream().anyMatch(line -> in(note, line)))
        .map(invoice -> new Original(invoice.number(), invoice.date()))
        .toList();
  }

  private static boolean in(Posted.Invoice note, PostToAccounting.Billed line) {
    return note.lines().stream()
        .anyMatch(
            given ->
                given.lineNumber().equals(line.lineNumber())
                    && Objects.equals(given.scheduleId(), line.scheduleId()));
  }

  private static Booked booked(ResultSet row, int n) throws SQLException {
    return new Booked(
        row.getString("order_id"),
        row.getString("shipment_id"),
        row.getString("kind"),
        row.getString("body"),
        row.getLong("booked_at"));
  }

  @Override
  public Optional<SupplierOrder> supplierOrder(String number, boolean test) {
    return supplierOrders.find(number, test).map(o -> new SupplierOrder(o.body(), o.at()));
  }

  /** A drop shipment has the number of our order to the supplier. PO-1001-1 */
  private String supplier(Stored stored, boolean test) {
    return supplierOrders
        .find(stored.id().replaceFirst("-\\d+$", ""), test)
        .map(SupplierOrders.Ordered::body)
        .filter(body -> "drop-ship".equals(body.kind()))
        .map(OrderFromSupplier::supplier)
        .orElse(null);
  }

  private static Head head(OrderState order) {
    return new Head(
        order.id(),
        order.head.partnerId(),
        order.head.company(),
        order.head.test(),
        order.head.parallel(),
        order.head.documentId(),
        order.order(),
        order.salesOrder,
        order.decidedAt);
  }

  private static ConfirmedLine line(OrderState order, LineState line) {
    Leaving leaving = Leaving.of(order, line);
    return new ConfirmedLine(
        line.key,
        line.sku,
        line.unit(),
        line.price,
        line.priceChanged,
        line.schedules.stream().map(schedule -> schedule(schedule, leaving)).toList());
  }

  private static ConfirmedSchedule schedule(ScheduleState schedule, Leaving leaving) {
    LineLedger ledger = schedule.ledger;
    boolean refused = ledger.rejected().signum() > 0 || ledger.cancelled().signum() > 0;
    boolean nothing = ledger.ordered().signum() == 0;
    LocalDate leaves = ledger.accepted().signum() > 0 ? leaving.accepted(schedule) : null;
    return new ConfirmedSchedule(
        schedule.id(),
        Columns.text(ledger.ordered()),
        Columns.text(ledger.accepted()),
        Columns.text(leaves),
        leaves != null && schedule.window.isLate(leaves),
        Columns.text(ledger.backordered()),
        schedule.waits() ? Columns.text(leaving.waiting(schedule)) : null,
        Columns.text(ledger.rejected()),
        Columns.text(ledger.cancelled()),
        refused || nothing ? schedule.reason : null,
        refused || nothing ? schedule.reasonText : null);
  }

  private static ShippedLine part(OrderState order, ShippedPart part) {
    LineState line = order.lines.get(part.line());
    Object place =
        order.schedule(part.line(), part.schedule()).map(StoredAnswers::place).orElse(List.of());
    List<ScheduleState> there =
        line.schedules.stream().filter(schedule -> place(schedule).equals(place)).toList();
    return new ShippedLine(
        line.key,
        part.schedule(),
        part.quantity(),
        line.unit(),
        Columns.text(sum(there, LineLedger::ordered)),
        Columns.text(sum(there, LineLedger::shipped)));
  }

  /** Where a delivery goes, when its line goes to several places. SDQ*EA*92*0042*40*0043*60~ */
  private static Object place(ScheduleState schedule) {
    return schedule.source == null
        ? List.of()
        : Stream.of(schedule.source.location(), schedule.source.shipTo())
            .filter(Objects::nonNull)
            .toList();
  }

  private static BigDecimal sum(
      List<ScheduleState> schedules, Function<LineLedger, BigDecimal> quantity) {
    return schedules.stream()
        .map(schedule -> quantity.apply(schedule.ledger))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
