package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
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

  private IsaCheck() {}

  static void check(Segment isa, IsaHeader header, FindingLog log) {
    Checks checks = new Checks(isa, log);
    checks.that(
        5, "005", QUALIFIER.asMatchPredicate(), "the sender's qualifier has two characters");
    checks.that(6, "006", value -> !value.isEmpty(), "the sender's id is missing");
    checks.that(
        7, "007", QUALIFIER.asMatchPredicate(), "the receiver's qualifier has two characters");
    checks.that(8, "008", value -> !value.isEmpty(), "the receiver's id is missing");
    checks.that(9, "014", DATE.asMatchPredicate(), "the date must be YYMMDD");
    checks.that(10, "015", TIME.asMatchPredicate(), "the time must be HHMM");
    checks.that(12, "017", value -> value.matches("\\d{5}"), "the version must be five digits");
    checks.that(13, "018", value -> value.matches("\\d{1,9}"), "the control number must be digits");
    checks.that(14, "019", value -> value.matches("[01]"), "ISA14 must be 0 or 1");
    checks.that(15, "020", value -> value.matches("[PTI]"), "ISA15 must be P or T");
    if (!header.wrongWidths().isEmpty()) {
      String which =
          header.wrongWidths().stream().map("ISA%02d"::formatted).collect(Collectors.joining(", "));
      checks.add(
          0,
          "022",
          which + " not as wide as they must be; read by the separators",
          "Pad each element to its fixed width");
    }
    if (header.extraSeparator()) {
      checks.add(0, "022", "an element separator stands after ISA16", "Leave it out");
    }
  }

  private record Checks(Segment isa, FindingLog log) {
    void that(int element, String code, Predicate<String> right, String why) {
      if (!right.test(isa.element(element).strip())) {
        add(element, code, why, "Correct it in your envelope settings");
      }
    }

    void add(int element, String code, String why, String mend) {
      Position at = isa.position();
      Position position =
          element == 0
              ? at
              : new Position(isa.position(element).byteOffset(), at.line(), 0, element, 0);
      String value = element == 0 ? "" : isa.element(element);
      log.add(Level.INTERCHANGE, code, Severity.ERROR, position, "ISA", value, why, mend);
    }
  }
}
