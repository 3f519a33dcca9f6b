package io.quayside.order.process;

import io.quayside.order.Terms.Agreed;
import io.quayside.work.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Wakes an order when its window opens, when it closes, and when an answer's deadline is near. */
@Component
class Alarms {

  /** How much of a deadline may pass before a person is told. */
  private static final double NEAR = 0.8;

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
  }

  /** An answer that is due after receipt (855) or after shipment (856, 810). */
  void forAnswer(OrderState order, String document, String shipmentId, Instant from) {
    Agreed terms = agreements.of(order);
    Duration within = terms.deadlines() == null ? null : terms.deadlines().get(document);
    if (within == null) {
      return;
    }
    String what = "deadline/" + document + (shipmentId == null ? "" : "/" + shipmentId);
    Instant near = from.plusSeconds((long) (within.toSeconds() * NEAR));
    timers.set(key(order, what), near, mail.due(order, what));
  }

  void answered(OrderState order, String document, String shipmentId) {
    timers.cancel(
        key(order, "deadline/" + document + (shipmentId == null ? "" : "/" + shipmentId)));
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
