package io.quayside.order.message;

import java.util.List;

/**
 * Asks inventory to hold stock ({@code kind} reserve) or to give it back ({@code release}). Queue
 * {@code inventory.reserve}. Quantities in the ordered unit; {@code pack} says how many stock units
 * one holds.
 */
public record ReserveStock(
    String requestId,
    String kind,
    String orderId,
    String poNumber,
    String partner,
    String company,
    boolean test,
    List<Wanted> lines) {

  /** What is wanted of one schedule. {@code location} null: inventory chooses. */
  public record Wanted(
      String lineNumber,
      String scheduleId,
      String sku,
      String location,
      String quantity,
      String unit,
      String wantedBy,
      String notBefore) {}
}
