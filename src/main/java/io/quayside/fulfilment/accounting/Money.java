package io.quayside.fulfilment.accounting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;

/** Sums of money: rounded once, half up, to the currency's decimals. */
final class Money {

  private Money() {}

  /** The decimals of a currency: USD 2, JPY 0; 2 where it is unknown. */
  static int decimals(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException | NullPointerException e) {
      return 2;
    }
  }

  /** quantity / per x price. 5,000 EA at 12.50 per 100 are 625.00 */
  static BigDecimal amount(BigDecimal quantity, BigDecimal per, BigDecimal price, String currency) {
    BigDecimal exact = quantity.multiply(price).divide(per, MathContext.DECIMAL128);
    return round(exact, currency);
  }

  static BigDecimal round(BigDecimal exact, String currency) {
    return exact.setScale(decimals(currency), RoundingMode.HALF_UP);
  }
}
