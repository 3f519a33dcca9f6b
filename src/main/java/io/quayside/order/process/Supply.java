package io.quayside.order.process;

import io.quayside.order.Catalogue;
import io.quayside.order.canonical.ItemId;
import io.quayside.order.canonical.Party;
import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.GoodsShipped.Packed;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.order.message.OrderFromSupplier.CustomerOrder;
import io.quayside.order.message.OrderFromSupplier.Wanted;
import io.quayside.order.message.SupplierStatus;
import io.quayside.order.policy.Finding;
import io.quayside.order.process.SupplierOrders.Ordered;
import io.quayside.work.Columns;
import io.quayside.work.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Orders what is short from suppliers, and follows what they say. */
@Component
class Supply {

  /** One order to one supplier; {@code shipTo} is the customer's where it is a drop shipment. */
  private record Group(String supplier, String kind, Party shipTo) {}

  private record Short(LineState line, ScheduleState schedule, BigDecimal quantity) {}

  private final Shipping shipping;
  private final Packing packing;
  private final SupplierOrders supplierOrders;
  private final Agreements agreements;
  private final Numbers numbers;
  private final Catalogue catalogue;
  private final Holds holds;
  private final Mail mail;
  private final StoredJourney journey;

  Supply(
      Shipping shipping,
      Packing packing,
      SupplierOrders supplierOrders,
      Agreements agreements,
      Numbers numbers,
      Catalogue catalogue,
      Holds holds,
      Mail mail,
      StoredJourney journey) {
    this.shipping = shipping;
    this.packing = packing;
    this.supplierOrders = supplierOrders;
    this.agreements = agreements;
    this.numbers = numbers;
    this.catalogue = catalogue;
    this.holds = holds;
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
        if (line.supplier != null && schedule.supplierOrder == null && missing.signum() > 0) {
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
    OrderFromSupplier body =
        new OrderFromSupplier(
            number,
            group.kind(),
            group.supplier(),
            order.head.company(),
            order.testArea(),
            group.shipTo(),
            new CustomerOrder(order.id(), order.order().poNumber(), order.head.partnerId()),
            wantedBy(shorts),
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
                number,
                group.supplier(),
                "drop-ship".equals(group.kind()) ? " for drop shipment" : "",
                words(shorts)));
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

  /** Confirmed moves the promised day, a drop shipment is a shipment, refused is for a person. */
  void record(OrderState order, Ordered ordered, SupplierStatus status) {
    String number = status.supplierOrder();
    mail.settle("supplier.order", number);
    supplierOrders.status(number, order.testArea(), status.status());
    journey.add(
        order,
        "supplier",
        status.status(),
        "%s: the supplier says %s.".formatted(number, status.status()));
    switch (status.status()) {
      case "confirmed" -> status.lines().forEach(item -> promise(order, ordered, item));
      case "refused" -> refuse(order, ordered, status);
      case "shipped" -> {
        if ("drop-ship".equals(ordered.body().kind())) {
          packing.record(order, asShipment(ordered, status), false);
          supplierOrders.countShipment(number, order.testArea());
        }
      }
      default -> {}
    }
  }

  private static void promise(OrderState order, Ordered ordered, SupplierStatus.Item item) {
    if (item.date() == null) {
      return;
    }
    LocalDate date = LocalDate.parse(item.date());
    for (Wanted wanted : ordered.body().lines()) {
      if (matches(wanted, item)) {
        order
            .schedule(wanted.forLine(), wanted.forSchedule())
            .ifPresent(
                schedule -> {
                  if (schedule.waits()) {
                    schedule.backorderDate = date;
                  } else if ("drop-ship".equals(ordered.body().kind())) {
                    schedule.shipDate = date;
                  }
                });
      }
    }
  }

  private void refuse(OrderState order, Ordered ordered, SupplierStatus status) {
    String why =
        status.lines() == null
            ? ""
            : status.lines().stream()
                .filter(item -> item.reason() != null)
                .map(item -> " Item %s: %s.".formatted(item.sku(), item.reason()))
                .reduce("", String::concat);
    holds.raise(
        order,
        new Finding(
            "supplier-refused",
            status.supplierOrder(),
            Finding.ORDER,
            "%s does not deliver %s.%s"
                .formatted(ordered.body().supplier(), status.supplierOrder(), why),
            "Find the goods elsewhere and book them in, or decide the waiting lines.",
            ""),
        null,
        null);
  }

  private static GoodsShipped asShipment(Ordered ordered, SupplierStatus status) {
    List<Packed> packed = new ArrayList<>();
    for (Wanted wanted : ordered.body().lines()) {
      if (status.lines() == null || status.lines().isEmpty()) {
        packed.add(packed(wanted, wanted.quantity()));
        continue;
      }
      status.lines().stream()
          .filter(item -> matches(wanted, item))
          .findFirst()
          .ifPresent(item -> packed.add(packed(wanted, quantity(wanted, item))));
    }
    return new GoodsShipped(
        "%s-%d".formatted(status.supplierOrder(), ordered.shipments() + 1),
        null,
        ordered.orderId(),
        null,
        status.at(),
        ordered.body().supplier(),
        null,
        status.tracking(),
        null,
        packed,
        List.of());
  }

  private static String quantity(Wanted wanted, SupplierStatus.Item item) {
    return item.quantity() == null ? wanted.quantity() : item.quantity();
  }

  private static Packed packed(Wanted wanted, String quantity) {
    return new Packed(
        wanted.forLine(),
        wanted.forSchedule(),
        wanted.sku(),
        quantity,
        wanted.unit(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null);
  }

  private static boolean matches(Wanted wanted, SupplierStatus.Item item) {
    return item.lineNumber() == null
        ? wanted.sku().equals(item.sku())
        : wanted.lineNumber().equals(item.lineNumber());
  }

  private static String wantedBy(List<Short> shorts) {
    return shorts.stream()
        .map(s -> s.schedule().window.wished())
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
