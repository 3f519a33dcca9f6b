package io.quayside.fulfilment.supplier;

import static io.quayside.work.Columns.text;

import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.Inventory;
import io.quayside.fulfilment.SupplierOrders;
import io.quayside.fulfilment.supplier.PurchaseRows.Purchase;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.order.message.SupplierStatus;
import io.quayside.work.Database;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The supplier orders over their table; receiving goes through the inventory. */
@Component
class EmbeddedSupplierOrders implements SupplierOrders {

  private static final Set<String> TOLD = Set.of("confirmed", "shipped", "refused");

  private final Database database;
  private final PurchaseRows purchases;
  private final SupplierPapers papers;
  private final PurchaseBook book;
  private final Inventory inventory;

  EmbeddedSupplierOrders(
      Database database,
      PurchaseRows purchases,
      SupplierPapers papers,
      PurchaseBook book,
      Inventory inventory) {
    this.database = database;
    this.purchases = purchases;
    this.papers = papers;
    this.book = book;
    this.inventory = inventory;
  }

  @Override
  public Optional<SupplierOrder> find(String number, boolean test) {
    return purchases.find(number, test).map(this::view);
  }

  @Override
  public Page list(boolean open, boolean test, int page, int size) {
    return new Page(
        purchases.list(open, test, size, (long) page * size).stream().map(this::view).toList(),
        page,
        size,
        purchases.count(open, test));
  }

  @Override
  public String receive(String number, boolean test, List<Goods> goods, String by) {
    return database.inTransaction(
        () -> {
          known(number, test);
          List<PurchaseRows.Line> lines = purchases.lines(number, test);
          List<Inventory.Received> received =
              goods.stream().map(one -> received(number, lines, one)).toList();
          return inventory.receive(received, number, test, by);
        });
  }

  @Override
  public void status(
      String number, boolean test, String status, String date, String reason, String by) {
    if (!TOLD.contains(status)) {
      throw new FulfilmentRefusal(
          "Status `" + status + "`: confirmed, shipped and refused are possible");
    }
    LocalDate day = date(date);
    database.inTransaction(
        () -> {
          Purchase purchase = known(number, test);
          if ("received".equals(purchase.status()) || "refused".equals(purchase.status())) {
            throw new FulfilmentRefusal(
                "Supplier order " + number + " is " + purchase.status() + " already");
          }
          purchases.status(number, test, status, day);
          if ("refused".equals(status)) {
            inventory.notComing(number, test);
          }
          book.say(purchase.request(), status, day, reason);
        });
  }

  private Purchase known(String number, boolean test) {
    return purchases
        .find(number, test)
        .orElseThrow(
            () -> new FulfilmentRefusal("There is no supplier order `" + number + "` here"));
  }

  private static Inventory.Received received(
      String number, List<PurchaseRows.Line> lines, Goods goods) {
    PurchaseRows.Line line =
        lines.stream()
            .filter(l -> l.lineNumber().equals(goods.lineNumber()))
            .findFirst()
            .orElseThrow(
                () ->
                    new FulfilmentRefusal(
                        "Supplier order %s has no line `%s`"
                            .formatted(number, goods.lineNumber())));
    return new Inventory.Received(line.sku(), goods.location(), goods.quantity(), line.unit());
  }

  private static LocalDate date(String date) {
    try {
      return date == null || date.isBlank() ? null : LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw new FulfilmentRefusal("Date `" + date + "`: write it like 2026-12-08");
    }
  }

  private SupplierOrder view(Purchase purchase) {
    OrderFromSupplier order = purchase.request();
    OrderFromSupplier.CustomerOrder customer = order.customerOrder();
    List<PurchaseRows.Line> lines = purchases.lines(purchase.number(), purchase.test());
    List<SupplierStatus> shipments = papers(purchase, SupplierPapers.SHIPMENT);
    List<SupplierStatus> invoices = papers(purchase, SupplierPapers.INVOICE);
    ThreeWayMatch match = ThreeWayMatch.of(purchase, lines, shipments, invoices);
    return new SupplierOrder(
        purchase.number(),
        purchase.kind(),
        order.supplier(),
        purchase.status(),
        customer == null ? null : customer.orderId(),
        customer == null ? null : customer.poNumber(),
        purchase.test(),
        purchase.orderedAt(),
        text(purchase.expected()),
        lines.stream().map(line -> view(order, line, match)).toList(),
        shipments.stream().map(EmbeddedSupplierOrders::announced).toList(),
        invoices.stream().map(EmbeddedSupplierOrders::invoiced).toList(),
        match.differences());
  }

  private List<SupplierStatus> papers(Purchase purchase, String kind) {
    return papers.of(purchase.number(), purchase.test(), kind);
  }

  private static Line view(OrderFromSupplier order, PurchaseRows.Line line, ThreeWayMatch match) {
    String description =
        order.lines().stream()
            .filter(wanted -> wanted.lineNumber().equals(line.lineNumber()))
            .map(OrderFromSupplier.Wanted::description)
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null);
    return new Line(
        line.lineNumber(),
        line.sku(),
        description,
        text(line.quantity()),
        line.unit(),
        text(line.received()),
        text(line.confirmed()),
        text(match.announced().get(line.lineNumber())),
        text(match.invoiced().get(line.lineNumber())));
  }

  private static Announced announced(SupplierStatus status) {
    return new Announced(
        status.shipment().number(),
        status.document(),
        status.lines().stream()
            .map(SupplierStatus.Item::arrives)
            .filter(java.util.Objects::nonNull)
            .max(String::compareTo)
            .orElse(null),
        status.shipment().scac(),
        status.tracking());
  }

  private static Invoiced invoiced(SupplierStatus status) {
    SupplierStatus.Invoice invoice = status.invoice();
    return new Invoiced(
        invoice.number(),
        status.document(),
        invoice.kind(),
        invoice.date(),
        invoice.total(),
        invoice.currency());
  }
}
