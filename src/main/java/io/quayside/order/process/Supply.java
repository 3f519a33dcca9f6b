package io.quayside.order.process;

import io.quayside.order.Catalogue;
import io.quayside.order.canonical.ItemId;
import io.quayside.order.canonical.Party;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.order.message.OrderFromSupplier.CustomerOrder;
import io.quayside.order.message.OrderFromSupplier.Wanted;
import io.quayside.order.policy.ShipWindow;
import io.quayside.work.Columns;
import io.quayside.work.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Orders what is short from suppliers. */
@Component
class Supply {

  /** One order to one supplier; {@code shipTo} is the customer's where it is a drop shipment. */
  private record Group(String supplier, String kind, Party shipTo) {}

  private record Short(LineState line, ScheduleState schedule, BigDecimal quantity) {}

  private final Shipping shipping;
  private final SupplierOrders supplierOrders;
  private final Agreements agreements;
  private final Numbers numbers;
  private final Catalogue catalogue;
  private final Mail mail;
  private final StoredJourney journey;

  Supply(
      Shipping shipping,
      SupplierOrders supplierOrders,
      Agreements agreements,
      Numbers numbers,
      Catalogue catalogue,
      Mail mail,
      StoredJourney journey) {
    this.shipping = shipping;
    this.supplierOrders = supplierOrders;
    this.agreements = agreements;
    this.numbers = numbers;
    this.catalogue = catalogue;
    this.mail = mail;
    this.journey = journey;
  }

  /** Each shortage of an item that has a supplier is ordered once. */
  void orderWhatIsShort(OrderState order) {
    if (order.held()) {
      return;
    }
    Map<Group, List<Short>> groups = new LinkedHashMap<>();
    for (LineState line : order.lines.values()) {
      for (ScheduleState schedule : line.schedules) {
        BigDecimal missing =
            line.dropShipped() ? schedule.ledger.toShip() : schedule.ledger.backordered();
        if (line.supplier != null
            && schedule.supplierOrder == null
            && schedule.asked == null
            && missing.signum() > 0) {
          Group group =
              line.dropShipped()
                  ? new Group(line.supplier, "drop-ship", shipping.shipTo(order, line, schedule))
                  : new Group(line.supplier, "stock", null);
          groups
              .computeIfAbsent(group, key -> new ArrayList<>())
              .add(new Short(line, schedule, missing));
        }
      }
    }
    groups.forEach((group, shorts) -> order(order, group, shorts));
  }

  private void order(OrderState order, Group group, List<Short> shorts) {
    String number = numbers.next("PO", "supplier-order", order.testArea());
    List<Wanted> lines = new ArrayList<>();
    for (Short missing : shorts) {
      missing.schedule().supplierOrder = number;
      lines.add(
          new Wanted(
              String.valueOf(lines.size() + 1),
              missing.line().sku,
              ids(missing.line()),
              missing.line().description,
              Columns.text(missing.quantity()),
              missing.line().unit(),
              null,
              missing.line().key,
              missing.schedule().id()));
    }
    boolean dropShip = "drop-ship".equals(group.kind());
    OrderFromSupplier body =
        new OrderFromSupplier(
            number,
            group.kind(),
            group.supplier(),
            order.head.company(),
            order.testArea(),
            group.shipTo(),
            new CustomerOrder(order.id(), order.order().poNumber(), order.head.partnerId()),
            wanted(shorts, dropShip ? ShipWindow::wishedDelivery : ShipWindow::wished),
            dropShip ? wanted(shorts, ShipWindow::wishedShip) : null,
            Agreements.currency(order.order(), agreements.of(order)),
            lines);
    supplierOrders.insert(order, body);
    mail.command(order, "supplier.order", number, body);
    journey.add(
        order,
        "supplier",
        "ordered",
        "%s ordered from %s%s: %s."
            .formatted(
                number, group.supplier(), dropShip ? " for drop shipment" : "", words(shorts)));
  }

  /** To a supplier we are the buyer: our number and the GTIN; the customer's numbers stay here. */
  private List<ItemId> ids(LineState line) {
    List<ItemId> ids = new ArrayList<>(List.of(new ItemId("buyer", null, line.sku, null)));
    catalogue
        .bySku(line.sku)
        .map(item -> gtin(item, line.unit()))
        .ifPresent(gtin -> ids.add(new ItemId("gtin", null, gtin, null)));
    return ids;
  }

  private static String gtin(Catalogue.Item item, String unit) {
    return unit != null && unit.equals(item.packUnit()) ? item.caseGtin() : item.gtin();
  }

  private static String wanted(List<Short> shorts, Function<ShipWindow, LocalDate> day) {
    return shorts.stream()
        .map(s -> day.apply(s.schedule().window))
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .map(LocalDate::toString)
        .orElse(null);
  }

  private static String words(List<Short> shorts) {
    return shorts.stream()
        .map(
            s -> "%s %s of %s".formatted(Columns.text(s.quantity()), s.line().unit(), s.line().sku))
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }
}
