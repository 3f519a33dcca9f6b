package io.quayside.order.process;

import io.quayside.order.WorkingTime;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The days that a customer is told: when goods leave, and when those that wait will be there. */
@Component
class Promises {

  private final Agreements agreements;
  private final Clock clock;

  Promises(Agreements agreements, Clock clock) {
    this.agreements = agreements;
    this.clock = clock;
  }

  /** Goods that are there, or will be after some days: they leave on the first day they may. */
  void accepted(OrderState order, ScheduleState schedule, int leadTimeDays) {
    WorkingTime time = agreements.of(order).workingTime();
    LocalDate ready = time.dayOf(clock.instant()).plusDays(leadTimeDays);
    schedule.shipDate = schedule.window.promise(ready, time);
  }

  /**
   * Goods that wait for others.
   *
   * @param available null when nobody knows
   */
  void backordered(OrderState order, ScheduleState schedule, LocalDate available) {
    if (available == null) {
      return;
    }
    schedule.backorderDate = schedule.window.promise(available, agreements.of(order).workingTime());
  }

  /** The day that goods of a lead time are there when they are ordered now. */
  LocalDate after(OrderState order, int leadTimeDays) {
    return agreements.of(order).workingTime().dayOf(clock.instant()).plusDays(leadTimeDays);
  }
}
