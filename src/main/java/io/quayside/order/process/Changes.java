package io.quayside.order.process;

import io.quayside.order.Orders.NewOrder;
import io.quayside.order.Orders.Outcome;
import io.quayside.order.Orders.Placed;
import io.quayside.order.Terms.Agreed;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.policy.Finding;
import io.quayside.order.process.KeptOrders.Kept;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import io.quayside.work.Problems;
import io.quayside.work.Problems.NewProblem;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Changes, cancellations and conflicts: a person decides, and the unshipped part waits for it. */
@Component
class Changes {

  static final String CHANGE = "change-to-order";
  static final String CONFLICT = "purchase-order-conflict";

  private final Database database;
  private final KeptOrders kept;
  private final OrderStore store;
  private final Agreements agreements;
  private final Holds holds;
  private final Problems problems;
  private final StoredJourney journey;
  private final Json json;

  Changes(
      Database database,
      KeptOrders kept,
      OrderStore store,
      Agreements agreements,
      Holds holds,
      Problems problems,
      StoredJourney journey,
      Json json) {
    this.database = database;
    this.kept = kept;
    this.store = store;
    this.agreements = agreements;
    this.holds = holds;
    this.problems = problems;
    this.journey = journey;
    this.json = json;
  }

  /** A change waits for its order when that is not here yet. */
  Placed arrived(NewOrder arrived, String documentId, boolean test, String hash) {
    Optional<String> orderId = orderOf(arrived, test);
    if (orderId.isPresent() && again(orderId.get(), arrived, test, hash)) {
      journey.add(
          orderId.get(),
          "intake",
          "duplicate",
          "The same change arrived again by %s; it is linked, nothing changes twice."
              .formatted(arrived.channel()));
      return new Placed(Outcome.DUPLICATE, orderId.get());
    }
    kept.insert(documentId, Outcome.CHANGE, arrived, test, hash, orderId.orElse(null));
    if (orderId.isEmpty()) {
      raise(
          documentId,
          CHANGE,
          null,
          arrived,
          test,
          "PO %s: %s, but there is no such order yet."
              .formatted(arrived.order().poNumber(), Purpose.words(arrived.order())),
          "It is matched by itself when the order arrives. Else dismiss it, or accept it as an"
              + " order.");
      return new Placed(Outcome.CHANGE, null);
    }
    OrderState order = store.lock(orderId.get());
    hold(order, documentId, arrived.order(), agreements.of(order));
    store.save(order);
    return new Placed(Outcome.CHANGE, orderId.get());
  }

  /** The very same change waits already, or is done and the order says what it says. */
  private boolean again(String orderId, NewOrder arrived, boolean test, String hash) {
    Set<String> states =
        kept.states(Outcome.CHANGE, arrived.partnerId(), arrived.order().poNumber(), test, hash);
    PurchaseOrder order = store.read(orderId).orElseThrow().order();
    return states.contains("open")
        || states.contains("accepted")
            && !Purpose.cancels(arrived.order())
            && Content.differences(order, Amendment.of(order, arrived.order(), json)).isEmpty();
  }

  /**
   * The order has arrived: the changes that waited for it hold it, and those that the order in
   * whose place it stands still has open.
   *
   * @param replaced that order's id, or null
   */
  void apply(OrderState order, String replaced, Agreed terms) {
    for (Kept change :
        kept.open(
            Outcome.CHANGE, order.head.partnerId(), order.order().poNumber(), order.head.test())) {
      if (change.orderId() == null || change.orderId().equals(replaced)) {
        kept.link(change.id(), order.id());
        problems.resolve(key(change.id(), CHANGE), "system", "the order arrived");
        hold(order, change.id(), change.order(), terms);
      }
    }
  }

  private void hold(OrderState order, String documentId, PurchaseOrder document, Agreed terms) {
    PurchaseOrder change = Amendment.of(order.order(), document, json);
    String differences = Content.differences(order.order(), change);
    String what =
        differences.isEmpty()
            ? "; it asks for nothing that the order does not say already"
            : " (" + differences + ")";
    String words =
        "PO %s: %s arrived%s."
            .formatted(
                order.order().poNumber(),
                Purpose.words(change),
                Purpose.cancels(change) ? "" : what);
    boolean late = order.step == Step.ENDED || !order.any(s -> s.ledger.unshipped().signum() > 0);
    journey.add(order, "intake", "change", words);
    if (late && order.decidedAt != null) {
      holds.problem(
          order,
          new Finding(
              CHANGE,
              Finding.ORDER,
              documentId,
              words + " Nothing of the order is left to change.",
              "Tell the customer, and dismiss the document.",
              ""),
          null);
      return;
    }
    holds.put(
        order,
        new Finding(
            CHANGE,
            Finding.ORDER,
            documentId,
            words + " What has not been shipped waits.",
            "Accept it, or dismiss it and the order goes on as it was.",
            ""),
        terms);
  }

  /** The same order with other content: the first one stands until a person decides. */
  Placed conflict(NewOrder arrived, String documentId, boolean test, String hash, String orderId) {
    boolean known =
        kept.open(Outcome.CONFLICT, arrived.partnerId(), arrived.order().poNumber(), test).stream()
            .anyMatch(conflict -> conflict.contentHash().equals(hash));
    if (!known) {
      OrderState order = store.lock(orderId);
      kept.insert(documentId, Outcome.CONFLICT, arrived, test, hash, orderId);
      String difference = Content.differences(order.order(), arrived.order());
      raise(
          documentId,
          CONFLICT,
          orderId,
          arrived,
          test,
          "PO %s is here already with other content: %s."
              .formatted(arrived.order().poNumber(), difference),
          "Accept it as an order of its own, or dismiss it and the first one stands.");
      journey.add(
          order,
          "intake",
          "conflict",
          "The same PO number arrived again with other content: %s.".formatted(difference));
    }
    return new Placed(Outcome.CONFLICT, orderId);
  }

  /** The same number and content from another partner: one order that arrived twice, or two. */
  Placed twin(NewOrder arrived, String documentId, boolean test, String hash, String orderId) {
    boolean known =
        kept.open(Outcome.CONFLICT, arrived.partnerId(), arrived.order().poNumber(), test).stream()
            .anyMatch(waiting -> waiting.contentHash().equals(hash));
    if (!known) {
      OrderState order = store.lock(orderId);
      kept.insert(documentId, Outcome.CONFLICT, arrived, test, hash, orderId);
      raise(
          documentId,
          CONFLICT,
          orderId,
          arrived,
          test,
          "PO %s is here already with the very same content, as an order of %s; this one came by %s as an order of %s. It may be a copy."
              .formatted(
                  arrived.order().poNumber(),
                  order.head.partnerId(),
                  arrived.channel(),
                  arrived.partnerId()),
          "Dismiss it when it is a copy. Accept it when both ordered the same: it becomes an order of its own.");
      journey.add(
          order,
          "intake",
          "conflict",
          "The same order arrived by %s as an order of %s; it waits, nothing is ordered twice."
              .formatted(arrived.channel(), arrived.partnerId()));
    }
    return new Placed(Outcome.CONFLICT, orderId);
  }

  /** The order that a later document speaks of: the same release if there is one, else the last. */
  Optional<String> orderOf(NewOrder arrived, boolean test) {
    return database
        .write()
        .sql(
            """
            SELECT id FROM orders WHERE partner_id = ? AND po_number = ? AND test = ?
            ORDER BY CASE WHEN COALESCE(po_release, '') = ? THEN 0 ELSE 1 END, received_at DESC, id DESC
            """)
        .params(
            arrived.partnerId(),
            arrived.order().poNumber(),
            Columns.flag(test),
            arrived.order().release() == null ? "" : arrived.order().release())
        .query(String.class)
        .list()
        .stream()
        .findFirst();
  }

  static String key(String documentId, String kind) {
    return "document/" + documentId + "/" + kind;
  }

  private void raise(
      String documentId,
      String kind,
      String orderId,
      NewOrder arrived,
      boolean test,
      String text,
      String remedy) {
    problems.raise(
        new NewProblem(
            key(documentId, kind),
            kind,
            orderId,
            documentId,
            null,
            arrived.partnerId(),
            test,
            "PO %s: %s".formatted(arrived.order().poNumber(), kind.replace('-', ' ')),
            text,
            remedy,
            null,
            null));
  }
}
