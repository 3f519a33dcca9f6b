package io.quayside.order.ledger;

import java.math.BigDecimal;

/**
 * What the agreement says about the law of the ledger.
 *
 * @param overShipmentPercent how much more than accepted may be shipped, {@code 5} is five percent
 * @param invoicedOnOrder true where the accepted quantity is billed, false where the shipped one is
 */
public record LedgerTerms(BigDecimal overShipmentPercent, boolean invoicedOnOrder) {

  /** Nothing over, billed when shipped. */
  public static final LedgerTerms STRICT = new LedgerTerms(BigDecimal.ZERO, false);

  public LedgerTerms {
    overShipmentPercent = overShipmentPercent == null ? BigDecimal.ZERO : overShipmentPercent;
  }

  /** The most that may be shipped of an accepted quantity. */
  BigDecimal limit(BigDecimal accepted) {
    return accepted.add(accepted.multiply(overShipmentPercent).movePointLeft(2));
  }
}
