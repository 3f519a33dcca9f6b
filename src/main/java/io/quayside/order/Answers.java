package io.quayside.order;

import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.Price;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.order.message.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The facts that the answers to a customer are written from. Asked for by those who write
 * documents.
 */
public interface Answers {

  /** What an order's partner, company and numbers are. */
  record Head(
      String orderId,
      String partnerId,
      String company,
      boolean test,
      boolean parallel,
      String documentId,
      PurchaseOrder order,
      String salesOrder,
      Instant decidedAt) {}

  /** The decision on a whole order, for the 855. */
  record Confirmation(Head head, List<ConfirmedLine> lines) {}

  /**
   * One line's decision; {@code lineNumber} is its key in {@link PurchaseOrder#linesByKey()}, here
   * and in the other answers; {@code price} is the one in force, {@code priceChanged} when it is
   * ours, not theirs.
   */
  record ConfirmedLine(
      String lineNumber,
      String sku,
      String unit,
      Price price,
      boolean priceChanged,
      List<ConfirmedSchedule> schedules) {}

  /**
   * Quantities in the ordered unit; dates are local business dates, null when unknown; {@code late}
   * when the ship date is later than the one that the order wishes.
   */
  record ConfirmedSchedule(
      String id,
      String ordered,
      String accepted,
      String shipDate,
      boolean late,
      String backordered,
      String backorderDate,
      String rejected,
      String cancelled,
      String reason,
      String reasonText) {}

  /**
   * A change that a customer asked for and a person settled, for the 865 or ORDRSP.
   *
   * @param orderId the order that it is about; its revision, where it was accepted, is another;
   *     null: there is no such order, and the change was set aside
   * @param accepted a revision stands in place of the order, or what had not left is cancelled;
   *     else the order stands as it was
   * @param before the order in force when it came; null where there is none
   * @param after the order with it; null for a cancellation
   * @param lines in the sequence of the order in force, then what is added
   */
  record Change(
      String documentId,
      String orderId,
      boolean accepted,
      PurchaseOrder asked,
      PurchaseOrder before,
      PurchaseOrder after,
      List<ChangedLine> lines) {}

  /**
   * @param key its key in the revision, where the change was accepted and does not delete it; else
   *     in the order in force
   * @param before null: it is added, or named though the order does not have it
   * @param after null: it is deleted
   * @param code as its sender wrote it; null where the document does not name the line or restates
   *     the order. POC02
   */
  record ChangedLine(String key, Line before, Line after, String code) {}

  /**
   * A shipment as packed, for the 856, with how much of each line had been ordered and shipped in
   * all: of the whole line, or of what goes to this place where a line goes to several.
   *
   * @param supplier whose drop shipment it is; null: it left our own place
   */
  record Shipment(
      Head head,
      GoodsShipped packed,
      Party shipTo,
      List<ShippedLine> lines,
      String scac,
      String tracking,
      String supplier) {}

  record ShippedLine(
      String lineNumber,
      String scheduleId,
      String quantity,
      String unit,
      String ordered,
      String shippedInAll) {}

  /**
   * An invoice or credit note as booked, for the 810. {@code shipmentId} null when it is about the
   * order.
   *
   * @param originals what billed the goods that a credit note gives back, in the sequence of their
   *     booking; none for an invoice
   */
  record Billing(
      Head head,
      Posted.Invoice invoice,
      boolean credit,
      String shipmentId,
      String tracking,
      Instant shippedAt,
      List<Original> originals) {

    public Billing {
      originals = originals == null ? List.of() : List.copyOf(originals);
    }
  }

  /**
   * An invoice that a credit note is about.
   *
   * @param date the day it was written, 2026-11-20
   */
  record Original(String number, String date) {}

  /** An order to a supplier, for the 850 or ORDERS to it. */
  record SupplierOrder(OrderFromSupplier order, Instant orderedAt) {}

  Optional<Confirmation> confirmation(String orderId);

  /** Empty for what is no change, or waits for a person. */
  Optional<Change> change(String documentId);

  /** The same for the change of an order that is not here: no line of it is decided. */
  Optional<Confirmation> withoutOrder(String changeDocument);

  Optional<Shipment> shipment(String shipmentId);

  Optional<Billing> invoice(String number, boolean test);

  Optional<SupplierOrder> supplierOrder(String number, boolean test);
}
