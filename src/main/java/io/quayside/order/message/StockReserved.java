package io.quayside.order.message;

import java.util.List;

/** What inventory holds for an order. Queue {@code inventory.reserved}. */
public record StockReserved(String requestId, String orderId, List<Held> lines) {

  /**
   * What is held of one schedule, in the ordered unit.
   *
   * @param availableDate when the rest can be had, null when unknown
   * @param refusal why nothing will ever come, null otherwise
   */
  public record Held(
      String lineNumber,
      String scheduleId,
      String location,
      String reserved,
      String unit,
      String availableDate,
      String refusal) {}
}
