package io.quayside.order.process;

import io.quayside.order.OrderRefusal;
import io.quayside.order.Quantities;
import io.quayside.order.Terms.Agreed;
import io.quayside.order.Terms.AsnTrigger;
import io.quayside.order.Terms.InvoiceTrigger;
import io.quayside.order.canonical.Party;
import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.GoodsShipped.Packed;
import io.quayside.order.message.ShipByCarrier;
import io.quayside.order.message.ShipGoods;
import io.quayside.order.policy.Finding;
import io.quayside.order.process.Shipments.ShippedPart;
import io.quayside.order.process.Shipments.Stored;
import io.quayside.work.Columns;
import io.quayside.work.Outbox;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records what was packed: into the ledger, to the carrier, to the customer, to the books. */
@Component
class Packing {

  private final Shipments shipments;
  private final Shipping shipping;
  private final Requests requests;
  private final Agreements agreements;
  private final Billing billing;
  private final ShortPicks shortPicks;
  private final Dock dock;
  private final Holds holds;
  private final Mail mail;
  private final Json json;
  private final StoredJourney journey;

  Packing(
      Shipments shipments,
      Shipping shipping,
      Requests requests,
      Agreements agreements,
      Billing billing,
      ShortPicks shortPicks,
      Dock dock,
      Holds holds,
      Mail mail,
      Json json,
      StoredJourney journey) {
    this.shipments = shipments;
    this.shipping = shipping;
    this.requests = requests;
    this.agreements = agreements;
    this.billing = billing;
    this.shortPicks = shortPicks;
    this.dock = dock;
    this.holds = holds;
    this.mail = mail;
    this.json = json;
    this.journey = journey;
  }

  /**
   * The same shipment id counts once. {@code ours}: our warehouse packed it, a carrier is needed,
   * and it can be kept where it must not leave yet.
   */
  void record(OrderState order, GoodsShipped goods, boolean ours) {
    boolean known = shipments.locked(goods.shipmentId()).isPresent();
    if (!known && !(ours && dock.keep(order, goods))) {
      leave(order, goods, ours);
    }
  }

  /** Lets those leave that were kept and need not wait any more; gives them. */
  List<Stored> letGo(OrderState order) {
    return left(order, dock.leaving(order));
  }

  /** Lets one leave that was kept, whatever holds it. */
  List<Stored> letGo(OrderState order, String shipmentId) {
    return left(order, dock.leaving(order, shipmentId));
  }

  private List<Stored> left(OrderState order, List<GoodsShipped> leaving) {
    leaving.forEach(goods -> leave(order, goods, true));
    return leaving.stream()
        .flatMap(goods -> shipments.locked(goods.shipmentId()).stream())
        .toList();
  }

  private void leave(OrderState order, GoodsShipped goods, boolean ours) {
    Agreed terms = agreements.of(order);
    Map<ScheduleState, BigDecimal> credited = Billing.credited(order);
    List<ShippedPart> parts = new ArrayList<>();
    List<String> excess = new ArrayList<>();
    for (Packed packed : goods.lines()) {
      take(order, packed, parts, excess);
    }
    billing.credit(order, credited, null);
    if (goods.requestId() != null && !order.any(s -> s.picking.signum() > 0)) {
      requests.of(order, Shipping.QUEUE).stream()
          .filter(sent -> !sent.answered())
          .forEach(sent -> requests.answered(Shipping.QUEUE, sent.id()));
    }
    boolean nothingLeft =
        goods.lines().stream().noneMatch(packed -> decimal(packed, packed.quantity()).signum() > 0);
    if (nothingLeft) {
      journey.add(order, "shipping", "not-packed", "Nothing could be packed.");
      return;
    }
    shipments.insert(order, shipTo(order, goods, parts), goods, parts);
    journey.add(order, "shipping", "shipped", words(goods, parts, order));
    Outbox.Message announcement =
        mail.message(
            order,
            "shipment.announce",
            null,
            order.head.test(),
            Map.of("shipmentId", goods.shipmentId(), "orderId", order.id()));
    if (parts.isEmpty()) {
      keep(order, goods, excess, ours);
      return;
    }
    if (!excess.isEmpty()) {
      report(order, goods, excess, announcement);
    } else if (terms.asnTrigger() == AsnTrigger.SHIPPED || !ours) {
      announce(order, goods.shipmentId());
    }
    if (ours) {
      carry(order, goods);
    }
    if (terms.invoiceTrigger() != InvoiceTrigger.DELIVERY) {
      billing.billShipment(order, goods.shipmentId(), parts);
    }
  }

  /** Lets the ship notice go, once; false when it had gone. */
  boolean announce(OrderState order, String shipmentId) {
    boolean first = shipments.announce(shipmentId);
    if (first) {
      mail.send(
          order, "shipment.announce", Map.of("shipmentId", shipmentId, "orderId", order.id()));
    }
    return first;
  }

  private void take(OrderState order, Packed packed, List<ShippedPart> parts, List<String> excess) {
    BigDecimal quantity = decimal(packed, packed.quantity());
    ScheduleState schedule = order.schedule(packed.lineNumber(), packed.scheduleId()).orElse(null);
    if (schedule == null) {
      excess.add(
          "%s %s of %s as line %s, schedule %s, which the order does not have"
              .formatted(
                  packed.quantity(),
                  packed.unit(),
                  packed.sku(),
                  packed.lineNumber(),
                  packed.scheduleId()));
      return;
    }
    BigDecimal missing = quantity.subtract(schedule.ledger.shippable());
    if (missing.signum() > 0) {
      schedule.ledger = schedule.ledger.release(missing.min(schedule.ledger.backordered()));
    }
    BigDecimal taken = quantity.min(schedule.ledger.shippable());
    schedule.ledger = schedule.ledger.ship(taken);
    if (taken.signum() > 0) {
      parts.add(new ShippedPart(schedule.ledger.line(), schedule.id(), Columns.text(taken)));
    }
    if (taken.compareTo(quantity) < 0) {
      excess.add(
          "%s %s of %s more than may be shipped on line %s"
              .formatted(
                  Columns.text(quantity.subtract(taken)),
                  packed.unit(),
                  packed.sku(),
                  packed.lineNumber()));
    }
    BigDecimal shortage = decimal(packed, packed.shortQuantity());
    schedule.picking = schedule.picking.subtract(quantity).subtract(shortage).max(BigDecimal.ZERO);
    shortPicks.record(order, schedule, quantity, shortage, packed.shortReason());
  }

  private void report(
      OrderState order, GoodsShipped goods, List<String> excess, Outbox.Message announcement) {
    holds.raise(
        order,
        new Finding(
            "shipment-mismatch",
            goods.shipmentId(),
            Finding.ORDER,
            "Shipment %s holds %s.".formatted(goods.shipmentId(), String.join("; ", excess)),
            "Its ship notice waits. Agree with the customer what happens with these goods, then"
                + " retry to send the notice, or resolve to leave it unsent.",
            ""),
        null,
        announcement);
  }

  /** The warehouse was quicker than a cancellation: nobody is told, and no carrier comes for it. */
  private void keep(OrderState order, GoodsShipped goods, List<String> excess, boolean ours) {
    holds.raise(
        order,
        new Finding(
            "shipment-mismatch",
            goods.shipmentId(),
            Finding.ORDER,
            "Shipment %s holds %s, so nothing in it is ordered any more."
                .formatted(goods.shipmentId(), String.join("; ", excess)),
            (ours
                    ? "No carrier was asked. Unpack it and book the goods in under Receiving."
                    : "Have it brought back and booked in.")
                + " Where the customer wants them, enter them as a new order. Then resolve this.",
            ""),
        null,
        null);
  }

  private void carry(OrderState order, GoodsShipped goods) {
    Party shipTo = shipments.locked(goods.shipmentId()).orElseThrow().shipTo();
    mail.command(
        order,
        "carrier.ship",
        goods.shipmentId(),
        new ShipByCarrier(
            goods.shipmentId(),
            order.id(),
            order.head.partnerId(),
            order.head.company(),
            order.testArea(),
            goods.location(),
            shipTo,
            order.order().freight(),
            order.order().carrier(),
            goods.tracking(),
            goods.packages()));
  }

  private Party shipTo(OrderState order, GoodsShipped goods, List<ShippedPart> parts) {
    return requests
        .find(goods.requestId())
        .filter(sent -> "ship".equals(sent.kind()))
        .map(sent -> json.read(sent.body(), ShipGoods.class).shipTo())
        .orElseGet(
            () ->
                parts.isEmpty()
                    ? order.order().shipTo()
                    : shipping.shipTo(
                        order,
                        order.lines.get(parts.get(0).line()),
                        order
                            .schedule(parts.get(0).line(), parts.get(0).schedule())
                            .orElseThrow()));
  }

  private static String words(GoodsShipped goods, List<ShippedPart> parts, OrderState order) {
    String what =
        parts.stream()
            .map(
                part ->
                    "line %s: %s %s"
                        .formatted(
                            part.line(), part.quantity(), order.lines.get(part.line()).unit()))
            .reduce((a, b) -> a + ", " + b)
            .orElse("nothing that was ordered");
    return "Shipment %s packed%s: %s."
        .formatted(
            goods.shipmentId(),
            goods.confirmedBy() == null ? "" : ", confirmed by " + goods.confirmedBy(),
            what);
  }

  static BigDecimal decimal(Packed packed, String quantity) {
    if (quantity == null) {
      return BigDecimal.ZERO;
    }
    Quantities.fault(quantity, null)
        .ifPresent(
            why -> {
              throw new OrderRefusal(
                  "Shipment, line %s: the quantity \"%s\" %s."
                      .formatted(packed.lineNumber(), quantity, why));
            });
    return new BigDecimal(quantity);
  }
}
