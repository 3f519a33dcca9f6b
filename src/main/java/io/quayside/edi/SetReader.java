package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Reads one transaction set: its own envelope, then its structure by its schema. */
final class SetReader {
  private final EdiSchemas schemas;
  private final Tokens tokens;
  private final boolean strict;
  private final FindingLog log;

  SetReader(EdiSchemas schemas, Tokens tokens, EdiLimits limits, boolean strict) {
    this.schemas = schemas;
    this.tokens = tokens;
    this.strict = strict;
    this.log = new FindingLog(limits.findings());
  }

  /**
   * @param first index of ST
   * @param count segments with ST, and SE when there is one
   * @param version GS08
   * @param seen ST02 of the group's sets so far
   */
  TransactionSet read(int first, int count, boolean complete, String version, Set<String> seen) {
    String type = tokens.element(first, 1).strip();
    checkHeader(first, type, seen);
    if (complete) {
      checkTrailer(first, first + count - 1, count);
    } else {
      report(
          "2",
          Severity.FATAL,
          first + count - 1,
          count,
          0,
          "the set ends without SE",
          "End it with SE: count and control number");
    }
    Optional<SetSchema> schema = schemas.schema(Standard.X12, version, type);
    int[] places = new int[count];
    Arrays.fill(places, SetValidator.NOWHERE);
    if (schema.isPresent()) {
      boolean own = schema.get().release().equals(EdiSchemas.release(version));
      noteRelease(own, schema.get(), version, first);
      places =
          new SetValidator(schemas, tokens, schema.get(), own, log)
              .validate(first, count, complete);
    } else if (!type.isEmpty()) {
      report(
          "1",
          Severity.FATAL,
          first,
          1,
          1,
          "transaction set " + type + " is not known here",
          "Agree with us before you send it");
    }
    return new TransactionSet(
        tokens, first, count, schema.orElse(null), places, log.list(), log.verdict(strict));
  }

  private void checkHeader(int first, String type, Set<String> seen) {
    if (type.isEmpty()) {
      report(
          "6",
          Severity.FATAL,
          first,
          1,
          1,
          "the transaction set type is missing",
          "Give it, for example 850");
    }
    String number = tokens.element(first, 2).strip();
    if (number.length() < 4 || number.length() > 9) {
      report(
          "7",
          number.isEmpty() ? Severity.FATAL : Severity.ERROR,
          first,
          1,
          2,
          "the set control number must have four to nine characters",
          "Number your sets");
    }
    if (!seen.add(number) && !number.isEmpty()) {
      report(
          "7",
          Severity.ERROR,
          first,
          1,
          2,
          "another set of this group has the same number",
          "Give each its own number");
    }
  }

  private void checkTrailer(int first, int last, int count) {
    String expected = tokens.element(first, 2).strip();
    Severity severity = Numbers.difference(expected, tokens.element(last, 2).strip());
    if (severity != null) {
      report(
          "3",
          severity,
          last,
          count,
          2,
          "ST02 is `" + expected + "`: both must be the same",
          "Correct one of them");
    }
    if (Numbers.count(tokens.element(last, 1), -1) != count) {
      report(
          "4",
          Severity.FATAL,
          last,
          count,
          1,
          "the set has " + count + " segments, ST and SE among them",
          "Correct the count");
    }
  }

  private void noteRelease(boolean own, SetSchema schema, String version, int first) {
    if (!own) {
      String given = version.isEmpty() ? "no release" : "release " + version;
      report(
          "",
          Severity.NOTE,
          first,
          1,
          0,
          given + " has no schema of its own here, it was read as " + schema.release(),
          "");
    }
  }

  private void report(
      String code,
      Severity severity,
      int segment,
      int number,
      int element,
      String why,
      String mend) {
    String value = element == 0 ? "" : tokens.element(segment, element);
    log.add(
        Level.SET,
        code,
        severity,
        tokens.position(segment, number, element, 0),
        tokens.tag(segment),
        value,
        why,
        mend);
  }
}
