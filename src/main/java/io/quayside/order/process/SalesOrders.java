package io.quayside.order.process;

import io.quayside.order.Terms.Agreed;
import io.quayside.order.message.PostToAccounting.Billed;
import io.quayside.order.process.KeptOrders.Kept;
import io.quayside.work.Numbers;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks for credit, raises the sales order, and gives the customer the answer. */
@Component
class SalesOrders {

  private final Agreements agreements;
  private final Bills bills;
  private final Numbers numbers;
  private final Clock clock;
  private final Mail mail;
  private final StoredJourney journey;

  SalesOrders(
      Agreements agreements,
      Bills bills,
      Numbers numbers,
      Clock clock,
      Mail mail,
      StoredJourney journey) {
    this.agreements = agreements;
    this.bills = bills;
    this.numbers = numbers;
    this.clock = clock;
    this.mail = mail;
    this.journey = journey;
  }

  /** What can be delivered, now or later, goes to accounting: tag and credit. */
  void askForCredit(OrderState order) {
    Agreed terms = agreements.of(order);
    order.tag = Agreements.tag(order.order(), terms);
    order.step = Step.CREDIT;
    List<Billed> lines = new ArrayList<>();
    for (LineState line : order.lines.values()) {
      for (ScheduleState schedule : line.schedules) {
        BigDecimal coming = schedule.ledger.accepted().add(schedule.ledger.backordered());
        if (coming.signum() > 0) {
          lines.add(bills.line(order, line, schedule, coming));
        }
      }
    }
    bills.post(order, "sales-order", null, lines);
  }

  /** The sales order gets its number, and the customer its answer. */
  void raise(OrderState order) {
    order.salesOrder = numbers.next("SO", "sales-order", order.testArea());
    order.step = Step.RUNNING;
    order.decidedAt = clock.instant();
    journey.add(
        order,
        "order",
        "sales-order",
        "Sales order %s raised, tagged %s."
            .formatted(order.salesOrder, order.tag.replace('-', ' ')));
    answer(order);
  }

  /** Nothing is to be delivered: the answer says so. */
  void end(OrderState order) {
    close(order);
    answer(order);
  }

  /** The same without an answer. */
  void close(OrderState order) {
    order.step = Step.ENDED;
    order.decidedAt = clock.instant();
    boolean cancelled = order.any(s -> s.ledger.cancelled().signum() > 0);
    journey.add(
        order,
        "order",
        cancelled ? "cancelled" : "rejected",
        cancelled ? "The order is cancelled." : "No line of the order can be delivered.");
  }

  /** Our own systems are told how a sales order stands, also where no answer tells the customer. */
  void tellOurSystems(OrderState order) {
    if (order.salesOrder != null && agreements.exported(order)) {
      mail.send(order, "order.export", Map.of("orderId", order.id()));
    }
  }

  /** The customer is told how things stand, unless it wants no answer; our own systems are. */
  void answer(OrderState order) {
    tellOurSystems(order);
    if (Agreements.answerWanted(order.order())) {
      mail.send(order, "order.confirm", Map.of("orderId", order.id()));
    }
  }

  /** The same for a change that it asked for: what became of that, too. */
  void answer(OrderState order, String changeDocument) {
    if (Agreements.answerWanted(order.order())) {
      mail.send(order, "order.confirm", Map.of("orderId", order.id(), "change", changeDocument));
    }
  }

  /** What it asked to change is not here. */
  void answer(Kept change) {
    if (Agreements.answerWanted(change.order())) {
      mail.send(change, "order.confirm", Map.of("change", change.id()));
    }
  }
}
