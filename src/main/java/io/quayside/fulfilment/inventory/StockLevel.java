package io.quayside.fulfilment.inventory;

import java.math.BigDecimal;

/** Stock of one item at one location, in the stock unit. */
record StockLevel(String location, BigDecimal onHand, BigDecimal reserved, long version) {

  /**
   * What can still be promised; never below zero, though a count may find less than is reserved.
   */
  BigDecimal available() {
    return onHand.subtract(reserved).max(BigDecimal.ZERO);
  }
}
