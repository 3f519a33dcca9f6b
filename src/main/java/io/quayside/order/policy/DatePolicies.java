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

  /** DTM*037*20261225 with DTM*001*20261201: no day is left to ship on. */
  static OrderPolicy windowOpens() {
    return order ->
        order.lines().stream()
            .flatMap(line -> windows(order, line))
            .filter(window -> window.latest() != null && !window.isOpenOn(window.latest()))
            .findFirst()
            .<List<Verdict>>map(window -> List.of(contradiction(window)))
            .orElse(List.of());
  }

  private static Verdict contradiction(ShipWindow window) {
    return new Verdict.Hold(
        new Finding(
            "contradictory-dates",
            Finding.ORDER,
            Finding.ORDER,
            "The goods may not leave before %s, and must leave by %s (last ship or cancel date): no day is left."
                .formatted(window.earliest(), window.latest()),
            "Ask the customer which of the dates holds; release it to ship when the goods may"
                + " leave, or cancel it.",
            "The ship dates contradict each other."));
  }

  private static Stream<LocalDate> latest(Candidate order, CandidateLine line) {
    return windows(order, line).map(ShipWindow::latest).filter(Objects::nonNull);
  }

  private static Stream<ShipWindow> windows(Candidate order, CandidateLine line) {
    List<Schedule> schedules =
        line.line().schedules().isEmpty()
            ? Collections.singletonList(null)
            : line.line().schedules();
    return schedules.stream()
        .map(
            schedule ->
                ShipWindow.of(
                    order.order(), line.line(), schedule, ShipWindow.Leaving.of(order.terms())));
  }
}
