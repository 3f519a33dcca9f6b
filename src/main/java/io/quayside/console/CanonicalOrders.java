package io.quayside.console;

import io.quayside.document.Documents;
import io.quayside.document.Documents.NewDocument;
import io.quayside.ops.Audit;
import io.quayside.order.Orders;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Database;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Orders that come as canonical ones, by the API or from the form: kept, placed, audited. */
@Component
public class CanonicalOrders {

  /** What became of it; {@code orderId} is null when it belongs to no order. */
  public record Taken(String outcome, String orderId, String documentId) {}

  private final Documents documents;
  private final Orders orders;
  private final Database database;
  private final Audit audit;
  private final Clock clock;

  CanonicalOrders(Documents documents, Orders orders, Database database, Audit audit, Clock clock) {
    this.documents = documents;
    this.orders = orders;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps the bytes as a document and places the order, in one transaction.
   *
   * @param partner null when nobody's
   * @param bytes the order as it was sent
   * @param channel {@code api} or {@code form}
   */
  public Taken place(
      PurchaseOrder order, TradingPartner partner, byte[] bytes, String channel, String by) {
    boolean test =
        Boolean.TRUE.equals(order.test())
            || partner != null && partner.mode() == TradingPartner.Mode.TEST;
    String partnerId = partner == null ? null : partner.id();
    return database.inTransaction(
        () -> {
          String document =
              documents.add(document(order, partnerId, channel, test, bytes)).orElseThrow();
          Orders.Placed placed =
              orders.place(
                  new Orders.NewOrder(order, partnerId, document, channel, test, clock.instant()));
          if (placed.orderId() != null) {
            documents.link(document, placed.orderId());
          }
          String outcome = placed.outcome().name().toLowerCase(Locale.ROOT);
          String subject =
              placed.orderId() == null ? "document/" + document : "order/" + placed.orderId();
          audit.record(by, "order-sent", subject, outcome);
          return new Taken(outcome, placed.orderId(), document);
        });
  }

  private static NewDocument document(
      PurchaseOrder order, String partnerId, String channel, boolean test, byte[] bytes) {
    return new NewDocument(
        "in",
        "order",
        "json",
        partnerId,
        channel,
        null,
        null,
        order.poNumber(),
        null,
        null,
        null,
        null,
        null,
        0,
        bytes.length,
        bytes,
        null,
        test,
        "accepted",
        "received",
        "none",
        null,
        null,
        null);
  }
}
