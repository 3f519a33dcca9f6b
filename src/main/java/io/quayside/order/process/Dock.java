package io.quayside.order.process;

import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.GoodsShipped.Packed;
import io.quayside.order.policy.Finding;
import io.quayside.order.process.Shipments.Stored;
import io.quayside.work.Problems;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Shipments that are packed and must not leave yet: the order is held, or all of it leaves together
 * (CSH*SC~) and the rest is not packed. No carrier is asked, nobody is told and nothing is billed
 * until they may leave, or a person lets them go.
 */
@Component
class Dock {

  static final String LET_GO = "let-go/";

  private static final String REASON = "shipment-waits";

  private final Shipments shipments;
  private final ShortPicks shortPicks;
  private final Holds holds;
  private final Mail mail;
  private final Problems problems;
  private final Clock clock;
  private final StoredJourney journey;

  Dock(
      Shipments shipments,
      ShortPicks shortPicks,
      Holds holds,
      Mail mail,
      Problems problems,
      Clock clock,
      StoredJourney journey) {
    this.shipments = shipments;
    this.shortPicks = shortPicks;
    this.holds = holds;
    this.mail = mail;
    this.problems = problems;
    this.clock = clock;
    this.journey = journey;
  }

  /**
   * Keeps a shipment that must not leave yet, or that leaves with those that are kept: the first
   * packed first. False where it may leave alone.
   */
  boolean keep(OrderState order, GoodsShipped goods) {
    if (!order.held() && order.lines.values().stream().noneMatch(l -> together(order, l))) {
      return false;
    }
    List<GoodsShipped> before = waiting(order).map(Stored::packed).toList();
    List<GoodsShipped> all = Stream.concat(before.stream(), Stream.of(goods)).toList();
    boolean free = mayLeave(order, goods, all);
    if (packed(goods).findAny().isEmpty() || free && before.isEmpty()) {
      return false;
    }
    shipments.putAside(order, goods);
    goods.lines().forEach(line -> takeShortage(order, line));
    if (!free) {
      tell(order, goods);
    }
    return true;
  }

  private void tell(OrderState order, GoodsShipped goods) {
    String why =
        order.held()
            ? "the order is held: "
                + order.openHolds().stream()
                    .map(hold -> hold.text().replace(Holds.BEING_PACKED, ""))
                    .collect(Collectors.joining(" "))
            : "all of it is to leave together, and the rest is not packed.";
    journey.add(
        order,
        "shipping",
        "packed",
        "Shipment %s is packed and waits; %s".formatted(goods.shipmentId(), why));
    holds.raise(
        order,
        new Finding(
            REASON,
            goods.shipmentId(),
            Finding.ORDER,
            "Shipment %s is packed (%s) and waits; %s"
                .formatted(goods.shipmentId(), contents(order, goods), why),
            order.held()
                ? "Settle what holds the order. Released, the shipment leaves by itself; cancelled, it is to be unpacked and booked in again. Or retry, to let it go all the same."
                : "It leaves by itself with the rest. Or agree with the customer: retry, to let it go as it is; decide the lines, to cancel the rest; or cancel the order, and unpack it.",
            ""),
        null,
        mail.due(order, LET_GO + goods.shipmentId()));
  }

  /** What is kept and may leave now, as it is to be recorded; it is kept no longer. */
  List<GoodsShipped> leaving(OrderState order) {
    if (!order.any(Dock::touched)) {
      return List.of();
    }
    List<Stored> waiting = waiting(order).toList();
    List<GoodsShipped> all = waiting.stream().map(Stored::packed).toList();
    return waiting.stream()
        .filter(one -> mayLeave(order, one.packed(), all))
        .map(one -> take(order, one))
        .toList();
  }

  /** Something of it can stand packed: where all of it was refused since, it is to be unpacked. */
  private static boolean touched(ScheduleState schedule) {
    return schedule.picking.signum() > 0
        || schedule.ledger.cancelled().signum() > 0
        || schedule.ledger.rejected().signum() > 0;
  }

  /** The same for one that leaves whatever holds it. */
  List<GoodsShipped> leaving(OrderState order, String shipmentId) {
    return waiting(order)
        .filter(one -> one.id().equals(shipmentId))
        .map(one -> take(order, one))
        .toList();
  }

  /** Whether goods of it stand packed and wait. */
  boolean holds(OrderState order) {
    return waiting(order).findAny().isPresent();
  }

  /** How much of a schedule stands packed and waits. */
  BigDecimal packed(OrderState order, ScheduleState schedule) {
    return packed(schedule, waiting(order).map(Stored::packed).toList());
  }

  private Stream<Stored> waiting(OrderState order) {
    return shipments.putAside(order).stream();
  }

  private GoodsShipped take(OrderState order, Stored kept) {
    shipments.remove(kept.id());
    problems.resolve(Holds.key(order, REASON, kept.id()), "system", "it left, or nobody wants it");
    GoodsShipped packed = kept.packed();
    return new GoodsShipped(
        packed.shipmentId(),
        packed.requestId(),
        packed.orderId(),
        packed.location(),
        clock.instant(),
        packed.confirmedBy(),
        packed.scac(),
        packed.tracking(),
        packed.billOfLading(),
        packed.lines().stream().map(Dock::withoutShortage).toList(),
        packed.packages());
  }

  private static boolean mayLeave(OrderState order, GoodsShipped goods, List<GoodsShipped> all) {
    boolean wanted =
        packed(goods)
            .flatMap(line -> order.schedule(line.lineNumber(), line.scheduleId()).stream())
            .anyMatch(schedule -> schedule.ledger.unshipped().signum() > 0);
    return !wanted
        || !order.held()
            && packed(goods)
                .map(line -> order.lines.get(line.lineNumber()))
                .filter(line -> line != null)
                .flatMap(line -> Agreements.together(order, line).stream())
                .filter(line -> !line.dropShipped())
                .flatMap(line -> line.schedules.stream())
                .allMatch(schedule -> isPacked(schedule, all));
  }

  private static boolean together(OrderState order, LineState line) {
    return !Agreements.together(order, line).isEmpty();
  }

  /** All of it that is to leave stands packed. */
  private static boolean isPacked(ScheduleState schedule, List<GoodsShipped> all) {
    return !schedule.waits()
        && !schedule.undecided()
        && schedule.asked == null
        && schedule.ledger.toShip().compareTo(packed(schedule, all)) <= 0;
  }

  private static BigDecimal packed(ScheduleState schedule, List<GoodsShipped> all) {
    return all.stream()
        .flatMap(Dock::packed)
        .filter(line -> line.lineNumber().equals(schedule.ledger.line()))
        .filter(line -> line.scheduleId() == null || line.scheduleId().equals(schedule.id()))
        .map(line -> new BigDecimal(line.quantity()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void takeShortage(OrderState order, Packed line) {
    BigDecimal shortage = Packing.decimal(line, line.shortQuantity());
    order
        .schedule(line.lineNumber(), line.scheduleId())
        .filter(schedule -> shortage.signum() > 0)
        .ifPresent(
            schedule -> {
              schedule.picking = schedule.picking.subtract(shortage).max(BigDecimal.ZERO);
              BigDecimal quantity = Packing.decimal(line, line.quantity());
              shortPicks.record(order, schedule, quantity, shortage, line.shortReason());
            });
  }

  private static Packed withoutShortage(Packed line) {
    return new Packed(
        line.lineNumber(),
        line.scheduleId(),
        line.sku(),
        line.quantity(),
        line.unit(),
        line.lots(),
        line.serials(),
        line.expiry(),
        line.weight(),
        null,
        null);
  }

  private static Stream<Packed> packed(GoodsShipped goods) {
    return goods.lines().stream()
        .filter(line -> Packing.decimal(line, line.quantity()).signum() > 0);
  }

  private static String contents(OrderState order, GoodsShipped goods) {
    return packed(goods)
        .map(
            line ->
                "line %s: %s %s".formatted(line.lineNumber(), line.quantity(), unit(order, line)))
        .collect(Collectors.joining(", "));
  }

  private static String unit(OrderState order, Packed line) {
    LineState known = order.lines.get(line.lineNumber());
    return known == null ? line.unit() : known.unit();
  }
}
