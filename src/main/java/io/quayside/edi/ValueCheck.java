package io.quayside.edi;

import io.quayside.edi.SegmentType.Element;
import java.nio.charset.StandardCharsets;

/** Checks one value, on its bytes, against its element's type, length and codes. */
final class ValueCheck {
  private final Tokens tokens;
  private final boolean ownRelease;

  record Fault(SyntaxError error, String why, String mend) {}

  ValueCheck(Tokens tokens, boolean ownRelease) {
    this.tokens = tokens;
    this.ownRelease = ownRelease;
  }

  /** The first thing wrong with the value; null when it is right. Trailing blanks are allowed. */
  Fault check(int segment, Tokens.Dialect dialect, Element element, int from, int to) {
    byte[] bytes = tokens.bytes();
    int end = to;
    while (end > from && bytes[end - 1] == ' ') {
      end--;
    }
    return switch (element.base()) {
      case STRING -> text(segment, dialect, element, from, end, to);
      case IDENTIFIER -> identifier(segment, dialect, element, from, end, to);
      case DECIMAL, NUMERIC -> number(element, from, end, dialect.standard() == Standard.EDIFACT);
      case DATE -> isDate(element, from, end) ? null : badDate(element);
      case TIME -> isTime(from, end) ? null : badTime(element);
      case BINARY -> null;
    };
  }

  private Fault identifier(
      int segment, Tokens.Dialect dialect, Element element, int from, int end, int to) {
    Fault fault = text(segment, dialect, element, from, end, to);
    if (fault != null || element.codes().isEmpty()) {
      return fault;
    }
    return element.codes().contains(tokens.text(segment, from, end))
        ? null
        : new Fault(
            SyntaxError.INVALID_CODE,
            "is no value of the " + element.title(),
            "Use a code that the guide lists for it");
  }

  private Fault text(
      int segment, Tokens.Dialect dialect, Element element, int from, int end, int to) {
    if (dialect.shifts()) {
      int signs = tokens.text(segment, from, to).length();
      return length(element, signs - (to - end), signs, "characters");
    }
    byte[] bytes = tokens.bytes();
    boolean ascii = true;
    for (int i = from; i < end; i++) {
      byte b = bytes[i];
      if (b >= 0 && b < ' ' || b == 0x7F) {
        return new Fault(
            SyntaxError.INVALID_CHARACTER,
            "the %s has a control character (0x%02X) in it".formatted(element.title(), b),
            "Send it without");
      }
      ascii &= b >= 0;
    }
    int length = end - from - tokens.releases(dialect, from, end);
    int whole = to - end + length;
    if (!ascii && tokens.charset(segment) == StandardCharsets.UTF_8) {
      int more = continuations(from, end);
      length -= more;
      whole -= more;
    }
    return length(element, length, whole, "characters");
  }

  private int continuations(int from, int end) {
    int count = 0;
    for (int i = from; i < end; i++) {
      count += (tokens.bytes()[i] & 0xC0) == 0x80 ? 1 : 0;
    }
    return count;
  }

  /** Too long without its trailing blanks, or too short even with them. */
  private static Fault length(Element element, int length, int whole, String unit) {
    if (length > element.max()) {
      return new Fault(
          SyntaxError.TOO_LONG,
          "the %s is %d %s long, at most %d are allowed"
              .formatted(element.title(), length, unit, element.max()),
          "Shorten it");
    }
    if (whole < element.min()) {
      return new Fault(
          SyntaxError.TOO_SHORT,
          "the %s is %d %s long, at least %d are needed"
              .formatted(element.title(), whole, unit, element.min()),
          "Give it in full");
    }
    return null;
  }

  /**
   * Sign and decimal mark do not count. EDIFACT: point or comma is the mark, wherever a number
   * stands, and a digit stands before it.
   */
  private Fault number(Element element, int from, int end, boolean edifact) {
    byte[] bytes = tokens.bytes();
    boolean decimal = element.base() == SegmentType.Base.DECIMAL || edifact;
    int digits = 0;
    int marks = 0;
    for (int i = from; i < end; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        digits++;
      } else if (decimal && (b == '.' || edifact && b == ',')) {
        if (edifact && digits == 0) {
          return new Fault(
              SyntaxError.DIGIT_MISSING_BEFORE_DECIMAL_MARK,
              "the " + element.title() + " has no digit before its decimal mark",
              "Give it as 0.5");
        }
        marks++;
      } else if (b != '-' || i > from) {
        return notNumeric(element);
      }
    }
    if (marks > 1) {
      return new Fault(
          SyntaxError.DECIMAL_NOTATION,
          "the " + element.title() + " has more than one decimal mark",
          "Give it without separators of thousands, as 1234.50");
    }
    if (digits == 0) {
      return notNumeric(element);
    }
    return length(element, digits, digits, "digits");
  }

  private static Fault notNumeric(Element element) {
    return new Fault(
        SyntaxError.NOT_NUMERIC,
        "the " + element.title() + " is no number",
        element.base() == SegmentType.Base.DECIMAL
            ? "Give digits with a point for decimals, as 12.50"
            : "Give digits only");
  }

  /** Before 004010 a date has six digits; in a release that is not known to us either will do. */
  private boolean isDate(Element element, int from, int end) {
    int length = end - from;
    boolean fits = !ownRelease || length >= element.min() && length <= element.max();
    if (!fits || length != 8 && length != 6 || !isDigits(from, end)) {
      return false;
    }
    int month = two(end - 4);
    int day = two(end - 2);
    int year = length == 8 ? two(from) * 100 + two(from + 2) : 2000 + two(from);
    return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
  }

  private static int days(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private boolean isTime(int from, int end) {
    int length = end - from;
    if (length < 4 || length == 5 || length > 8 || !isDigits(from, end)) {
      return false;
    }
    return two(from) <= 23 && two(from + 2) <= 59 && (length < 6 || two(from + 4) <= 59);
  }

  private boolean isDigits(int from, int end) {
    for (int i = from; i < end; i++) {
      if (tokens.bytes()[i] < '0' || tokens.bytes()[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private int two(int at) {
    return (tokens.bytes()[at] - '0') * 10 + tokens.bytes()[at + 1] - '0';
  }

  private static Fault badDate(Element element) {
    String form =
        element.max() == 6 ? "YYMMDD, for example 261201" : "CCYYMMDD, for example 20261201";
    return new Fault(SyntaxError.INVALID_DATE, "is no date", "Give it as " + form);
  }

  private static Fault badTime(Element element) {
    return new Fault(
        SyntaxError.INVALID_TIME,
        "the " + element.title() + " is no time",
        "Give it as HHMM or HHMMSS");
  }
}
