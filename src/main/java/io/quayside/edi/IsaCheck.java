package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks the elements of an ISA. All of it is error, not refusal: the documents behind it are
 * readable.
 */
final class IsaCheck {
  private static final Pattern QUALIFIER = Pattern.compile("[A-Z0-9]{2}");
  private static final Pattern DATE =
      Pattern.compile("\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3])[0-5]\\d");

  private static final int VERSION = 5;
  private static final int NUMBER = 9;
  private static final int REPETITION = 11;
  private static final int COMPONENT = 16;

  private IsaCheck() {}

  static void check(Segment isa, IsaHeader header, FindingLog log) {
    Checks checks = new Checks(isa, log);
    checks.that(
        5,
        SyntaxError.SENDER_QUALIFIER,
        QUALIFIER.asMatchPredicate(),
        "the sender's qualifier has two characters");
    checks.that(6, SyntaxError.SENDER, value -> !value.isEmpty(), "the sender's id is missing");
    checks.that(
        7,
        SyntaxError.RECEIVER_QUALIFIER,
        QUALIFIER.asMatchPredicate(),
        "the receiver's qualifier has two characters");
    checks.that(8, SyntaxError.RECEIVER, value -> !value.isEmpty(), "the receiver's id is missing");
    checks.that(
        9, SyntaxError.INTERCHANGE_DATE, DATE.asMatchPredicate(), "the date must be YYMMDD");
    checks.that(10, SyntaxError.INTERCHANGE_TIME, TIME.asMatchPredicate(), "the time must be HHMM");
    checks.that(
        REPETITION,
        SyntaxError.STANDARDS_IDENTIFIER,
        value -> value.length() != 1 || isFree(value.charAt(0), header),
        "another delimiter is the same sign; no element is read as repeated");
    checks.that(
        12,
        SyntaxError.INTERCHANGE_VERSION,
        value -> value.length() == VERSION && Numbers.isNumber(value),
        "the version must be five digits");
    checks.that(
        13,
        SyntaxError.INTERCHANGE_NUMBER,
        value -> value.length() <= NUMBER && Numbers.isNumber(value),
        "the control number must be digits");
    checks.that(
        14,
        SyntaxError.ACKNOWLEDGMENT_REQUEST,
        value -> value.equals("0") || value.equals("1"),
        "ISA14 must be 0 or 1");
    checks.that(
        15,
        SyntaxError.TEST_INDICATOR,
        value -> value.length() == 1 && "PTI".contains(value),
        "ISA15 must be P or T");
    String component = isa.element(COMPONENT);
    if (header.component() == 0 && !component.isEmpty()) {
      checks.add(
          COMPONENT,
          SyntaxError.COMPONENT_SEPARATOR,
          "a letter, a digit or a blank separates no components; composites are not split",
          "Give a sign that does not stand in your data, for example >");
    }
    List<Integer> wrongWidths = header.wrongWidths(isa);
    if (!wrongWidths.isEmpty()) {
      String which =
          wrongWidths.stream().map("ISA%02d"::formatted).collect(Collectors.joining(", "));
      checks.add(
          0,
          SyntaxError.HEADER_INVALID,
          which + " not as wide as they must be; read by the separators",
          "Pad each element to its fixed width");
    }
    if (isa.toString().indexOf(Padding.NO_BREAK) >= 0) {
      checks.add(
          0,
          SyntaxError.HEADER_INVALID,
          "non-breaking spaces stand in it; they were read as blanks",
          "Pad with ordinary blanks");
    }
    if (header.extraSeparator()) {
      checks.add(
          0, SyntaxError.HEADER_INVALID, "an element separator stands after ISA16", "Leave it out");
    }
  }

  private static boolean isFree(char sign, IsaHeader header) {
    boolean ends = header.terminator().length > 0 && sign == (char) (header.terminator()[0] & 0xFF);
    return !ends && sign != (char) (header.component() & 0xFF);
  }

  private record Checks(Segment isa, FindingLog log) {
    void that(int element, SyntaxError error, Predicate<String> right, String why) {
      if (!right.test(isa.element(element).strip())) {
        add(element, error, why, "Correct it in your envelope settings");
      }
    }

    void add(int element, SyntaxError error, String why, String mend) {
      Position at = isa.position();
      Position position =
          element == 0
              ? at
              : new Position(isa.position(element).byteOffset(), at.line(), 0, element, 0);
      String value = element == 0 ? "" : isa.element(element);
      log.add(Level.INTERCHANGE, error, Severity.ERROR, position, "ISA", value, why, mend);
    }
  }
}
