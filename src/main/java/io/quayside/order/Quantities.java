package io.quayside.order;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a quantity may be, wherever one comes in: plain digits, up to nine before the point and six
 * after it, and whole where the unit counts things. {@code PO1*10*12.5*LB} is one, {@code
 * PO1*10*12.5*EA} is not.
 */
public final class Quantities {

  public static final BigDecimal MOST = new BigDecimal("999999999");

  private static final BigDecimal BOUND = MOST.add(BigDecimal.ONE);
  private static final int MOST_DECIMALS = 6;
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

  /**
   * Units of things that are counted, by X12 element 355 and UN/ECE Recommendation 20. A dozen is
   * not among them: half a dozen is six.
   */
  private static final Set<String> COUNTED =
      Set.of(
          "EA", "UN", "PC", "CA", "CS", "CT", "BX", "PK", "BG", "BO", "CN", "JR", "DR", "BA", "BD",
          "BK", "BC", "CH", "DS", "EV", "KT", "PA", "PL", "PR", "RL", "SH", "SP", "ST", "TB", "TY",
          "AS", "PCE", "C62", "H87", "NAR", "NMP", "NPR", "SET");

  private Quantities() {}

  /** What is wrong with a quantity that somebody wrote, after its value; empty when nothing is. */
  public static Optional<String> fault(String value, String unit) {
    String text = value == null ? "" : value.trim();
    if (!PLAIN.matcher(text).matches()) {
      return Optional.of("is no plain number; write it like 12 or 12.5");
    }
    BigDecimal quantity = new BigDecimal(text);
    if (quantity.signum() < 0) {
      return Optional.of("is below zero");
    }
    if (!fits(quantity)) {
      return Optional.of(
          "is beyond all measure; up to %s with %d decimals is possible"
              .formatted(MOST.toPlainString(), MOST_DECIMALS));
    }
    return whole(quantity, unit)
        ? Optional.empty()
        : Optional.of("is no whole number, and %s is counted in whole ones".formatted(unit));
  }

  /** Neither too large nor too fine. */
  public static boolean fits(BigDecimal quantity) {
    return quantity.abs().compareTo(BOUND) < 0
        && quantity.stripTrailingZeros().scale() <= MOST_DECIMALS;
  }

  /** Whole, or of a unit that is measured: a null unit counts nothing. */
  public static boolean whole(BigDecimal quantity, String unit) {
    return unit == null || !COUNTED.contains(unit) || quantity.stripTrailingZeros().scale() <= 0;
  }
}
