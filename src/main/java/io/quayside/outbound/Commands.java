package io.quayside.outbound;

import io.quayside.order.Answers;
import java.util.List;

/** The bodies of the queues that are consumed here. */
final class Commands {
  static final String ACKNOWLEDGE = "interchange.acknowledge";
  static final String CONFIRM = "order.confirm";
  static final String EXPORT = "order.export";
  static final String ANNOUNCE = "shipment.announce";
  static final String INVOICE = "invoice.send";
  static final String PURCHASE_ORDER = "purchase-order.send";
  static final String DELIVER = "reply.deliver";
  static final String MATCH = "acknowledgment.match";
  static final String QUESTION = "order.question";
  static final String DOCUMENT_QUESTION = "document.question";
  static final String RETURNED = "mail.returned";

  private Commands() {}

  /**
   * Acknowledge one interchange of a receipt, bytes {@code from} to {@code to}.
   *
   * @param resend send again what {@code duplicateOf}, the first receipt of the same bytes, got
   * @param usedBefore where the groups begin whose number their sender used in an earlier
   *     interchange; null for none
   */
  record Acknowledge(
      String receiptId,
      long from,
      long to,
      boolean resend,
      String duplicateOf,
      List<Long> usedBefore) {
    Acknowledge {
      usedBefore = usedBefore == null ? List.of() : List.copyOf(usedBefore);
    }
  }

  /**
   * Answer an order; with a purpose, {@code replace} or {@code cancel}, correct the answer that it
   * got.
   *
   * @param orderId null for the change of an order that is not here
   * @param change the document of a change to the order that was set aside, or that cancelled it
   */
  record Confirm(String orderId, String purpose, String change) {
    Confirm(String orderId) {
      this(orderId, null, null);
    }
  }

  /** Write an accepted order for the systems of ours that take it. */
  record Export(String orderId) {}

  /** Announce a shipment; with a purpose, correct the notice that was sent. */
  record Announce(String shipmentId, String orderId, String purpose) {
    Announce(String shipmentId, String orderId) {
      this(shipmentId, orderId, null);
    }
  }

  /**
   * Code of a purpose in BAK01, BSN01, and without its zero in BGM 1225: 05 replaces, 01 cancels.
   */
  static String purposeCode(String purpose, boolean edifact) {
    String code = purpose.equals("cancel") ? "01" : "05";
    return edifact ? code.substring(1) : code;
  }

  /**
   * Send an invoice.
   *
   * @param overdue its ship notice has not been written in all the time there was for the invoice
   * @param alone a person lets it go without its ship notice
   */
  record SendInvoice(String number, String orderId, boolean test, boolean overdue, boolean alone) {
    SendInvoice(String number, String orderId, boolean test) {
      this(number, orderId, test, false, false);
    }

    SendInvoice whenOverdue() {
      return new SendInvoice(number, orderId, test, true, false);
    }

    SendInvoice withoutNotice() {
      return new SendInvoice(number, orderId, test, false, true);
    }
  }

  /** Send an order to a supplier. */
  record SendPurchaseOrder(String supplierOrder, boolean test, Answers.SupplierOrder facts) {}

  /**
   * Deliver a document.
   *
   * @param attempt the attempt whose lease has run out, 0 for a new one
   * @param byPerson a person lets it go: one that waits for approval leaves, a resting channel is
   *     tried
   */
  record Deliver(String documentId, int attempt, boolean byPerson) {}

  /**
   * Match a received acknowledgment; {@code overdue}: the one for this document of ours is late.
   */
  record Match(String documentId, boolean overdue) {}

  /** A delivery report speaks of a document of ours; {@code reportId} is the report's document. */
  record Returned(String documentId, String reportId) {}

  /** An order is held: ask its sender; {@code collected}: no more holds are waited for. */
  record Question(String orderId, boolean collected) {}

  /**
   * Ask the sender of a document that is no order yet.
   *
   * @param points what is open, when there is no text
   * @param text as a person wrote it, else null
   */
  record DocumentQuestion(String documentId, List<DocumentQuestions.Point> points, String text) {}
}
