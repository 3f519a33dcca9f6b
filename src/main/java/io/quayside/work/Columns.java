package io.quayside.work;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How values stand in columns, the same in SQLite and PostgreSQL. */
public final class Columns {

  private Columns() {}

  /** An instant as epoch microseconds, UTC; null stays null. */
  public static Long micros(Instant instant) {
    return instant == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** The instant of a column of epoch microseconds; null stays null. */
  public static Instant instant(Number micros) {
    return micros == null ? null : Instant.EPOCH.plus(micros.longValue(), ChronoUnit.MICROS);
  }

  /**
   * A quantity or amount as a plain decimal without an exponent or trailing zeros; null stays null.
   */
  public static String text(BigDecimal number) {
    if (number == null) {
      return null;
    }
    BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return stripped.toPlainString();
  }

  /** The number of a text column; null stays null. */
  public static BigDecimal decimal(String text) {
    return text == null ? null : new BigDecimal(text);
  }

  /** A date as ISO text; null stays null. */
  public static String text(LocalDate date) {
    return date == null ? null : date.toString();
  }

  /** The date of a text column; null stays null. */
  public static LocalDate date(String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  /** A truth value as 1 or 0. */
  public static int flag(boolean value) {
    return value ? 1 : 0;
  }
}
