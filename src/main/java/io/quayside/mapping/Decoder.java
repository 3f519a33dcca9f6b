package io.quayside.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns a value of a document into one of the canonical order. A value that cannot be what it
 * should be stays out and is reported with its place; nothing is rounded.
 *
 * <p>A mapping names the kind: {@code decoder="date"}. Kinds: {@code text} (without a decoder),
 * {@code date}, {@code date-from} and {@code date-to} (the ends of an interval), {@code time},
 * {@code dtm} and {@code dtm-time} (their format code is the next component), {@code decimal},
 * {@code comma-decimal} (point or comma), {@code implied2} (two decimals implied, X12 N2), {@code
 * fraction} (0.06 is 6 percent), {@code integer}, {@code currency}, {@code code:<table>} (our word,
 * from {@code codes.yaml} beside the mapping; its entry {@code "*"} for all other codes), {@code
 * constant:<text>}.
 */
final class Decoder {
  private static final List<String> KINDS =
      List.of(
          "text",
          "date",
          "date-from",
          "date-to",
          "time",
          "dtm",
          "dtm-time",
          "decimal",
          "comma-decimal",
          "implied2",
          "fraction",
          "integer",
          "currency");
  private static final String CODE = "code:";
  private static final String CONSTANT = "constant:";

  private static final Pattern TIME =
      Pattern.compile("([01]\\d|2[0-3])[0-5]\\d([0-5]\\d\\d{0,2})?");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})");
  private static final Pattern DIGITS = Pattern.compile("-?\\d{1,30}");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private final String kind;
  private final Map<String, String> words;

  private Decoder(String kind, Map<String, String> words) {
    this.kind = kind;
    this.words = words;
  }

  /**
   * @param words the table of a {@code code:} kind, else empty
   * @throws MappingException when there is no such kind
   */
  static Decoder of(String kind, Map<String, String> words) {
    if (!KINDS.contains(kind) && !isCode(kind) && !kind.startsWith(CONSTANT)) {
      throw new MappingException(
          "no decoder is called `"
              + kind
              + "`; there are "
              + KINDS
              + ", code:<table>, constant:<text>");
    }
    return new Decoder(isCode(kind) ? CODE : kind, words);
  }

  static boolean isCode(String kind) {
    return kind.startsWith(CODE);
  }

  /** The table that a {@code code:} kind names. */
  static String table(String kind) {
    return kind.substring(CODE.length());
  }

  /**
   * Decodes what was taken last.
   *
   * @param value without blanks around it, not empty
   * @return text, a whole number or a flag; null when there is nothing to say
   */
  Object decode(String value, Reading reading) {
    return switch (kind) {
      case "text" -> value;
      case CODE -> word(value);
      case "date" -> date(value, reading);
      case "date-from" -> date(ends(value)[0], reading);
      case "date-to" -> date(ends(value)[1], reading);
      case "time" -> time(value, reading);
      case "dtm" -> EdifactDate.date(value, reading);
      case "dtm-time" -> EdifactDate.time(value, reading);
      case "decimal" -> decimal(value, reading);
      case "comma-decimal" -> decimal(value.replace(',', '.'), reading);
      case "implied2" -> implied(value, reading);
      case "fraction" -> fraction(value, reading);
      case "integer" -> integer(value, reading);
      case "currency" ->
          CURRENCY.matcher(value).matches()
              ? value
              : odd(reading, value, "no currency", "Give the ISO code, for example USD");
      default -> kind.substring(CONSTANT.length());
    };
  }

  private Object word(String code) {
    String word = words.get(code);
    if (word == null) {
      word = words.get("*");
    }
    return "true".equals(word) || "false".equals(word) ? Boolean.valueOf(word) : word;
  }

  /** 2026-08-21T07:00:00Z--2026-08-27T07:00:00Z, or with a slash (ISO 8601), as its two ends. */
  private static String[] ends(String interval) {
    String[] ends = interval.split("--|/", 2);
    return ends.length == 2 ? ends : new String[] {interval, interval};
  }

  /**
   * 20261201, 261201, 2026-12-01, 2026-12-01T10:00:00-05:00 or Tue, 01 Dec 2026 10:00:00 -0500 as
   * 2026-12-01: the day on the sender's own calendar.
   */
  static String date(String value, Reading reading) {
    if (value.length() >= 10 && value.charAt(4) == '-') {
      return parsed(value, value.substring(0, 10), DateTimeFormatter.ISO_LOCAL_DATE, reading);
    }
    if (value.indexOf(',') == 3) {
      return parsed(value, value, DateTimeFormatter.RFC_1123_DATE_TIME, reading);
    }
    if (isDigits(value) && (value.length() == 6 || value.length() == 8)) {
      String full = value.length() == 8 ? value : (value.compareTo("70") < 0 ? "20" : "19") + value;
      try {
        return LocalDate.of(
                Integer.parseInt(full, 0, 4, 10),
                Integer.parseInt(full, 4, 6, 10),
                Integer.parseInt(full, 6, 8, 10))
            .toString();
      } catch (DateTimeException e) {
        return odd(reading, value, "no such day", "Give the date as CCYYMMDD");
      }
    }
    return odd(reading, value, "not a date", "Give the date as CCYYMMDD");
  }

  private static String parsed(
      String value, String day, DateTimeFormatter format, Reading reading) {
    try {
      return LocalDate.parse(day, format).toString();
    } catch (DateTimeException e) {
      return odd(reading, value, "no such day", "Give the date as CCYY-MM-DD");
    }
  }

  /** 1430 as 14:30. */
  static String time(String value, Reading reading) {
    if (TIME.matcher(value).matches()) {
      String seconds = value.length() > 4 ? ":" + value.substring(4, 6) : "";
      return value.substring(0, 2) + ":" + value.substring(2, 4) + seconds;
    }
    return odd(reading, value, "not a time", "Give the time as HHMM or HHMMSS");
  }

  /** 000.50 as 0.50; decimals stay as they were sent. */
  private static String decimal(String value, Reading reading) {
    if (isPlain(value)) {
      return value;
    }
    return DECIMAL.matcher(value).matches()
        ? new BigDecimal(value).toPlainString()
        : odd(reading, value, "not a number", "Give digits with at most one decimal point");
  }

  /** Digits as they would be written: most numbers are, and need no arithmetic. */
  private static boolean isPlain(String value) {
    int point = value.indexOf('.');
    int whole = point < 0 ? value.length() : point;
    int decimals = value.length() - whole - 1;
    return whole > 0
        && whole <= 30
        && (whole == 1 || value.charAt(0) != '0')
        && (point < 0 || decimals > 0 && decimals <= 30)
        && isDigits(value, 0, whole)
        && (point < 0 || isDigits(value, point + 1, value.length()));
  }

  /** 1000 as 10.00; with a decimal point it is taken as it stands, and reported. */
  private static String fraction(String value, Reading reading) {
    String number = decimal(value, reading);
    return number == null
        ? null
        : new BigDecimal(number).movePointRight(2).stripTrailingZeros().toPlainString();
  }

  private static String implied(String value, Reading reading) {
    if (DIGITS.matcher(value).matches()) {
      return new BigDecimal(value).movePointLeft(2).toPlainString();
    }
    String number = decimal(value, reading);
    if (number != null) {
      odd(
          reading,
          value,
          "two decimals are implied here, yet it has a decimal point; taken as written",
          "Leave the point out");
    }
    return number;
  }

  private static Integer integer(String value, Reading reading) {
    if (COUNT.matcher(value).matches()) {
      return Integer.valueOf(value);
    }
    odd(reading, value, "not a whole number", "Give digits only");
    return null;
  }

  private static boolean isDigits(String value) {
    return isDigits(value, 0, value.length());
  }

  private static boolean isDigits(String value, int from, int to) {
    for (int i = from; i < to; i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  static String odd(Reading reading, String value, String why, String remedy) {
    reading.odd(value, why, remedy);
    return null;
  }
}
