package io.quayside.order.process;

import io.quayside.order.Terms.Agreed;
import io.quayside.order.policy.Finding;
import io.quayside.order.process.Shipments.Stored;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import io.quayside.work.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells a person when the time for an answer runs out. */
@Component
class Deadlines {

  private static final String NEAR = "deadline-near";
  private static final String CLOSING = "window-closing";

  /** What an order that is cancelled need not be hurried for any more. */
  static final List<String> HURRIES = List.of(NEAR + "/855", CLOSING);

  private final Alarms alarms;
  private final Shipments shipments;
  private final Database database;
  private final Agreements agreements;
  private final Holds holds;
  private final Problems problems;
  private final Clock clock;

  Deadlines(
      Alarms alarms,
      Shipments shipments,
      Database database,
      Agreements agreements,
      Holds holds,
      Problems problems,
      Clock clock) {
    this.alarms = alarms;
    this.shipments = shipments;
    this.database = database;
    this.agreements = agreements;
    this.holds = holds;
    this.problems = problems;
    this.clock = clock;
  }

  /** The ship notice and the invoice are due some time after the goods left. */
  void afterShipment(OrderState order, Stored shipment) {
    if (shipment.announcedAt() == null) {
      alarms.forAnswer(order, "856", shipment.id(), shipment.shippedAt());
    }
    if (!order.ledgerTerms.invoicedOnOrder()) {
      alarms.forAnswer(order, "810", shipment.id(), shipment.shippedAt());
    }
  }

  /** {@code 855}, {@code 856/<shipment>} or {@code 810/<shipment>} is near, and not there yet. */
  void near(OrderState order, String what) {
    String document = what.substring(0, 3);
    String shipmentId = what.length() > 4 ? what.substring(4) : null;
    if (given(order, document, shipmentId)) {
      return;
    }
    Instant from =
        shipmentId == null
            ? order.head.receivedAt()
            : shipments.locked(shipmentId).orElseThrow().shippedAt();
    Instant due = Agreements.due(agreements.of(order), document, from);
    boolean over = due == null || !clock.instant().isBefore(due);
    if (!over) {
      alarms.overdue(order, document, shipmentId, due);
    }
    holds.raise(
        order,
        new Finding(
            NEAR,
            what,
            Finding.ORDER,
            "The %s%s %s and is not ready."
                .formatted(
                    document,
                    shipmentId == null ? "" : " of shipment " + shipmentId,
                    over ? "is overdue" : "is due soon"),
            shipmentId == null
                ? "Decide the lines that are held, so that the customer gets its answer in time."
                : "See what the shipment waits for, so that the customer gets its answer in time.",
            ""),
        due,
        null);
  }

  /** The answer is given: nobody has to hurry any more. */
  void answered(OrderState order, String document, String shipmentId) {
    if (!alarms.answered(order, document, shipmentId)) {
      String what = shipmentId == null ? document : document + "/" + shipmentId;
      problems.resolve(Holds.key(order, NEAR, what), "system", document + " given");
    }
  }

  /** What waits and could not leave much longer is asked about at once. */
  void windowCloses(OrderState order) {
    windowCloses(order, ScheduleState::waits);
  }

  /** What has not left is asked about before it is too late. */
  void windowIsAboutToClose(OrderState order) {
    windowCloses(order, s -> s.ledger.unshipped().signum() > 0);
  }

  private void windowCloses(OrderState order, Predicate<ScheduleState> which) {
    Agreed terms = agreements.of(order);
    LocalDate today = LocalDate.now(clock.withZone(terms.zone()));
    LocalDate tomorrow = terms.workingTime().next(today);
    List<ScheduleState> late =
        order
            .schedules()
            .filter(s -> which.test(s) && s.window.latest() != null)
            .filter(s -> !s.window.latest().isAfter(tomorrow) && !s.window.isPastOn(today))
            .toList();
    if (late.isEmpty()) {
      return;
    }
    LocalDate latest = late.get(0).window.latest();
    holds.raise(
        order,
        new Finding(
            CLOSING,
            Finding.ORDER,
            Finding.ORDER,
            "%s must have left by %s and have not."
                .formatted(
                    late.stream()
                        .map(
                            s ->
                                "Line "
                                    + s.ledger.line()
                                    + ": "
                                    + Columns.text(s.ledger.unshipped()))
                        .collect(Collectors.joining(", ")),
                    latest),
            "Pack what is there. Ask the customer whether it takes the rest later, or cancel it; else "
                + (terms.cancelAfterCancelDate()
                    ? "they are cancelled by themselves."
                    : "the order is held."),
            ""),
        terms.workingTime().startOf(latest.plusDays(1)),
        null);
  }

  /** Nothing waits for its window's end any more. */
  void windowSettled(OrderState order) {
    problems.resolve(
        Holds.key(order, CLOSING, Finding.ORDER), "system", "nothing is late any more");
  }

  private boolean given(OrderState order, String document, String shipmentId) {
    return switch (document) {
      case "855" -> order.decidedAt != null;
      case "856" ->
          shipments.locked(shipmentId).map(shipment -> shipment.announcedAt() != null).orElse(true);
      default ->
          database
                  .write()
                  .sql("SELECT COUNT(*) FROM order_invoice WHERE shipment_id = ? AND area = ?")
                  .params(shipmentId, Columns.flag(order.testArea()))
                  .query(Long.class)
                  .single()
              > 0;
    };
  }
}
