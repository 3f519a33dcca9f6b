package io.quayside.order.process;

import io.quayside.order.message.OrderFromSupplier.Wanted;
import io.quayside.order.message.SupplierStatus;
import io.quayside.order.message.SupplierStatus.Item;
import io.quayside.order.policy.Finding;
import io.quayside.order.process.SupplierOrders.Ordered;
import io.quayside.work.Columns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What suppliers say of goods that a customer waits for: a promise moves the customer's day, a drop
 * shipment is a shipment, and what does not come is for a person.
 */
@Component
class SupplierNews {

  private final Packing packing;
  private final SupplierOrders supplierOrders;
  private final Holds holds;
  private final Mail mail;
  private final StoredJourney journey;

  SupplierNews(
      Packing packing,
      SupplierOrders supplierOrders,
      Holds holds,
      Mail mail,
      StoredJourney journey) {
    this.packing = packing;
    this.supplierOrders = supplierOrders;
    this.holds = holds;
    this.mail = mail;
    this.journey = journey;
  }

  /** True when the customer's promise is another one now, and it is to be told so. */
  boolean record(OrderState order, Ordered ordered, SupplierStatus status) {
    String number = status.supplierOrder();
    mail.settle("supplier.order", number);
    if (!"invoiced".equals(status.status())) {
      supplierOrders.status(number, order.testArea(), status.status());
    }
    journey.add(order, "supplier", status.status(), words(ordered, status));
    return switch (status.status()) {
      case "confirmed" -> confirm(order, ordered, status);
      case "refused" -> refuse(order, ordered, status);
      case "shipped" -> ship(order, ordered, status);
      default -> false;
    };
  }

  /** The customer is told by itself only where all that it waits for is still to come. */
  private boolean confirm(OrderState order, Ordered ordered, SupplierStatus status) {
    List<String> missing = new ArrayList<>();
    boolean moved = false;
    for (Wanted wanted : ordered.body().lines()) {
      List<Item> items = said(wanted, status);
      if (items.isEmpty()) {
        continue;
      }
      BigDecimal asked = new BigDecimal(wanted.quantity());
      BigDecimal comes = coming(wanted, items);
      if (comes.compareTo(asked) < 0) {
        missing.add(
            "line %s, %s: %s of %s %s%s"
                .formatted(
                    wanted.lineNumber(),
                    wanted.sku(),
                    Columns.text(asked.subtract(comes)),
                    wanted.quantity(),
                    wanted.unit(),
                    reasons(items)));
      }
      moved |= promise(order, ordered, wanted, items);
    }
    if (!missing.isEmpty()) {
      doesNotCome(order, ordered, "supplier-short", "confirms less: " + String.join("; ", missing));
    }
    return moved && missing.isEmpty();
  }

  private static BigDecimal coming(Wanted wanted, List<Item> items) {
    return items.stream()
        .filter(item -> !item.refused())
        .map(item -> item.quantity() == null ? wanted.quantity() : item.quantity())
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The day on which the last of a line is there, or leaves where it is a drop shipment. */
  private static boolean promise(
      OrderState order, Ordered ordered, Wanted wanted, List<Item> items) {
    boolean dropShip = dropShip(ordered);
    LocalDate day =
        items.stream()
            .filter(item -> !item.refused())
            .map(
                item ->
                    dropShip
                        ? first(item.date(), item.arrives())
                        : first(item.arrives(), item.date()))
            .filter(Objects::nonNull)
            .map(LocalDate::parse)
            .max(LocalDate::compareTo)
            .orElse(null);
    ScheduleState schedule = order.schedule(wanted.forLine(), wanted.forSchedule()).orElse(null);
    if (day == null || schedule == null) {
      return false;
    }
    if (schedule.waits()) {
      boolean moved = !day.equals(schedule.backorderDate);
      schedule.backorderDate = day;
      return moved;
    }
    boolean moved = dropShip && !day.equals(schedule.shipDate);
    if (dropShip) {
      schedule.shipDate = day;
    }
    return moved;
  }

  private boolean refuse(OrderState order, Ordered ordered, SupplierStatus status) {
    String why =
        items(status)
            .filter(item -> item.reason() != null)
            .map(item -> " Item %s: %s.".formatted(item.sku(), item.reason()))
            .collect(Collectors.joining());
    doesNotCome(order, ordered, "supplier-refused", "does not deliver it." + why);
    return false;
  }

  private void doesNotCome(OrderState order, Ordered ordered, String reason, String what) {
    String number = ordered.body().supplierOrder();
    holds.raise(
        order,
        new Finding(
            reason,
            number,
            Finding.ORDER,
            "%s: %s %s".formatted(number, ordered.body().supplier(), what),
            "Find the goods elsewhere and book them in, or decide the waiting lines: the customer"
                + " is answered then.",
            ""),
        null,
        null);
  }

  /** Goods for stock count when they are booked in; until then their day is known better. */
  private boolean ship(OrderState order, Ordered ordered, SupplierStatus status) {
    if (dropShip(ordered)) {
      packing.record(order, SupplierShipment.of(ordered, status), false);
      supplierOrders.countShipment(status.supplierOrder(), order.testArea());
      return false;
    }
    boolean moved = false;
    for (Wanted wanted : ordered.body().lines()) {
      List<Item> items = said(wanted, status);
      boolean all =
          !items.isEmpty()
              && coming(wanted, items).compareTo(new BigDecimal(wanted.quantity())) >= 0;
      boolean dated = items.stream().allMatch(item -> item.arrives() != null);
      moved |= all && dated && promise(order, ordered, wanted, items);
    }
    return moved;
  }

  private static boolean dropShip(Ordered ordered) {
    return "drop-ship".equals(ordered.body().kind());
  }

  private static List<Item> said(Wanted wanted, SupplierStatus status) {
    return items(status).filter(item -> item.speaksOf(wanted.lineNumber(), wanted.sku())).toList();
  }

  private static Stream<Item> items(SupplierStatus status) {
    return status.lines() == null ? Stream.empty() : status.lines().stream();
  }

  private static String first(String one, String other) {
    return one == null ? other : one;
  }

  private static String reasons(List<Item> items) {
    return items.stream()
        .filter(item -> item.reason() != null)
        .map(item -> " (" + item.reason() + ")")
        .distinct()
        .collect(Collectors.joining());
  }

  private static String words(Ordered ordered, SupplierStatus status) {
    String what = items(status).map(item -> words(item, status)).collect(Collectors.joining("; "));
    return "%s: %s says %s%s."
        .formatted(
            status.supplierOrder(),
            ordered.body().supplier(),
            status.status(),
            what.isEmpty() ? "" : ": " + what);
  }

  private static String words(Item item, SupplierStatus status) {
    String day = first(item.arrives(), item.date());
    boolean other = item.status() != null && !item.status().equals(status.status());
    return Stream.of(
            item.quantity(),
            item.unit(),
            item.sku() == null ? "of line " + item.lineNumber() : "of " + item.sku(),
            other ? item.status() : null,
            day == null ? null : "for " + day)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }
}
