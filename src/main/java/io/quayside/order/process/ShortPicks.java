package io.quayside.order.process;

import io.quayside.order.ShortReason;
import io.quayside.order.Terms.OnShortPick;
import io.quayside.order.policy.Finding;
import io.quayside.work.Columns;
import io.quayside.work.Problems;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/**
 * What becomes of goods that were promised and could not be packed. They are asked for again at
 * once as long as that leads anywhere, else on the next working day: never round and round.
 */
@Component
class ShortPicks {

  private static final String REASON = "short-pick";

  private final Agreements agreements;
  private final Reservation reservation;
  private final Alarms alarms;
  private final Holds holds;
  private final Problems problems;
  private final StoredJourney journey;

  ShortPicks(
      Agreements agreements,
      Reservation reservation,
      Alarms alarms,
      Holds holds,
      Problems problems,
      StoredJourney journey) {
    this.agreements = agreements;
    this.reservation = reservation;
    this.alarms = alarms;
    this.holds = holds;
    this.problems = problems;
    this.journey = journey;
  }

  /**
   * Takes what was packed and what was short of one delivery.
   *
   * @param said why, in inventory's words; null when it did not say
   */
  void record(
      OrderState order,
      ScheduleState schedule,
      BigDecimal packed,
      BigDecimal missing,
      String said) {
    boolean again = REASON.equals(schedule.reason);
    if (packed.signum() > 0 && again) {
      schedule.because(null, null);
      problems.resolve(key(order, schedule), "system", "packed");
    }
    BigDecimal quantity = missing.min(schedule.ledger.toShip());
    if (quantity.signum() == 0) {
      return;
    }
    ShortReason why = ShortReason.of(said);
    boolean ahead = packed.signum() > 0 || why.leavesStock() && !again;
    LineState line = order.lines.get(schedule.ledger.line());
    boolean waits =
        !Agreements.together(order, line).isEmpty()
            || agreements.of(order).shortPick() == OnShortPick.BACKORDER
                && agreements.backorder(order, line);
    schedule.because(REASON, said == null ? "The goods could not be picked." : said);
    tell(order, schedule, quantity, said, waits ? waiting(why, ahead) : "they are cancelled");
    if (!waits) {
      cancel(order, schedule, quantity, why);
    } else if (why == ShortReason.LATER) {
      follow(order, schedule, quantity, ahead);
    } else {
      schedule.ledger = schedule.ledger.shorten(quantity);
      if (ahead) {
        reservation.askFor(order, schedule);
      }
    }
    if (waits && !ahead) {
      report(order, schedule, quantity, said);
    }
  }

  private void cancel(
      OrderState order, ScheduleState schedule, BigDecimal quantity, ShortReason why) {
    schedule.ledger = schedule.ledger.cancelAccepted(quantity);
    LineState line = order.lines.get(schedule.ledger.line());
    if (why == ShortReason.LATER) {
      reservation.giveBack(order, line, schedule, quantity);
    } else if (why == ShortReason.OTHER) {
      reservation.freed(order, line, quantity);
    }
  }

  /** They stay promised and held: the warehouse is asked for them again. */
  private void follow(
      OrderState order, ScheduleState schedule, BigDecimal quantity, boolean ahead) {
    if (!ahead) {
      schedule.picking = schedule.picking.add(quantity);
      alarms.pickAgain(order, schedule, quantity);
    }
  }

  private void report(OrderState order, ScheduleState schedule, BigDecimal q, String said) {
    LineState line = order.lines.get(schedule.ledger.line());
    holds.problem(
        order,
        new Finding(
            REASON,
            line.key,
            Finding.ORDER,
            "Line %s: nothing of %s %s of %s could be packed%s. They are asked for again on the next working day."
                .formatted(line.key, Columns.text(q), line.unit(), line.sku, why(said)),
            "Count the item and set its stock, or decide the line.",
            ""),
        null);
  }

  private void tell(
      OrderState order, ScheduleState schedule, BigDecimal quantity, String said, String then) {
    journey.add(
        order,
        "shipping",
        REASON,
        "Line %s: %s could not be packed%s; %s."
            .formatted(schedule.ledger.line(), Columns.text(quantity), why(said), then));
  }

  private static String waiting(ShortReason why, boolean ahead) {
    String when = ahead ? "at once" : "on the next working day";
    return why == ShortReason.LATER
        ? "they follow, the warehouse is asked again " + when
        : "they wait, inventory is asked again " + when;
  }

  private static String why(String said) {
    return said == null || said.isBlank() ? "" : " (" + said.strip() + ")";
  }

  private static String key(OrderState order, ScheduleState schedule) {
    return Holds.key(order, REASON, schedule.ledger.line());
  }
}
