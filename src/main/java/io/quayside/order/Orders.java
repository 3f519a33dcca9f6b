package io.quayside.order;

import io.quayside.order.canonical.PurchaseOrder;
import java.time.Instant;
import java.util.List;

/** What can be asked of orders by those above: place one, and a person's decisions. */
public interface Orders {

  /** The partner of orders that come without one: by API, or over the counter. */
  String DIRECT = "direct";

  /** A purchase order as it comes from intake, the API or a form. */
  record NewOrder(
      PurchaseOrder order,
      String partnerId,
      String documentId,
      String channel,
      boolean test,
      Instant receivedAt) {}

  /** What became of it. */
  enum Outcome {
    /** A new order. */
    PLACED,
    /** The same order with the same content is here already: linked. */
    DUPLICATE,
    /** The same order with other content is here: a person decides. */
    CONFLICT,
    /** A change or cancellation: a person decides, the unshipped part is held. */
    CHANGE,
    /** A copy, confirmation, blanket or quote: kept, never fulfilled. */
    KEPT
  }

  /**
   * The outcome and the order it belongs to (null when there is none, as for a change to an unknown
   * order).
   */
  record Placed(Outcome outcome, String orderId) {}

  /**
   * Overrules one schedule of a line; quantities in the ordered unit; the unset ones stay.
   *
   * @param per how many units {@code price} is for; it has to be said where the line's own price is
   *     for more than one
   */
  record Decision(
      String line,
      String schedule,
      String accept,
      String backorder,
      String until,
      String reject,
      String cancel,
      String price,
      String per,
      String date,
      String sku,
      String reason) {}

  /**
   * Places an order in the current transaction (or one of its own): stores it with lines and
   * customer, copies it to {@code order.received} and queues its acceptance.
   */
  Placed place(NewOrder order);

  /**
   * Lets a held order go on: lifts the order's holds and decides again. {@link OrderRefusal} when
   * nothing holds it.
   */
  void release(String orderId, String by);

  /** Cancels what has not been shipped. {@link OrderRefusal} when everything has. */
  void cancel(String orderId, String reason, String by);

  /**
   * Overrules lines; {@link OrderRefusal} names the first decision that breaks the ledger's law.
   */
  void decide(String orderId, List<Decision> decisions, String by);

  /**
   * A person settles a conflict or a change: accept the document as an order of its own, or dismiss
   * it.
   */
  void settle(String documentId, boolean accept, String by);

  /**
   * What held orders wait for may be there now (a location, a cross reference, an item, a price):
   * judges them again, in the current transaction or one of its own.
   *
   * @param partnerId whose orders; null: everybody's
   */
  void reconsider(String partnerId);

  /** An invoice was paid; paid twice stays paid once. False when the number is unknown. */
  boolean paid(String invoiceNumber, boolean test, String by);
}
