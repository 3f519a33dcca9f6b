package io.quayside.order.message;

import java.util.List;

/** Goods booked in, or a stock level set. Queue {@code inventory.received}. */
public record GoodsReceived(String receiptId, boolean test, List<Item> items) {

  /** {@code quantity} in the stock unit; {@code supplierOrder} when they came for one. */
  public record Item(
      String sku, String location, String quantity, String unit, String supplierOrder) {}
}
