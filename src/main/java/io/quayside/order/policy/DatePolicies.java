package io.quayside.order.policy;

import io.quayside.order.canonical.Schedule;
import io.quayside.order.policy.Candidate.CandidateLine;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An order that arrives past its dates is looked at by a person. */
final class DatePolicies {

  private DatePolicies() {}

  /** DTM*001 or 038 is today or later. */
  static OrderPolicy notPast() {
    return order -> {
      List<LocalDate> past =
          order.lines().stream()
              .flatMap(line -> latest(order, line))
              .filter(date -> date.isBefore(order.today()))
              .distinct()
              .sorted()
              .toList();
      if (past.isEmpty()) {
        return List.of();
      }
      return List.of(
          new Verdict.Hold(
              new Finding(
                  "past-dates",
                  Finding.ORDER,
                  Finding.ORDER,
                  "The goods had to leave by %s (last ship or cancel date), and today is %s."
                      .formatted(past.get(0), order.today()),
                  "Ask the customer whether the order still stands; release it to ship late, or"
                      + " cancel it.",
                  "The last ship or cancel date had passed.")));
    };
  }

  private static Stream<LocalDate> latest(Candidate order, CandidateLine line) {
    List<Schedule> schedules =
        line.line().schedules().isEmpty()
            ? Collections.singletonList(null)
            : line.line().schedules();
    return schedules.stream()
        .map(
            schedule ->
                ShipWindow.of(
                        order.order(), line.line(), schedule, ShipWindow.Leaving.of(order.terms()))
                    .latest())
        .filter(Objects::nonNull);
  }
}
