package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Checks the elements of a UNB. Only a missing UNB refuses the interchange: the documents behind a
 * faulty one are readable.
 */
final class UnbCheck {
  private static final Pattern SYNTAX = Pattern.compile("[A-Z]{4}");
  private static final Pattern VERSION = Pattern.compile("[1-4]");
  private static final Pattern DATE =
      Pattern.compile("(\\d\\d)?\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3])[0-5]\\d");
  private static final int LONGEST_REFERENCE = 14;

  private final Segment unb;
  private final FindingLog log;

  private UnbCheck(Segment unb, FindingLog log) {
    this.unb = unb;
    this.log = log;
  }

  static void check(Segment unb, CharacterSet charset, FindingLog log) {
    UnbCheck check = new UnbCheck(unb, log);
    if (unb.elementCount() == 0) {
      check.add(
          0,
          0,
          SyntaxError.HEADER_MISSING,
          Severity.FATAL,
          "UNB is missing: nothing says who sends this to whom",
          "Begin the interchange with UNB and end it with UNZ");
      return;
    }
    check.elements();
    if (!charset.problem().isEmpty()) {
      check.add(
          1,
          1,
          SyntaxError.CHARACTERS_INVALID,
          Severity.ERROR,
          charset.problem(),
          "Name the character set that you send in");
    }
  }

  private void elements() {
    that(1, 1, SyntaxError.HEADER_INVALID, SYNTAX.asMatchPredicate(), "is no syntax identifier");
    that(1, 2, SyntaxError.INTERCHANGE_VERSION, VERSION.asMatchPredicate(), "must be 1 to 4");
    that(2, 1, SyntaxError.SENDER, value -> !value.isEmpty(), "the sender's id is missing");
    that(3, 1, SyntaxError.RECEIVER, value -> !value.isEmpty(), "the receiver's id is missing");
    that(4, 1, SyntaxError.INTERCHANGE_DATE, DATE.asMatchPredicate(), "the date must be YYMMDD");
    that(4, 2, SyntaxError.INTERCHANGE_TIME, TIME.asMatchPredicate(), "the time must be HHMM");
    that(
        5,
        1,
        SyntaxError.INTERCHANGE_NUMBER,
        value -> !value.isEmpty() && value.length() <= LONGEST_REFERENCE,
        "the interchange control reference must have 1 to 14 characters");
    that(
        9,
        1,
        SyntaxError.ACKNOWLEDGMENT_REQUEST,
        value -> value.matches("[0-2]?"),
        "the acknowledgment request must be 0, 1 or 2");
    that(
        11,
        1,
        SyntaxError.TEST_INDICATOR,
        value -> value.matches("[0-4]?"),
        "the test indicator must be 0 to 4");
  }

  private void that(
      int element, int component, SyntaxError error, Predicate<String> right, String why) {
    if (!right.test(unb.component(element, component).strip())) {
      add(element, component, error, Severity.ERROR, why, "Correct it in your envelope settings");
    }
  }

  private void add(
      int element, int component, SyntaxError error, Severity severity, String why, String mend) {
    Position at = element == 0 ? unb.position() : unb.position(element);
    boolean composite = unb.componentCount(element) > 1 || component > 1;
    Position position =
        new Position(at.byteOffset(), at.line(), 0, element, composite ? component : 0);
    String value = element == 0 ? "" : unb.component(element, component);
    log.add(Level.INTERCHANGE, error, severity, position, "UNB", value, why, mend);
  }
}
