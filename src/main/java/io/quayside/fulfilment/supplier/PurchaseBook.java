package io.quayside.fulfilment.supplier;

import static io.quayside.work.Columns.text;

import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.QueueMessages;
import io.quayside.fulfilment.Replenishment;
import io.quayside.fulfilment.supplier.PurchaseRows.Coming;
import io.quayside.fulfilment.supplier.PurchaseRows.Line;
import io.quayside.fulfilment.supplier.PurchaseRows.Purchase;
import io.quayside.order.Catalogue;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.order.message.SupplierStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Supplier orders on their way: what they will bring, and what they have brought. */
@Component
class PurchaseBook implements Replenishment {

  private final PurchaseRows purchases;
  private final QueueMessages messages;
  private final Clock clock;
  private final Catalogue catalogue;
  private final InvoiceMatching matching;

  PurchaseBook(
      PurchaseRows purchases,
      QueueMessages messages,
      Clock clock,
      Catalogue catalogue,
      InvoiceMatching matching) {
    this.purchases = purchases;
    this.messages = messages;
    this.clock = clock;
    this.catalogue = catalogue;
    this.matching = matching;
  }

  @Override
  public Optional<LocalDate> expected(String sku, BigDecimal quantity, boolean test) {
    BigDecimal left = quantity;
    for (Coming coming : purchases.coming(sku, test)) {
      left = left.subtract(coming.quantity().multiply(factor(sku, coming.unit())));
      if (left.signum() <= 0) {
        return Optional.of(coming.expected());
      }
    }
    return Optional.empty();
  }

  @Override
  public void arrived(String number, boolean test, List<Arrived> goods) {
    purchases
        .find(number, test)
        .ifPresent(
            purchase -> {
              refuseDropShip(purchase);
              receive(purchase, goods);
            });
  }

  /** Tells what the supplier says of all lines; {@code date} for each, null when unknown. */
  void say(OrderFromSupplier order, String status, LocalDate date, String reason) {
    List<SupplierStatus.Item> items =
        order.lines().stream()
            .map(
                line ->
                    new SupplierStatus.Item(
                        line.lineNumber(),
                        line.sku(),
                        line.quantity(),
                        line.unit(),
                        text(date),
                        reason,
                        null,
                        null,
                        null))
            .toList();
    send(order, status, items);
  }

  /** What the supplier sends to the customer never comes here, so it never is in our stock. */
  private static void refuseDropShip(Purchase purchase) {
    if (purchase.dropShip()) {
      throw new FulfilmentRefusal(
          "Supplier order %s goes straight to the customer: nothing of it is booked into stock. Goods that came here all the same are booked in without a supplier order."
              .formatted(purchase.number()));
    }
  }

  private void receive(Purchase purchase, List<Arrived> goods) {
    List<SupplierStatus.Item> items = new ArrayList<>();
    goods.forEach(one -> items.addAll(receive(purchase, one)));
    boolean complete =
        purchases.lines(purchase.number(), purchase.test()).stream()
            .allMatch(line -> line.open().signum() == 0);
    if (complete) {
      purchases.status(purchase.number(), purchase.test(), "received", null);
    }
    matching.match(purchase);
    send(purchase.request(), "received", items);
  }

  /** Spreads goods over the lines of the item; what is more than ordered goes to its last line. */
  private List<SupplierStatus.Item> receive(Purchase purchase, Arrived goods) {
    List<Line> lines =
        purchases.lines(purchase.number(), purchase.test()).stream()
            .filter(line -> line.sku().equals(goods.sku()))
            .toList();
    List<SupplierStatus.Item> items = new ArrayList<>();
    BigDecimal left = goods.quantity();
    for (int i = 0; i < lines.size() && left.signum() > 0; i++) {
      Line line = lines.get(i);
      BigDecimal factor = factor(line.sku(), line.unit());
      BigDecimal came = left.divide(factor, 6, RoundingMode.HALF_UP);
      BigDecimal here = i == lines.size() - 1 ? came : came.min(line.open());
      if (here.signum() > 0) {
        purchases.received(
            purchase.number(), purchase.test(), line.lineNumber(), line.received().add(here));
        items.add(item(line, here));
        left = left.subtract(here.multiply(factor));
      }
    }
    return items;
  }

  private SupplierStatus.Item item(Line line, BigDecimal quantity) {
    return new SupplierStatus.Item(
        line.lineNumber(),
        line.sku(),
        text(quantity),
        line.unit(),
        LocalDate.now(clock).toString(),
        null,
        null,
        null,
        null);
  }

  private void send(OrderFromSupplier order, String status, List<SupplierStatus.Item> items) {
    OrderFromSupplier.CustomerOrder customer = order.customerOrder();
    String orderId = customer == null ? null : customer.orderId();
    messages.send(
        "supplier.status",
        orderId,
        customer == null ? null : customer.partner(),
        order.test(),
        new SupplierStatus(
            order.supplierOrder(),
            orderId,
            status,
            clock.instant(),
            null,
            items,
            null,
            null,
            null));
  }

  private BigDecimal factor(String sku, String unit) {
    return catalogue.bySku(sku).flatMap(item -> item.stockUnits(unit)).orElse(BigDecimal.ONE);
  }

  /** The lead time of the slowest line, in days; null when no line has one. */
  Integer leadTime(OrderFromSupplier order) {
    return order.lines().stream()
        .map(line -> catalogue.bySku(line.sku()).map(Catalogue.Item::leadTimeDays).orElse(null))
        .filter(java.util.Objects::nonNull)
        .max(Integer::compare)
        .orElse(null);
  }
}
