package io.quayside.order.message;

import java.time.Instant;
import java.util.List;

/**
 * What a supplier says: {@code confirmed, shipped, received, refused, invoiced}. Queue {@code
 * supplier.status}.
 *
 * @param lines absent or empty: all lines
 * @param document the document that says so; null when a person or a system does
 */
public record SupplierStatus(
    String supplierOrder,
    String orderId,
    String status,
    Instant at,
    String tracking,
    List<Item> lines,
    Shipment shipment,
    Invoice invoice,
    String document) {

  /** The same about a customer's order that waits. */
  public SupplierStatus forOrder(String waiting) {
    return new SupplierStatus(
        supplierOrder, waiting, status, at, tracking, lines, shipment, invoice, document);
  }

  /**
   * A part of one line of the supplier order; a line that is confirmed in parts has several.
   *
   * @param date the day promised, shipped or received
   * @param status {@code confirmed, backordered, refused}; null: as the whole
   * @param arrives the day it is here, where that is another one
   * @param price for one of {@code unit}, as the supplier says it
   */
  public record Item(
      String lineNumber,
      String sku,
      String quantity,
      String unit,
      String date,
      String reason,
      String status,
      String arrives,
      String price) {

    public boolean refused() {
      return "refused".equals(status);
    }

    /** Whether it is about this line: by number, leading zeros apart, else by our item. */
    public boolean speaksOf(String line, String item) {
      return lineNumber == null
          ? item.equals(sku)
          : line.replaceFirst("^0+(?=.)", "").equals(lineNumber.replaceFirst("^0+(?=.)", ""));
    }
  }

  /** What is on its way; the contents of {@code packages} name lines of the supplier order. */
  public record Shipment(
      String number, String scac, String billOfLading, List<GoodsShipped.Package> packages) {}

  /** What the supplier asks for: {@code kind} is {@code invoice} or {@code credit}. */
  public record Invoice(String number, String kind, String date, String currency, String total) {}
}
