package io.quayside.order.process;

import io.quayside.order.Terms.Agreed;
import io.quayside.order.WorkingTime;
import io.quayside.work.Columns;
import io.quayside.work.Timers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Wakes an order when its window opens, before it closes and when it has, each working day while
 * something waits, and when an answer's deadline is near.
 */
@Component
class Alarms {

  private static final String OVER = "over/";

  private final Timers timers;
  private final Agreements agreements;
  private final Shipping shipping;
  private final OrderStore store;
  private final Mail mail;

  Alarms(Timers timers, Agreements agreements, Shipping shipping, OrderStore store, Mail mail) {
    this.timers = timers;
    this.agreements = agreements;
    this.shipping = shipping;
    this.store = store;
    this.mail = mail;
  }

  void forWindows(OrderState order) {
    set(order, "ship", order.step == Step.RUNNING ? shipping.nextOpening(order) : null);
    LocalDate closes = order.step == Step.ENDED ? null : nextClosing(order);
    set(order, "expire", closes == null ? null : closes.plusDays(1));
    if (order.step != Step.RUNNING) {
      return;
    }
    WorkingTime time = agreements.of(order).workingTime();
    LocalDate today = store.today(order);
    if (order.any(ScheduleState::waits)) {
      set(order, "waiting", time.next(today));
    }
    if (closes != null) {
      LocalDate before = time.onOrBefore(closes.minusDays(1));
      set(order, "closing", before.isAfter(today) ? before : null);
    }
  }

  /** The warehouse packed nothing of it and said later: it is asked again on a working day. */
  void pickAgain(OrderState order, ScheduleState schedule, BigDecimal quantity) {
    LineState line = order.lines.get(schedule.ledger.line());
    String what =
        "pick-again/%d/%d/%s".formatted(line.position, schedule.position, Columns.text(quantity));
    set(order, what, agreements.of(order).workingTime().next(store.today(order)));
  }

  /** An answer that is due after receipt (855) or after shipment (856, 810). */
  void forAnswer(OrderState order, String document, String shipmentId, Instant from) {
    Agreed terms = agreements.of(order);
    if (Agreements.due(terms, document, from) != null) {
      String what = deadline(document, shipmentId);
      timers.set(key(order, what), Agreements.near(terms, document, from), mail.due(order, what));
    }
  }

  /** The second time, when the deadline is over. */
  void overdue(OrderState order, String document, String shipmentId, Instant due) {
    String what = deadline(document, shipmentId);
    timers.set(key(order, OVER + what), due, mail.due(order, what));
  }

  /** True when it is in good time: nobody had to be told. */
  boolean answered(OrderState order, String document, String shipmentId) {
    String what = deadline(document, shipmentId);
    boolean inTime = timers.cancel(key(order, what));
    if (!inTime) {
      timers.cancel(key(order, OVER + what));
    }
    return inTime;
  }

  private static String deadline(String document, String shipmentId) {
    return "deadline/" + document + (shipmentId == null ? "" : "/" + shipmentId);
  }

  private void set(OrderState order, String what, LocalDate day) {
    if (day == null) {
      timers.cancel(key(order, what));
      return;
    }
    Instant due = day.atStartOfDay(agreements.of(order).zone()).toInstant();
    timers.set(key(order, what), due, mail.due(order, what));
  }

  private LocalDate nextClosing(OrderState order) {
    LocalDate today = store.today(order);
    return order
        .schedules()
        .filter(s -> s.ledger.unshipped().signum() > 0 && !s.window.isPastOn(today))
        .map(s -> s.window.latest())
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  private static String key(OrderState order, String what) {
    return "order/" + order.id() + "/" + what;
  }
}
