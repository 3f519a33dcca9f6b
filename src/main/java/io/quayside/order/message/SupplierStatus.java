package io.quayside.order.message;

import java.time.Instant;
import java.util.List;

/**
 * What a supplier says: {@code confirmed, shipped, received, refused}. Queue {@code
 * supplier.status}.
 */
public record SupplierStatus(
    String supplierOrder,
    String orderId,
    String status,
    Instant at,
    String tracking,
    List<Item> lines) {

  /** One line of the supplier order; {@code date} is the day promised or shipped. */
  public record Item(
      String lineNumber, String sku, String quantity, String unit, String date, String reason) {}
}
