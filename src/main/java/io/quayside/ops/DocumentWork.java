package io.quayside.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.order.OrderRefusal;
import io.quayside.order.Orders;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.work.Database;
import io.quayside.work.Outbox;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a person can do with a document: resend (the same bytes again), reprocess (read again from
 * the raw bytes), settle (take a conflicting order, or set it aside).
 */
@Component
public class DocumentWork {

  private static final List<String> AT_REST = List.of("delivered", "failed", "unknown", "pending");
  private static final Set<String> ORDERS = Set.of("850", "ORDERS", "order");

  private final Database database;
  private final Documents documents;
  private final Outbox outbox;
  private final Orders orders;
  private final ObjectMapper json;
  private final Audit audit;

  DocumentWork(
      Database database,
      Documents documents,
      Outbox outbox,
      Orders orders,
      ObjectMapper json,
      Audit audit) {
    this.database = database;
    this.documents = documents;
    this.outbox = outbox;
    this.orders = orders;
    this.json = json;
    this.audit = audit;
  }

  /** Delivers the same bytes again. {@link DocumentRefusal} for an incoming or a moving one. */
  public void resend(String id, String by) {
    Document document = find(id);
    if (!"out".equals(document.direction())) {
      throw new DocumentRefusal(
          "This document came in: there is nothing to send. Reprocess reads it again.");
    }
    database.inTransaction(
        () -> {
          if (!documents.delivery(id, AT_REST, "pending", null)) {
            throw new DocumentRefusal(
                "The document is being sent right now: wait for the end of this attempt.");
          }
          outbox.send(Outbox.Message.command("reply.deliver", null, body(id)));
          audit.record(by, "document-resent", "document/" + id, null);
        });
  }

  /**
   * Reads an incoming order again from its raw bytes, with the mapping and the partner file as they
   * are now. {@link DocumentRefusal} for anything else.
   */
  public void reprocess(String id, String by) {
    Document document = find(id);
    if (!"in".equals(document.direction())) {
      throw new DocumentRefusal(
          "This document went out: its bytes are fixed. Resend sends the same bytes again.");
    }
    if (!ORDERS.contains(document.type())) {
      throw new DocumentRefusal(
          "Only a purchase order can be read again; this is a document of type "
              + document.type()
              + ".");
    }
    boolean canonical = "json".equals(document.format()) && document.receiptId() == null;
    database.inTransaction(
        () -> {
          if (canonical) {
            place(document);
          } else {
            outbox.send(Outbox.Message.command("order.normalise", null, body(id)));
          }
          audit.record(by, "document-reprocessed", "document/" + id, null);
        });
  }

  /**
   * A canonical order by API is its own mapping: placed once more, where it is here it is linked.
   */
  private void place(Document document) {
    Orders.Placed placed =
        orders.place(
            new Orders.NewOrder(
                canonical(document),
                document.partnerId(),
                document.id(),
                document.channelId(),
                document.test(),
                document.at()));
    if (placed.orderId() != null) {
      documents.link(document.id(), placed.orderId());
    }
  }

  private PurchaseOrder canonical(Document document) {
    try {
      return json.readValue(documents.bytes(document.id()), PurchaseOrder.class).withViews();
    } catch (IOException e) {
      throw new DocumentRefusal("The stored order cannot be read as JSON: " + e.getMessage());
    }
  }

  /**
   * Has a document written that replaces or cancels one that was sent. {@link DocumentRefusal}
   * where there is none of that kind.
   */
  public void correct(String id, boolean cancel, String by) {
    Outbox.Message command = Correction.of(find(id), cancel);
    database.inTransaction(
        () -> {
          outbox.send(command);
          audit.record(
              by, "document-corrected", "document/" + id, cancel ? "cancelled" : "replaced");
        });
  }

  /** Takes a conflicting or changing document as an order of its own, or sets it aside. */
  public void settle(String id, boolean accept, String by) {
    find(id);
    try {
      database.inTransaction(
          () -> {
            orders.settle(id, accept, by);
            audit.record(
                by, accept ? "document-accepted" : "document-dismissed", "document/" + id, null);
          });
    } catch (OrderRefusal refusal) {
      throw new DocumentRefusal(refusal.getMessage());
    }
  }

  private Document find(String id) {
    return documents
        .find(id)
        .orElseThrow(() -> new NoSuchElementException("There is no document “" + id + "”."));
  }

  private String body(String id) {
    try {
      return json.writeValueAsString(Map.of("documentId", id));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A map of strings is JSON", impossible);
    }
  }
}
