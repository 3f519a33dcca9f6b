package io.quayside.order;

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
   */
  record Billing(
      Head head,
      Posted.Invoice invoice,
      boolean credit,
      String shipmentId,
      String tracking,
      Instant shippedAt) {}

  /** An order to a supplier, for the 850 or ORDERS to it. */
  record SupplierOrder(OrderFromSupplier order, Instant orderedAt) {}

  Optional<Confirmation> confirmation(String orderId);

  Optional<Shipment> shipment(String shipmentId);

  Optional<Billing> invoice(String number, boolean test);

  Optional<SupplierOrder> supplierOrder(String number, boolean test);
}
