package io.quayside.order.process;

import io.quayside.order.Terms.Agreed;
import io.quayside.order.policy.Finding;
import io.quayside.work.Columns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Cancels what has not been shipped, and gives its stock back. */
@Component
class Cancelling {

  private final Reservation reservation;
  private final Billing billing;
  private final OrderStore store;
  private final Holds holds;
  private final StoredJourney journey;

  Cancelling(
      Reservation reservation,
      Billing billing,
      OrderStore store,
      Holds holds,
      StoredJourney journey) {
    this.reservation = reservation;
    this.billing = billing;
    this.store = store;
    this.holds = holds;
    this.journey = journey;
  }

  /** All that matches; how much it was. */
  BigDecimal cancel(OrderState order, Predicate<ScheduleState> which, String reason, String words) {
    Map<ScheduleState, BigDecimal> credited = Billing.credited(order);
    BigDecimal all = BigDecimal.ZERO;
    for (LineState line : order.lines.values()) {
      for (ScheduleState schedule : line.schedules) {
        if (which.test(schedule) && schedule.ledger.unshipped().signum() > 0) {
          BigDecimal held = schedule.ledger.toShip();
          all = all.add(schedule.ledger.unshipped());
          schedule.ledger = schedule.ledger.cancelUnshipped();
          schedule.picking = BigDecimal.ZERO;
          schedule.because(reason, words);
          reservation.giveBack(order, line, schedule, held);
          if (line.dropShipped() && schedule.supplierOrder != null) {
            askSupplier(order, line, schedule.supplierOrder);
          }
        }
      }
    }
    billing.credit(order, credited, null);
    return all;
  }

  /** The supplier sends its goods to the customer: it has to know. */
  private void askSupplier(OrderState order, LineState line, String supplierOrder) {
    holds.raise(
        order,
        new Finding(
            "supplier-order-open",
            supplierOrder,
            Finding.ORDER,
            "Line %s is cancelled, but %s is to send it to the customer by our order %s."
                .formatted(line.key, line.supplier, supplierOrder),
            "Cancel it with the supplier; when it has left already, agree on a return with the"
                + " customer. Then resolve this.",
            ""),
        null,
        null);
  }

  /**
   * Past the last ship or cancel date, a waiting quantity is cancelled where that is agreed, else a
   * person is asked. True when something was cancelled.
   */
  boolean expire(OrderState order, Agreed terms) {
    LocalDate today = store.today(order);
    Predicate<ScheduleState> past = schedule -> schedule.window.isPastOn(today);
    boolean waits = order.any(s -> past.test(s) && s.ledger.unshipped().signum() > 0);
    if (order.step != Step.RUNNING || !waits || lateIsAllowed(order)) {
      return false;
    }
    if (!terms.cancelAfterCancelDate()) {
      holds.put(
          order,
          new Finding(
              "past-dates",
              Finding.ORDER,
              Finding.ORDER,
              "The last ship or cancel date has passed, and not everything has left.",
              "Release the order to ship late, or cancel it.",
              ""),
          terms);
      return false;
    }
    BigDecimal cancelled = cancel(order, past, "past-dates", "The cancel date has passed.");
    journey.add(
        order,
        "order",
        "cancelled",
        "The cancel date has passed: %s that had not left are cancelled."
            .formatted(Columns.text(cancelled)));
    return true;
  }

  /** A person let it leave after its last day. */
  private static boolean lateIsAllowed(OrderState order) {
    return order.waived("past-dates", Finding.ORDER)
        || order.waived("contradictory-dates", Finding.ORDER);
  }
}
