package io.quayside.order.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The days that an answer tells. Where an order or a line leaves together (CSH*SC~) that is for all
 * of it the day of the last; and no day while nobody knows when the last will be there.
 *
 * @param together all of it leaves at once
 * @param day of the last, null where it is not known
 */
record Leaving(boolean together, LocalDate day) {

  static Leaving of(OrderState order, LineState line) {
    List<LineState> together = Agreements.together(order, line);
    if (together.isEmpty()) {
      return new Leaving(false, null);
    }
    List<ScheduleState> there =
        together.stream()
            .flatMap(one -> one.schedules.stream())
            .filter(s -> s.ledger.shipped().signum() == 0)
            .toList();
    boolean unknown = there.stream().anyMatch(s -> s.waits() && s.backorderDate == null);
    LocalDate last =
        there.stream()
            .map(s -> s.waits() ? s.backorderDate : s.shipDate)
            .filter(Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElse(null);
    return new Leaving(true, unknown ? null : last);
  }

  /** When what is accepted leaves; what has left keeps its own day. */
  LocalDate accepted(ScheduleState schedule) {
    boolean gone = schedule.ledger.shipped().signum() > 0;
    return together && !gone ? later(schedule.shipDate) : schedule.shipDate;
  }

  /** No day is told past the end of the window: the customer would not take the goods then. */
  LocalDate waiting(ScheduleState schedule) {
    LocalDate day = together ? later(schedule.backorderDate) : schedule.backorderDate;
    return day == null || schedule.window.isPastOn(day) ? null : day;
  }

  private LocalDate later(LocalDate own) {
    return day == null || own == null || own.isBefore(day) ? day : own;
  }
}
