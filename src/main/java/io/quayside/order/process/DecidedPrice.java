package io.quayside.order.process;

import io.quayside.order.OrderRefusal;
import io.quayside.order.Orders.Decision;
import io.quayside.order.Quantities;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A price as a person decides it, for as many units as the line's own. 0.241 per 1 is 24.1 per 100
 */
final class DecidedPrice {

  private static final int DECIMALS = 6;

  private DecidedPrice() {}

  /**
   * @param own how many units the line's own price is for; null is one
   * @return the amount for that many
   */
  static String amount(String line, Decision decision, String own, String unit) {
    BigDecimal amount = number(line, "price", decision.price());
    BigDecimal ownPer = own == null ? BigDecimal.ONE : new BigDecimal(own);
    if (decision.per() == null) {
      if (ownPer.compareTo(BigDecimal.ONE) != 0) {
        throw new OrderRefusal(
            "Line %s: its price is for %s %s. Say how many the %s is for: per 1, or per %s."
                .formatted(line, own, unit, decision.price(), own));
      }
      return decision.price().trim();
    }
    BigDecimal per = number(line, "per", decision.per());
    if (per.signum() == 0) {
      throw new OrderRefusal("Line %s: per \"0\": a price is for at least one.".formatted(line));
    }
    return per.compareTo(ownPer) == 0
        ? decision.price().trim()
        : plain(amount.multiply(ownPer).divide(per, DECIMALS, RoundingMode.HALF_UP));
  }

  private static BigDecimal number(String line, String field, String value) {
    Quantities.fault(value, null)
        .ifPresent(
            why -> {
              throw new OrderRefusal(
                  "Line %s: %s \"%s\": it %s.".formatted(line, field, value, why));
            });
    return new BigDecimal(value.trim());
  }

  private static String plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return (stripped.scale() < 2 ? stripped.setScale(2) : stripped).toPlainString();
  }
}
