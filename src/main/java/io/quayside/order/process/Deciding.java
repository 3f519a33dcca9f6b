package io.quayside.order.process;

import io.quayside.order.Catalogue;
import io.quayside.order.OrderRefusal;
import io.quayside.order.Orders.Decision;
import io.quayside.order.canonical.Price;
import io.quayside.order.process.OrderState.HoldState;
import io.quayside.work.Columns;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Applies a person's decision to a line: item, price, dates, quantities. */
@Component
class Deciding {

  private final Catalogue catalogue;
  private final Review review;
  private final Agreements agreements;
  private final Reservation reservation;
  private final Holds holds;
  private final Dock dock;
  private final Clock clock;

  Deciding(
      Catalogue catalogue,
      Review review,
      Agreements agreements,
      Reservation reservation,
      Holds holds,
      Dock dock,
      Clock clock) {
    this.catalogue = catalogue;
    this.review = review;
    this.agreements = agreements;
    this.reservation = reservation;
    this.holds = holds;
    this.dock = dock;
    this.clock = clock;
  }

  void apply(OrderState order, Decision decision, String by) {
    LineState line = order.lines.get(decision.line());
    if (line == null) {
      throw new OrderRefusal(
          "PO %s has no line %s.".formatted(order.order().poNumber(), decision.line()));
    }
    if (decision.sku() != null) {
      choose(order, line, decision.sku());
    }
    if (decision.price() != null) {
      price(order, line, decision, by);
    }
    for (ScheduleState schedule : named(line, decision)) {
      dates(schedule, decision);
      if (Decided.any(decision)) {
        quantities(order, line, schedule, decision);
      }
    }
    boolean decided =
        Decided.any(decision) && line.schedules.stream().noneMatch(ScheduleState::undecided);
    if (decided) {
      holds.liftAll(
          order,
          order.openHolds().stream().filter(h -> h.line().equals(line.key)).toList(),
          by,
          "decided");
    }
  }

  private static List<ScheduleState> named(LineState line, Decision decision) {
    if (decision.schedule() == null) {
      if (line.schedules.size() > 1 && Decided.any(decision)) {
        throw new OrderRefusal(
            "Line %s has %d deliveries: say which one the quantities are for."
                .formatted(line.key, line.schedules.size()));
      }
      return line.schedules;
    }
    List<ScheduleState> found =
        line.schedules.stream().filter(s -> s.id().equals(decision.schedule())).toList();
    if (found.isEmpty()) {
      throw new OrderRefusal(
          "Line %s has no schedule %s.".formatted(line.key, decision.schedule()));
    }
    return found;
  }

  private void choose(OrderState order, LineState line, String sku) {
    if (!line.untouched()) {
      throw new OrderRefusal(
          "Line %s is under way already; its item cannot be changed.".formatted(line.key));
    }
    if (catalogue.bySku(sku).isEmpty()) {
      throw new OrderRefusal("Line %s: there is no item %s.".formatted(line.key, sku));
    }
    line.sku = sku;
    review.identify(order, line, agreements.of(order));
  }

  private void price(OrderState order, LineState line, Decision decision, String by) {
    Price theirs = line.source.price();
    boolean given = theirs != null && theirs.amount() != null;
    boolean forOrderedUnit =
        theirs == null
            || order.openHolds().stream()
                .anyMatch(
                    h -> h.reason().equals("price-unit-mismatch") && h.line().equals(line.key));
    String per = forOrderedUnit ? null : theirs.per();
    String amount = DecidedPrice.amount(line.key, decision, per, line.unit());
    boolean same =
        given
            && !forOrderedUnit
            && new BigDecimal(theirs.amount()).compareTo(new BigDecimal(amount)) == 0;
    line.price =
        same
            ? theirs
            : new Price(
                amount,
                per,
                forOrderedUnit ? line.unit() : theirs.unit(),
                null,
                theirs == null ? null : theirs.retail());
    line.priceChanged = given && !same;
    HoldState hold =
        order.openHolds().stream()
            .filter(h -> h.reason().equals("price-mismatch") && h.line().equals(line.key))
            .findFirst()
            .orElse(
                new HoldState(
                    "price-mismatch",
                    line.key,
                    "-",
                    "The price was decided.",
                    clock.instant(),
                    null,
                    null,
                    null));
    holds.waive(order, hold, by);
  }

  private static void dates(ScheduleState schedule, Decision decision) {
    try {
      if (decision.date() != null) {
        schedule.shipDate = LocalDate.parse(decision.date());
      }
      if (decision.until() != null) {
        schedule.backorderDate = LocalDate.parse(decision.until());
      }
    } catch (DateTimeException e) {
      throw new OrderRefusal(
          "Line %s: a date is written 2026-12-24.".formatted(schedule.ledger.line()));
    }
  }

  private void quantities(
      OrderState order, LineState line, ScheduleState schedule, Decision decision) {
    BigDecimal before = schedule.ledger.accepted();
    Decided wanted = Decided.of(schedule.ledger, decision, line.unit(), order.decidedAt != null);
    BigDecimal more = wanted.accept().subtract(before);
    if (wanted.accept().compareTo(schedule.ledger.shipped()) < 0) {
      throw new OrderRefusal(
          "Line %s: %s have been shipped; not less can be accepted."
              .formatted(line.key, schedule.ledger.shipped().toPlainString()));
    }
    BigDecimal packed = dock.packed(order, schedule);
    if (wanted.backorder().compareTo(schedule.ledger.backordered()) > 0
        && wanted.accept().compareTo(schedule.ledger.shipped().add(packed)) < 0) {
      throw new OrderRefusal(
          "Line %s: %s stand packed and need not wait: accept them, or reject or cancel them."
              .formatted(line.key, Columns.text(packed)));
    }
    if (more.signum() > 0 && (line.sku == null || schedule.asked != null)) {
      throw new OrderRefusal(
          line.sku == null
              ? "Line %s: say which item it is first.".formatted(line.key)
              : "Line %s: stock is being asked for; decide when inventory has answered."
                  .formatted(line.key));
    }
    if (more.add(wanted.backorder().subtract(schedule.ledger.backordered())).signum() > 0) {
      mended(order, line);
    }
    schedule.ledger = wanted.applyTo(schedule.ledger);
    if (decision.reject() != null || decision.cancel() != null) {
      schedule.because(reason(order, line), decision.reason());
    }
    schedule.picking = schedule.picking.min(schedule.ledger.toShip());
    reservation.giveBack(order, line, schedule, more.negate());
    if (more.signum() > 0 && !line.dropShipped()) {
      reservation.askForPromised(order, line, schedule, more);
    }
  }

  /** Nothing is promised of a line that nobody can count or price. */
  private void mended(OrderState order, LineState line) {
    boolean counted =
        line.sku == null
            || catalogue.bySku(line.sku).flatMap(item -> item.stockUnits(line.unit())).isPresent();
    if (!counted) {
      throw new OrderRefusal(
          "Line %s: %s is not sold by %s. Give the item a pack of this unit, or reject the line."
              .formatted(line.key, line.sku, line.unit()));
    }
    boolean priced =
        order.openHolds().stream()
            .filter(hold -> hold.line().equals(line.key))
            .noneMatch(
                hold ->
                    hold.reason().equals("price-unit-mismatch")
                        || hold.reason().equals("price-mismatch") && line.price == null);
    if (!priced && !order.waived("price-mismatch", line.key)) {
      throw new OrderRefusal(
          "Line %s: say its price, for one %s, or reject it.".formatted(line.key, line.unit()));
    }
  }

  private static String reason(OrderState order, LineState line) {
    return order.openHolds().stream()
        .filter(hold -> hold.line().equals(line.key))
        .map(HoldState::reason)
        .findFirst()
        .orElse("decided");
  }
}
