package io.quayside.mapping.tree;

import io.quayside.mapping.AttributeName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What a shop's order says of its money only in pieces is put together here and stands beside the
 * shop's own members, for the mapping to take: {@code net-price} for {@code net-per} units, and
 * {@code net-discount}, both without tax. A shop's own members have no hyphen.
 */
final class ShopMoney {
  private static final String NET_PRICE = "net-price";
  private static final String NET_PER = "net-per";
  private static final String NET_DISCOUNT = "net-discount";
  private static final int PRICE_DECIMALS = 4;
  private static final int MOST_DIGITS = 30;

  private ShopMoney() {}

  /**
   * The number that a member holds; null where it holds none, or one that no money has: 1e99999999
   * would be written with as many zeros.
   */
  static BigDecimal number(TreeElement element, String member) {
    try {
      BigDecimal number = element.has(member) ? new BigDecimal(element.text(member)) : null;
      boolean money =
          number != null
              && number.precision() <= MOST_DIGITS
              && Math.abs((long) number.scale()) <= MOST_DIGITS;
      return money ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  static BigDecimal orZero(BigDecimal number) {
    return number == null ? BigDecimal.ZERO : number;
  }

  /** Half up to the decimals of the currency; two where it is none that we know. */
  static BigDecimal rounded(BigDecimal amount, String currency) {
    int decimals = 2;
    try {
      decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      // Two, as most currencies have.
    }
    return amount.setScale(decimals, RoundingMode.HALF_UP);
  }

  /**
   * The unit price that makes an amount to the cent: for one unit where it comes out even, else for
   * all of them. 250.00 for 3 is 250.00 per 3.
   */
  static void price(TreeElement line, BigDecimal amount, BigDecimal quantity, String from) {
    BigDecimal one = amount.divide(quantity, PRICE_DECIMALS, RoundingMode.HALF_UP);
    boolean even = one.multiply(quantity).compareTo(amount) == 0;
    set(line, NET_PRICE, even ? atLeast(one, amount.scale()) : amount, from);
    set(line, NET_PER, even ? BigDecimal.ONE : quantity, from);
  }

  /** What is taken off for all units of a line, or off a shipping; nothing where it is nothing. */
  static void discount(TreeElement element, BigDecimal amount, String names, String from) {
    if (amount.signum() > 0) {
      set(element, NET_DISCOUNT, amount, from);
      if (!names.isEmpty()) {
        element.set("discount-names", names, element.place(AttributeName.of(from)));
      }
    }
  }

  /** Sets a member of ours, which stands where another does. */
  static void set(TreeElement element, String member, BigDecimal number, String from) {
    element.set(member, number.toPlainString(), element.place(AttributeName.of(from)));
  }

  /** Gives the children of a name another one. */
  static void rename(TreeElement element, String name, String other) {
    element.children().replaceAll(child -> child.name().equals(name) ? child.as(other) : child);
  }

  private static BigDecimal atLeast(BigDecimal number, int scale) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() < scale ? plain.setScale(scale) : plain;
  }
}
