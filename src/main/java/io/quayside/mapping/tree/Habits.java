package io.quayside.mapping.tree;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a sender writes numbers and dates, found out from all of them together: {@code 1.234,50} or
 * {@code 1,234.50}, {@code 31/12/2026} or {@code 12/31/2026}.
 */
final class Habits {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9., '\u00A0\u202F]*");
  private static final Pattern CURRENCY =
      Pattern.compile("^(?:[A-Z]{3}|[$€£])\\s*|\\s*(?:[A-Z]{3}|[$€£])$");
  private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]{1,3}([.,])[0-9]{3}");
  private static final Pattern DATE =
      Pattern.compile("([0-9]{1,2})([./-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})(?:[ T].*)?");

  private final char decimal;
  private final Boolean dayFirst;

  private Habits(char decimal, Boolean dayFirst) {
    this.decimal = decimal;
    this.dayFirst = dayFirst;
  }

  /**
   * @param numbers all values of columns that hold numbers
   * @param dates all values of columns that hold dates
   * @throws UnreadableDocumentException when a number may be a thousand or one
   */
  static Habits of(Collection<String> numbers, Collection<String> dates)
      throws UnreadableDocumentException {
    return new Habits(decimal(numbers), dayFirst(dates));
  }

  private static char decimal(Collection<String> numbers) throws UnreadableDocumentException {
    String doubtful = null;
    for (String given : numbers) {
      String number = bare(given);
      int point = number.lastIndexOf('.');
      int comma = number.lastIndexOf(',');
      if (point >= 0 && comma >= 0) {
        return point > comma ? '.' : ',';
      }
      int at = Math.max(point, comma);
      if (at < 0) {
        continue;
      }
      char sign = number.charAt(at);
      if (number.indexOf(sign) != at) {
        return sign == '.' ? ',' : '.';
      }
      if (!GROUPED.matcher(number).matches()) {
        return sign;
      }
      doubtful = doubtful == null ? given : doubtful;
    }
    if (doubtful != null) {
      throw new UnreadableDocumentException(
          "Nothing says whether `%s` is a thousand or one: no other number of the table has decimals. Ask the sender to write it without a separator."
              .formatted(doubtful.strip()));
    }
    return '.';
  }

  private static Boolean dayFirst(Collection<String> dates) {
    for (String given : dates) {
      Matcher date = DATE.matcher(given.strip());
      if (date.matches()) {
        if (Integer.parseInt(date.group(1)) > 12) {
          return true;
        }
        if (Integer.parseInt(date.group(3)) > 12) {
          return false;
        }
        if (date.group(2).equals(".")) {
          return true;
        }
      }
    }
    return null;
  }

  /**
   * Digits with at most one decimal point; what is no number stays as it was sent.
   *
   * @throws UnreadableDocumentException when the others are written in another way
   */
  String number(String given) throws UnreadableDocumentException {
    String bare = bare(given);
    if (!NUMBER.matcher(bare).matches()) {
      return given.strip();
    }
    char grouping = decimal == '.' ? ',' : '.';
    if (bare.matches(".*[%1$s](?![0-9]{3}(?![0-9]))[^%1$s]*".formatted(grouping))) {
      throw new UnreadableDocumentException(
          "`%s` is written otherwise than other numbers of the table, which have `%s` before their decimals. Ask the sender to write all of them in one way."
              .formatted(given.strip(), decimal));
    }
    return bare.replace(String.valueOf(grouping), "")
        .replaceAll("[ '\u00A0\u202F+]", "")
        .replace(decimal, '.');
  }

  /** The day as CCYY-MM-DD where it is certain; else as it was sent. */
  String date(String given) {
    Matcher date = DATE.matcher(given.strip());
    if (!date.matches()) {
      return given.strip();
    }
    boolean same = date.group(1).equals(date.group(3));
    if (dayFirst == null && !same) {
      return given.strip();
    }
    boolean first = Boolean.TRUE.equals(dayFirst);
    String year = date.group(4).length() == 2 ? "20" + date.group(4) : date.group(4);
    return "%s-%02d-%02d"
        .formatted(
            year,
            Integer.parseInt(date.group(first ? 3 : 1)),
            Integer.parseInt(date.group(first ? 1 : 3)));
  }

  private static String bare(String given) {
    return Optional.of(CURRENCY.matcher(given.strip()).replaceAll("")).orElse("").strip();
  }
}
