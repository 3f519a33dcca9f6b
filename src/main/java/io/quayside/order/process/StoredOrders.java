package io.quayside.order.process;

import io.quayside.order.OrderRefusal;
import io.quayside.order.Orders;
import io.quayside.order.ledger.LedgerViolation;
import io.quayside.order.policy.OrderPolicies;
import io.quayside.order.process.KeptOrders.Kept;
import io.quayside.order.process.OrderState.HoldState;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import io.quayside.work.Ids;
import io.quayside.work.Problems;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What can be asked of orders; each call is one transaction and leaves a record of who asked. */
@Component
class StoredOrders implements Orders {

  private final Database database;
  private final OrderStore store;
  private final Placing placing;
  private final OrderProcess process;
  private final Agreements agreements;
  private final Review review;
  private final Deciding deciding;
  private final Cancelling cancelling;
  private final Billing billing;
  private final SalesOrders salesOrders;
  private final Holds holds;
  private final Dock dock;
  private final KeptOrders kept;
  private final Problems problems;
  private final StoredJourney journey;
  private final Ids ids;
  private final Clock clock;
  private final Json json;

  StoredOrders(
      Database database,
      OrderStore store,
      Placing placing,
      OrderProcess process,
      Agreements agreements,
      Review review,
      Deciding deciding,
      Cancelling cancelling,
      Billing billing,
      SalesOrders salesOrders,
      Holds holds,
      Dock dock,
      KeptOrders kept,
      Problems problems,
      StoredJourney journey,
      Ids ids,
      Clock clock,
      Json json) {
    this.database = database;
    this.store = store;
    this.placing = placing;
    this.process = process;
    this.agreements = agreements;
    this.review = review;
    this.deciding = deciding;
    this.cancelling = cancelling;
    this.billing = billing;
    this.salesOrders = salesOrders;
    this.holds = holds;
    this.dock = dock;
    this.kept = kept;
    this.problems = problems;
    this.journey = journey;
    this.ids = ids;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public Placed place(NewOrder order) {
    return database.inTransaction(() -> placing.place(order));
  }

  @Override
  public void release(String orderId, String by) {
    database.inTransaction(
        () -> {
          OrderState order = store.lock(orderId);
          List<HoldState> open = order.openHolds();
          if (open.isEmpty()) {
            throw new OrderRefusal(
                "Nothing holds PO %s; there is nothing to release."
                    .formatted(order.order().poNumber()));
          }
          open.stream().filter(hold -> waivable(order, hold)).forEach(h -> waive(order, h, by));
          if (order.step == Step.DECIDING) {
            review.judge(order, agreements.of(order), by);
          }
          if (order.openHolds().containsAll(open)) {
            throw new OrderRefusal(
                "This cannot be released, it has to be mended. %s".formatted(open.get(0).text()));
          }
          record(order, by, "release", null);
          journey.add(order, "order", "released", "The order was released by %s.".formatted(by));
          process.goOn(order);
        });
  }

  @Override
  public void reconsider(String partnerId) {
    database.inTransaction(() -> holds.wake(partnerId));
  }

  /** A price can only be waived when there is one. */
  private static boolean waivable(OrderState order, HoldState hold) {
    boolean noPrice =
        hold.reason().equals("price-mismatch") && order.lines.get(hold.line()).price == null;
    return OrderPolicies.WAIVABLE.contains(hold.reason()) && !noPrice;
  }

  private void waive(OrderState order, HoldState hold, String by) {
    if (hold.reason().equals(Changes.CHANGE)) {
      holds.lift(order, hold, by, "released");
      kept.settle(hold.subject(), "dismissed", by);
      salesOrders.answer(order, hold.subject());
      return;
    }
    holds.waive(order, hold, by);
    if (hold.reason().equals("credit-hold")) {
      order.creditOk = true;
    }
  }

  @Override
  public void cancel(String orderId, String reason, String by) {
    database.inTransaction(
        () -> {
          OrderState order = store.lock(orderId);
          Optional<Kept> asked = cancellation(order);
          cancelUnshipped(order, reason, by, asked.isEmpty());
          asked.ifPresent(
              document -> {
                kept.settle(document.id(), "accepted", by);
                salesOrders.answer(order, document.id());
              });
          process.goOn(order);
        });
  }

  /** The customer's own cancellation that waits for a person. */
  private Optional<Kept> cancellation(OrderState order) {
    return kept
        .open(Outcome.CHANGE, order.head.partnerId(), order.order().poNumber(), order.head.test())
        .stream()
        .filter(
            document -> order.id().equals(document.orderId()) && Purpose.cancels(document.order()))
        .findFirst();
  }

  /**
   * @param answered the customer is told; not where another answer says what holds instead
   */
  private void cancelUnshipped(OrderState order, String reason, String by, boolean answered) {
    String words = reason == null || reason.isBlank() ? "The order was cancelled." : reason;
    BigDecimal cancelled = cancelling.cancel(order, schedule -> true, "cancelled", words);
    if (cancelled.signum() == 0) {
      boolean shipped = order.any(s -> s.ledger.shipped().signum() > 0);
      throw new OrderRefusal(
          "PO %s cannot be cancelled: %s."
              .formatted(
                  order.order().poNumber(),
                  shipped
                      ? "everything has been shipped; agree on a return with the customer instead"
                      : "nothing of it is left to deliver"));
    }
    holds.liftAll(order, order.openHolds(), by, "cancelled");
    Deadlines.HURRIES.forEach(
        hurry -> problems.resolveAll("order/%s/%s".formatted(order.id(), hurry), by, "cancelled"));
    record(order, by, "cancel", reason);
    journey.add(
        order, "order", "cancelled", "What had not left was cancelled by %s.".formatted(by));
    if (order.decidedAt == null) {
      salesOrders.close(order);
    }
    if (answered) {
      salesOrders.answer(order);
    } else {
      salesOrders.tellOurSystems(order);
    }
  }

  @Override
  public void decide(String orderId, List<Decision> decisions, String by) {
    database.inTransaction(
        () -> {
          OrderState order = store.lock(orderId);
          if (order.step == Step.ENDED) {
            throw new OrderRefusal(
                "PO %s has been answered: nothing of it is to be delivered."
                    .formatted(order.order().poNumber()));
          }
          if (order.decidedAt != null
              && "cancelled".equals(Statuses.of(order, store.today(order)))) {
            throw new OrderRefusal(
                "PO %s is cancelled, and stays so: let the customer send a new order."
                    .formatted(order.order().poNumber()));
          }
          Map<ScheduleState, BigDecimal> credited = Billing.credited(order);
          try {
            decisions.forEach(decision -> deciding.apply(order, decision, by));
          } catch (LedgerViolation violation) {
            throw new OrderRefusal(violation.getMessage());
          }
          billing.credit(order, credited, null);
          record(order, by, "decide", json.write(decisions));
          decisions.forEach(d -> journey.add(order, "order", "decided", words(d, by)));
          if (order.step == Step.DECIDING) {
            review.judge(order, agreements.of(order), by);
          } else if (order.decidedAt != null) {
            salesOrders.answer(order);
          }
          process.goOn(order);
        });
  }

  @Override
  public void settle(String documentId, boolean accept, String by) {
    database.inTransaction(
        () -> {
          boolean first = kept.settle(documentId, accept ? "accepted" : "dismissed", by);
          Kept document =
              kept.find(documentId)
                  .filter(found -> first)
                  .orElseThrow(
                      () ->
                          new OrderRefusal(
                              "Document %s does not wait for a decision.".formatted(documentId)));
          problems.resolveAll(
              "document/" + documentId + "/", by, accept ? "accepted" : "dismissed");
          if (document.outcome() == Outcome.CHANGE && document.orderId() != null) {
            settleChange(document, accept, by);
          } else if (document.outcome() == Outcome.CHANGE && !accept) {
            salesOrders.answer(document);
          } else if (accept && document.order().lines().isEmpty()) {
            throw new OrderRefusal(
                "The document names no line, so it cannot be an order of its own. Dismiss it.");
          } else if (accept) {
            kept.link(documentId, placing.placeBeside(document));
          }
        });
  }

  /** A cancellation cancels; a new version replaces the order, as long as nothing has left. */
  private void settleChange(Kept document, boolean accept, String by) {
    OrderState order = store.lock(document.orderId());
    boolean cancellation = Purpose.cancels(document.order());
    boolean shipped = order.any(s -> s.ledger.shipped().signum() > 0);
    if (accept && !cancellation && (shipped || dock.holds(order))) {
      throw new OrderRefusal(
          "Part of PO %s %s: decide its lines by hand, and dismiss the change."
              .formatted(
                  order.order().poNumber(),
                  shipped ? "has been shipped" : "stands packed and waits to leave"));
    }
    holds.liftAll(
        order,
        order.openHolds().stream().filter(h -> h.subject().equals(document.id())).toList(),
        by,
        accept ? "accepted" : "dismissed");
    problems.resolve(Holds.key(order, Changes.CHANGE, document.id()), by, "settled");
    journey.add(
        order,
        "order",
        accept ? "change-accepted" : "change-dismissed",
        "The change was %s by %s.".formatted(accept ? "accepted" : "dismissed", by));
    if (accept) {
      String why = cancellation ? "Cancelled by the customer." : "Replaced by the change.";
      cancelUnshipped(order, why, by, false);
    }
    if (cancellation || !accept) {
      salesOrders.answer(order, document.id());
    }
    process.goOn(order);
    if (accept && !cancellation) {
      placing.revise(document.with(Amendment.of(order.order(), document.order(), json)));
    }
  }

  @Override
  public boolean paid(String invoiceNumber, boolean test, String by) {
    return database.inTransaction(
        () -> {
          List<String> found =
              database
                  .write()
                  .sql("SELECT order_id FROM order_invoice WHERE number = ? AND area = ?")
                  .params(invoiceNumber, Columns.flag(test))
                  .query(String.class)
                  .list();
          int paid =
              database
                  .write()
                  .sql(
                      """
                      UPDATE order_invoice SET paid_at = ?
                      WHERE number = ? AND area = ? AND paid_at IS NULL
                      """)
                  .params(Columns.micros(clock.instant()), invoiceNumber, Columns.flag(test))
                  .update();
          if (paid == 1) {
            OrderState order = store.lock(found.get(0));
            journey.add(
                order, "accounting", "paid", "Invoice %s was paid.".formatted(invoiceNumber));
            store.save(order);
          }
          return !found.isEmpty();
        });
  }

  private void record(OrderState order, String by, String what, String body) {
    database
        .write()
        .sql(
            """
            INSERT INTO order_decision (id, order_id, at, decided_by, what, body)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(ids.next(), order.id(), Columns.micros(clock.instant()), by, what, body)
        .update();
  }

  private static String words(Decision d, String by) {
    StringBuilder words = new StringBuilder("Line " + d.line() + " was decided by " + by + ":");
    append(words, "accept", d.accept());
    append(words, "backorder", d.backorder());
    append(words, "reject", d.reject());
    append(words, "cancel", d.cancel());
    append(words, "price", d.price());
    append(words, "per", d.per());
    append(words, "item", d.sku());
    append(words, "date", d.date());
    append(words, "until", d.until());
    words.setCharAt(words.length() - 1, '.');
    return words.toString();
  }

  private static void append(StringBuilder words, String name, String value) {
    if (value != null) {
      words.append(' ').append(name).append(' ').append(value).append(',');
    }
  }
}
