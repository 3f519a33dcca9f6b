package io.quayside.order.message;

import io.quayside.order.canonical.ItemId;
import io.quayside.order.canonical.Party;
import java.util.List;

/**
 * An order to a supplier. Queue {@code supplier.order}. {@code wantedBy} is the day the goods are
 * wanted where they go to, {@code wantedShip} the day a drop shipment is wanted to leave.
 */
public record OrderFromSupplier(
    String supplierOrder,
    String kind,
    String supplier,
    String company,
    boolean test,
    Party shipTo,
    CustomerOrder customerOrder,
    String wantedBy,
    String wantedShip,
    String currency,
    List<Wanted> lines) {

  /** The customer's order that waits for it; null when it is for stock only. */
  public record CustomerOrder(String orderId, String poNumber, String partner) {}

  /** One line; {@code forLine} and {@code forSchedule} name the customer's line that waits. */
  public record Wanted(
      String lineNumber,
      String sku,
      List<ItemId> ids,
      String description,
      String quantity,
      String unit,
      String price,
      String forLine,
      String forSchedule) {}
}
