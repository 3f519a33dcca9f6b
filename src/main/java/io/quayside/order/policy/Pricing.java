package io.quayside.order.policy;

import io.quayside.order.Catalogue.Item;
import io.quayside.order.Terms.Agreed;
import io.quayside.order.Terms.OnPriceMismatch;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.Price;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.work.Columns;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/** Which unit price is in force for a line, and what it comes to. */
public final class Pricing {

  private Pricing() {}

  /**
   * The price in force.
   *
   * @param price null when neither side names one
   * @param changed it is ours, and theirs was another
   * @param factor how many of the price's units one ordered unit holds
   * @param mismatch in words, null when theirs is within tolerance of ours
   * @param settled the agreement says what happens with the mismatch, no person has to
   * @param comparable the price is for a unit that the ordered one can be counted in
   */
  public record Priced(
      Price price,
      boolean changed,
      BigDecimal factor,
      String mismatch,
      boolean settled,
      boolean comparable) {

    private static Priced agreed(Price price, BigDecimal factor) {
      return new Priced(price, false, factor, null, true, true);
    }

    private static Priced open(Price price, BigDecimal factor, String mismatch) {
      return new Priced(price, false, factor, mismatch, false, true);
    }

    private static Priced notComparable(Price price, String mismatch) {
      return new Priced(price, false, BigDecimal.ONE, mismatch, false, false);
    }
  }

  /** Compares the order's price with our list and applies the agreement. */
  public static Priced price(PurchaseOrder order, Line line, Item item, Agreed terms) {
    Optional<Price> theirs = Optional.ofNullable(line.price()).filter(p -> p.amount() != null);
    String unit = theirs.map(Price::unit).orElse(line.unit());
    BigDecimal factor = factor(item, line.unit(), unit);
    if (factor == null) {
      return Priced.notComparable(
          line.price(),
          "the price is per %s, but the item is ordered by %s.".formatted(unit, line.unit()));
    }
    String currency = order.currency() == null ? terms.currency() : order.currency();
    Price ours = ours(item, unit, theirs.map(Price::per).orElse("1"));
    if (theirs.isEmpty()) {
      return ours == null
          ? Priced.open(null, factor, "no price is given, and our list has none.")
          : Priced.agreed(ours, factor);
    }
    if (ours == null) {
      return Priced.agreed(theirs.get(), factor);
    }
    if (item.currency() != null && currency != null && !item.currency().equals(currency)) {
      return Priced.open(
          theirs.get(),
          factor,
          "the order is in %s, our list price in %s.".formatted(currency, item.currency()));
    }
    if (withinTolerance(theirs.get(), ours, currency, terms)) {
      return Priced.agreed(theirs.get(), factor);
    }
    String words =
        "the order says %s, our price is %s %s for %s %s."
            .formatted(
                theirs.get().amount(),
                ours.amount(),
                currency == null ? "" : currency,
                per(theirs.get()),
                unit);
    boolean takeOurs = terms.priceMismatch() == OnPriceMismatch.OURS;
    return new Priced(
        takeOurs ? ours : theirs.get(),
        takeOurs,
        factor,
        words,
        terms.priceMismatch() != OnPriceMismatch.HOLD,
        true);
  }

  /** Quantity / per x price, rounded once, half up. PO1*10*5000*EA*12.50*HP~ is 625.00. */
  public static BigDecimal amount(
      BigDecimal quantity, Price price, BigDecimal factor, String currency) {
    if (price == null || price.amount() == null) {
      return BigDecimal.ZERO;
    }
    return quantity
        .multiply(factor)
        .multiply(new BigDecimal(price.amount()))
        .divide(per(price), decimals(currency), RoundingMode.HALF_UP);
  }

  /** The same before it is rounded. */
  public static BigDecimal exact(BigDecimal quantity, Price price, BigDecimal factor) {
    if (price == null || price.amount() == null) {
      return BigDecimal.ZERO;
    }
    return quantity
        .multiply(factor)
        .multiply(new BigDecimal(price.amount()))
        .divide(per(price), MathContext.DECIMAL128);
  }

  /** How many decimals an amount has in a currency; two when it is unknown. */
  public static int decimals(String currency) {
    try {
      return currency == null ? 2 : Currency.getInstance(currency).getDefaultFractionDigits();
    } catch (IllegalArgumentException unknown) {
      return 2;
    }
  }

  /** Compared at the decimals of the shorter, but never coarser than the currency: 4 means 4.00. */
  private static boolean withinTolerance(Price theirs, Price ours, String currency, Agreed terms) {
    BigDecimal left = new BigDecimal(theirs.amount());
    BigDecimal right = new BigDecimal(ours.amount());
    int scale = Math.max(decimals(currency), Math.min(left.scale(), right.scale()));
    BigDecimal difference =
        left.setScale(scale, RoundingMode.HALF_UP)
            .subtract(right.setScale(scale, RoundingMode.HALF_UP))
            .abs();
    BigDecimal percent = orZero(terms.priceTolerancePercent());
    return difference.compareTo(orZero(terms.priceToleranceAmount())) <= 0
        || difference.compareTo(right.multiply(percent).movePointLeft(2)) <= 0;
  }

  /** Our list price in the unit and for the number of units that the customer names. */
  private static Price ours(Item item, String unit, String per) {
    BigDecimal units = item.stockUnits(unit).orElse(null);
    if (item.price() == null || units == null) {
      return null;
    }
    BigDecimal listPer = item.pricePer() == null ? BigDecimal.ONE : item.pricePer();
    BigDecimal wantedPer = new BigDecimal(per);
    BigDecimal amount =
        item.price().multiply(units).multiply(wantedPer).divide(listPer, MathContext.DECIMAL64);
    int scale = Math.max(item.price().scale(), decimals(item.currency()));
    return new Price(text(amount, scale), Columns.text(wantedPer), unit, null, null);
  }

  private static String text(BigDecimal amount, int scale) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return (stripped.scale() < scale ? stripped.setScale(Math.max(0, scale)) : stripped)
        .toPlainString();
  }

  private static BigDecimal factor(Item item, String ordered, String priced) {
    if (priced == null || priced.equals(ordered)) {
      return BigDecimal.ONE;
    }
    Optional<BigDecimal> from = item.stockUnits(ordered);
    Optional<BigDecimal> to = item.stockUnits(priced);
    return from.isEmpty() || to.isEmpty()
        ? null
        : from.get().divide(to.get(), MathContext.DECIMAL64);
  }

  private static BigDecimal per(Price price) {
    return price.per() == null ? BigDecimal.ONE : new BigDecimal(price.per());
  }

  private static BigDecimal orZero(BigDecimal number) {
    return number == null ? BigDecimal.ZERO : number;
  }
}
