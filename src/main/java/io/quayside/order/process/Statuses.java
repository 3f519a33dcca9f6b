package io.quayside.order.process;

import io.quayside.order.ledger.LineLedger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** The words for where an order stands, derived from its ledger: the table of docs/orders.md. */
final class Statuses {

  private Statuses() {}

  /** The status of an order; holds stand beside it. */
  static String of(OrderState order, LocalDate today) {
    BigDecimal shipped = sum(order, LineLedger::shipped);
    boolean waits = order.any(ScheduleState::waits);
    boolean toShip = order.any(s -> s.ledger.toShip().signum() > 0);
    boolean undecided = order.any(ScheduleState::undecided);
    if (order.step == Step.ENDED || order.decidedAt != null && !waits && !toShip && !undecided) {
      return settled(order, shipped);
    }
    if (order.decidedAt == null) {
      return order.held() ? "on-hold" : "received";
    }
    if (shipped.signum() > 0) {
      return "partially-shipped";
    }
    if (toShip) {
      return scheduled(order, today) ? "scheduled" : "accepted";
    }
    return waits ? "backordered" : "accepted";
  }

  private static String settled(OrderState order, BigDecimal shipped) {
    if (shipped.signum() == 0) {
      return sum(order, LineLedger::cancelled).signum() > 0 ? "cancelled" : "rejected";
    }
    boolean arrived =
        order.schedules().filter(s -> s.ledger.shipped().signum() > 0).allMatch(s -> s.arrived());
    if (!arrived) {
      return "shipped";
    }
    return "paid".equals(invoice(order)) ? "closed" : "delivered";
  }

  private static boolean scheduled(OrderState order, LocalDate today) {
    return order
        .schedules()
        .filter(s -> s.ledger.toShip().signum() > 0)
        .allMatch(s -> s.window != null && !s.window.isOpenOn(today));
  }

  /** {@code none, partial, invoiced, paid}. */
  static String invoice(OrderState order) {
    BigDecimal invoiced = sum(order, LineLedger::invoiced);
    if (invoiced.signum() == 0) {
      return "none";
    }
    boolean more =
        order.any(s -> s.ledger.toBill().signum() > 0 || s.ledger.unshipped().signum() > 0);
    if (more && !(order.ledgerTerms.invoicedOnOrder() && nothingMoreToBill(order))) {
      return "partial";
    }
    return order.invoices > 0 && order.paidInvoices == order.invoices ? "paid" : "invoiced";
  }

  private static boolean nothingMoreToBill(OrderState order) {
    return !order.any(s -> s.ledger.toBill().signum() > 0 || s.undecided() || s.waits());
  }

  /** The status of one delivery. */
  static String of(ScheduleState schedule, boolean held) {
    return of(List.of(schedule), held);
  }

  /** The status of one line. */
  static String of(LineState line, boolean held) {
    return of(line.schedules, held);
  }

  private static String of(List<ScheduleState> all, boolean held) {
    boolean shipped = all.stream().anyMatch(s -> s.ledger.shipped().signum() > 0);
    if (all.stream().anyMatch(ScheduleState::undecided)) {
      return held ? "held" : "open";
    }
    if (all.stream().anyMatch(ScheduleState::waits)) {
      return "backordered";
    }
    if (all.stream().anyMatch(s -> s.ledger.toShip().signum() > 0)) {
      return shipped ? "partially-shipped" : "accepted";
    }
    if (shipped) {
      boolean arrived =
          all.stream().filter(s -> s.ledger.shipped().signum() > 0).allMatch(s -> s.arrived());
      return arrived ? "delivered" : "shipped";
    }
    if (held) {
      return "held";
    }
    return all.stream().anyMatch(s -> s.ledger.cancelled().signum() > 0) ? "cancelled" : "rejected";
  }

  private static BigDecimal sum(OrderState order, Function<LineLedger, BigDecimal> bin) {
    return order.schedules().map(s -> bin.apply(s.ledger)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
