package io.quayside.outbound;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** How values are written in X12: dates as CCYYMMDD, amounts with implied decimals, clean text. */
final class Text {
  static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

  /** {@code 2026-11-24T21:12:00+01:00}. */
  static final DateTimeFormatter STAMP = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

  private Text() {}

  /** {@code 2026-11-20} as {@code 20261120}; null stays null. */
  static String date(String iso) {
    return iso == null ? null : LocalDate.parse(iso).format(DATE);
  }

  static String date(LocalDate date) {
    return date == null ? null : date.format(DATE);
  }

  /**
   * An amount with two implied decimals, exactly: {@code 1250.5} as {@code 125050} (data type N2).
   *
   * @throws IllegalStateException when it has more than two decimals
   */
  static String implied(BigDecimal amount) {
    BigDecimal exact = amount.stripTrailingZeros();
    if (exact.scale() > 2) {
      throw new IllegalStateException(
          "The amount %s has more than two decimals; an 810 cannot say it exactly."
              .formatted(amount.toPlainString()));
    }
    return exact.setScale(2, RoundingMode.UNNECESSARY).unscaledValue().toString();
  }

  static BigDecimal number(String text) {
    return text == null || text.isBlank() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  /** Plain decimal without exponent and trailing zeros. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Line ends and other control characters as blanks, blank as null, not longer than the field. */
  static String clean(String text, int max) {
    if (text == null) {
      return null;
    }
    String clean = text.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
    if (clean.isEmpty()) {
      return null;
    }
    return clean.length() > max ? clean.substring(0, max).strip() : clean;
  }

  static boolean has(String text) {
    return text != null && !text.isBlank();
  }
}
