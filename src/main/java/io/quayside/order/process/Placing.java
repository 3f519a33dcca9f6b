package io.quayside.order.process;

import io.quayside.order.Orders;
import io.quayside.order.Orders.NewOrder;
import io.quayside.order.Orders.Outcome;
import io.quayside.order.Orders.Placed;
import io.quayside.order.Terms.Agreed;
import io.quayside.order.Terms.InvoiceTrigger;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.canonical.Source;
import io.quayside.order.ledger.LedgerTerms;
import io.quayside.order.policy.ShipWindow.Leaving;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import io.quayside.work.Ids;
import io.quayside.work.Outbox;
import io.quayside.work.Outbox.Message;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a purchase order in: one order, however often and by whatever channel it arrives. */
@Component
class Placing {

  private record Existing(String id, String contentHash) {}

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Agreements agreements;
  private final OrderStore store;
  private final StoredCustomers customers;
  private final KeptOrders kept;
  private final Changes changes;
  private final CarriedDecisions carried;
  private final Outbox outbox;
  private final Mail mail;
  private final Json json;
  private final StoredJourney journey;

  Placing(
      Database database,
      Ids ids,
      Clock clock,
      Agreements agreements,
      OrderStore store,
      StoredCustomers customers,
      KeptOrders kept,
      Changes changes,
      CarriedDecisions carried,
      Outbox outbox,
      Mail mail,
      Json json,
      StoredJourney journey) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.agreements = agreements;
    this.store = store;
    this.customers = customers;
    this.kept = kept;
    this.changes = changes;
    this.carried = carried;
    this.outbox = outbox;
    this.mail = mail;
    this.json = json;
    this.journey = journey;
  }

  Placed place(NewOrder arrived) {
    Agreed terms = agreements.with(arrived.partnerId());
    PurchaseOrder order = arrived.order();
    boolean test = arrived.test() || Boolean.TRUE.equals(order.test());
    guard(arrived.partnerId(), order.poNumber(), test);
    String hash = Content.hash(order);
    return switch (Purpose.of(order)) {
      case COPY -> keep(arrived, test, hash);
      case CHANGE -> changes.arrived(arrived, documentId(arrived), test, hash);
      case ORIGINAL -> original(arrived, terms, test, hash);
    };
  }

  private Placed original(NewOrder arrived, Agreed terms, boolean test, String hash) {
    String identity =
        Content.identity(arrived.order(), arrived.partnerId(), test, terms.orderIdentity());
    Optional<Existing> existing = existing(identity);
    if (existing.isEmpty()) {
      Optional<String> twin = twin(arrived, test, hash);
      if (twin.isPresent()) {
        return changes.twin(arrived, documentId(arrived), test, hash, twin.get());
      }
      return new Placed(Outcome.PLACED, insert(arrived, terms, test, identity, hash, null));
    }
    String orderId = existing.get().id();
    if (existing.get().contentHash().equals(hash)) {
      journey.add(
          orderId,
          "intake",
          "duplicate",
          "The same order arrived again by %s; it is linked, nothing is ordered twice."
              .formatted(arrived.channel()));
      return new Placed(Outcome.DUPLICATE, orderId);
    }
    return changes.conflict(arrived, documentId(arrived), test, hash, orderId);
  }

  /** An order of its own beside the one with the same identity, as a person decided. */
  String placeBeside(KeptOrders.Kept document) {
    return placeBeside(document, null);
  }

  /** The order that stands in place of the one that a change was about. */
  String revise(KeptOrders.Kept change) {
    return placeBeside(change, change.orderId());
  }

  private String placeBeside(KeptOrders.Kept document, String replaced) {
    Agreed terms = agreements.with(document.partnerId());
    NewOrder arrived =
        new NewOrder(
            document.order(),
            document.partnerId(),
            document.id(),
            document.channel(),
            document.test(),
            document.receivedAt());
    String identity =
        Content.identity(
                document.order(), document.partnerId(), document.test(), terms.orderIdentity())
            + "\nbeside="
            + document.id();
    return insert(arrived, terms, document.test(), identity, document.contentHash(), replaced);
  }

  private String insert(
      NewOrder arrived, Agreed terms, boolean test, String identity, String hash, String replaced) {
    PurchaseOrder order = arrived.order();
    OrderState state =
        new OrderState(
            new OrderState.Head(
                ids.next(),
                identity,
                hash,
                arrived.partnerId(),
                terms.company(),
                test,
                terms.parallel(),
                arrived.channel(),
                arrived.documentId(),
                customers.match(arrived.partnerId(), order),
                arrived.receivedAt() == null ? clock.instant() : arrived.receivedAt(),
                order));
    state.ledgerTerms =
        new LedgerTerms(
            terms.overShipmentPercent(), Agreements.trigger(order, terms) == InvoiceTrigger.ORDER);
    state.agreed = terms;
    Skeleton.layOut(state, Leaving.of(terms));
    store.insert(
        state, OrderSummary.of(order, terms.partnerName(), Agreements.currency(order, terms)));
    if (replaced != null) {
      carried.over(state, replaced);
    }
    journey.add(
        state.id(),
        arrived.partnerId(),
        state.head.receivedAt(),
        "intake",
        "received",
        words(order.source(), arrived.channel()));
    outbox.send(
        new Message(
            "order.received",
            state.id(),
            arrived.partnerId(),
            "order.received",
            test,
            null,
            json.write(order)));
    mail.accept(state.id(), arrived.partnerId(), test);
    changes.apply(state, replaced, terms);
    return state.id();
  }

  /** Copies, confirmations, blankets and quotes are matched and kept, never fulfilled. */
  private Placed keep(NewOrder arrived, boolean test, String hash) {
    String orderId = changes.orderOf(arrived, test).orElse(null);
    kept.insert(documentId(arrived), Outcome.KEPT, arrived, test, hash, orderId);
    if (orderId != null) {
      journey.add(
          orderId,
          "intake",
          "kept",
          "A document of purpose %s, type %s arrived for this order; it is kept, not fulfilled."
              .formatted(arrived.order().purposeCode(), arrived.order().typeCode()));
    }
    return new Placed(Outcome.KEPT, orderId);
  }

  /** Work on one partner and PO number is serial. */
  private void guard(String partnerId, String poNumber, boolean test) {
    String key = (test ? "test/" : "live/") + partnerId + "/" + poNumber;
    long now = Columns.micros(clock.instant());
    database
        .write()
        .sql(
            "INSERT INTO purchase_order_guard (guard_key, touched) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .params(key, now)
        .update();
    database
        .write()
        .sql("UPDATE purchase_order_guard SET touched = ? WHERE guard_key = ?")
        .params(now, key)
        .update();
  }

  private Optional<Existing> existing(String identity) {
    List<Existing> found =
        database
            .write()
            .sql("SELECT id, content_hash FROM orders WHERE identity_key = ?")
            .param(identity)
            .query((row, n) -> new Existing(row.getString("id"), row.getString("content_hash")))
            .list();
    return found.stream().findFirst();
  }

  /**
   * The very same content under the same number, once with its partner and once without: a copy by
   * another channel? Two partners that both said who they are may use the same number.
   */
  private Optional<String> twin(NewOrder arrived, boolean test, String hash) {
    return database
        .write()
        .sql(
            """
            SELECT id FROM orders WHERE po_number = ? AND content_hash = ? AND test = ?
              AND partner_id <> ? AND ? IN (partner_id, ?) ORDER BY received_at, id
            """)
        .params(
            arrived.order().poNumber(),
            hash,
            Columns.flag(test),
            arrived.partnerId(),
            Orders.DIRECT,
            arrived.partnerId())
        .query(String.class)
        .list()
        .stream()
        .findFirst();
  }

  private String documentId(NewOrder arrived) {
    return arrived.documentId() == null ? ids.next() : arrived.documentId();
  }

  private static String words(Source source, String channel) {
    if (source == null || source.document() == null) {
      return "Order received by %s.".formatted(channel);
    }
    return source.interchange() == null
        ? "%s received by %s.".formatted(source.document(), channel)
        : "%s received by %s, interchange %s."
            .formatted(source.document(), channel, source.interchange());
  }
}
