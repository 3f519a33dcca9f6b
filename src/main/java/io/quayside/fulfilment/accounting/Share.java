package io.quayside.fulfilment.accounting;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Which part of an order's fixed amounts falls to one of its invoices: in proportion to the lines
 * billed, so counted that all invoices together make the whole, with the remainder on the last.
 *
 * @param order what all lines of the order are worth
 * @param before what was billed of them before
 * @param now what this invoice bills of them
 */
record Share(BigDecimal order, BigDecimal before, BigDecimal now) {

  /** The part of a fixed amount, rounded. */
  BigDecimal of(BigDecimal whole, String currency) {
    return upTo(whole, before.add(now), currency).subtract(upTo(whole, before, currency));
  }

  private BigDecimal upTo(BigDecimal whole, BigDecimal billed, String currency) {
    if (billed.signum() <= 0) {
      return Money.round(BigDecimal.ZERO, currency);
    }
    if (order.signum() <= 0 || billed.compareTo(order) >= 0) {
      return Money.round(whole, currency);
    }
    return Money.round(whole.multiply(billed).divide(order, MathContext.DECIMAL128), currency);
  }
}
