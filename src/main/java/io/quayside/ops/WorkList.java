package io.quayside.ops;

import io.quayside.document.Receipts;
import io.quayside.work.Database;
import io.quayside.work.Problems;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a person can do with an exception: try again, resolve it, say who the sender is. */
@Component
public class WorkList {

  /** The kinds of exceptions, for choosing from. */
  public static final List<String> KINDS =
      List.of(
          "unknown-sender",
          "unknown-format",
          "unreadable",
          "control-number-conflict",
          "duplicate-interchange",
          "document-rejected",
          "mapping-failed",
          "schema-invalid",
          "sender-mismatch",
          "sender-not-proven",
          "receiver-mismatch",
          "order-review",
          "mail-reply",
          "purchase-order-conflict",
          "change-to-order",
          "unknown-item",
          "unit-mismatch",
          "quantity-not-positive",
          "quantity-not-whole",
          "quantity-too-large",
          "price-mismatch",
          "price-unit-mismatch",
          "ship-to-unknown",
          "past-dates",
          "contradictory-dates",
          "credit-hold",
          "duplicate-line",
          "allocation-mismatch",
          "deadline-near",
          "window-closing",
          "short-pick",
          "stock-count",
          "shipment-waits",
          "shipment-mismatch",
          "packages-not-said",
          "invoice-waits",
          "supplier-order-open",
          "supplier-document-unmatched",
          "supplier-mismatch",
          "invoice-mismatch",
          "approval-wanted",
          "delivery-failed",
          "delivery-unknown",
          "acknowledgment-rejected",
          "advice-unmatched",
          "message-failed",
          "channel-down",
          "webhook-refused");

  private final Database database;
  private final Problems problems;
  private final Receipts receipts;
  private final Audit audit;

  WorkList(Database database, Problems problems, Receipts receipts, Audit audit) {
    this.database = database;
    this.problems = problems;
    this.receipts = receipts;
    this.audit = audit;
  }

  /** Tries again; false when the exception is unknown, closed or cannot be repeated. */
  public boolean retry(String id, String by) {
    return database.inTransaction(
        () -> {
          boolean done = problems.retry(id, by);
          if (done) {
            audit.record(by, "exception-retried", "exception/" + id, null);
          }
          return done;
        });
  }

  /** Closes the exception; false when it is unknown or closed. */
  public boolean resolve(String id, String note, String by) {
    return database.inTransaction(
        () -> {
          boolean done = problems.close(id, by, note);
          if (done) {
            audit.record(by, "exception-resolved", "exception/" + id, note);
          }
          return done;
        });
  }

  /**
   * Says who sent what arrived, closes the exception and reads it again; false when it is not about
   * a receipt or closed.
   */
  public boolean assign(String id, String partnerId, String by) {
    return database.inTransaction(
        () -> {
          Optional<Problems.Problem> open =
              problems
                  .find(id)
                  .filter(found -> found.resolvedAt() == null && found.receiptId() != null);
          open.ifPresent(
              problem -> {
                receipts.assign(problem.receiptId(), partnerId, by);
                problems.close(id, by, "sender: " + partnerId);
                audit.record(by, "sender-assigned", "receipt/" + problem.receiptId(), partnerId);
              });
          return open.isPresent();
        });
  }
}
