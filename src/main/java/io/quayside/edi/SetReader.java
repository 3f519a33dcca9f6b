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
  private final Envelope envelope;
  private final FindingLog log;

  SetReader(
      EdiSchemas schemas,
      Tokens tokens,
      Envelope envelope,
      EdiLimits limits,
      Severities severities) {
    this.schemas = schemas;
    this.tokens = tokens;
    this.envelope = envelope;
    this.log = new FindingLog(limits.findings(), envelope.standard(), severities);
  }

  /**
   * @param first index of the set's header, ST or UNH
   * @param count segments with the header, and the trailer when there is one
   * @param version GS08, or as in D96A
   * @param seen numbers of the group's sets so far
   */
  TransactionSet read(int first, int count, boolean complete, String version, Set<String> seen) {
    String type = envelope.setType(new Segment(tokens, first, 1));
    checkHeader(first, type, seen);
    if (complete) {
      checkTrailer(first, first + count - 1, count);
    } else {
      report(
          SyntaxError.SET_TRAILER_MISSING,
          Severity.FATAL,
          first + count - 1,
          count,
          0,
          "the set ends without " + envelope.setEnd,
          "End it with " + envelope.setEnd + ": count and control number");
    }
    Optional<SetSchema> schema = schemas.schema(envelope.standard(), version, type);
    int[] places = new int[count];
    Arrays.fill(places, SetValidator.NOWHERE);
    if (schema.isPresent()) {
      boolean own = schema.get().release().equals(EdiSchemas.release(envelope.standard(), version));
      noteRelease(own, schema.get(), version, first);
      places =
          new SetValidator(schemas, tokens, schema.get(), own, log)
              .validate(first, count, complete);
    } else if (!type.isEmpty()) {
      report(
          SyntaxError.SET_NOT_SUPPORTED,
          Severity.FATAL,
          first,
          1,
          typeElement(),
          (x12() ? "transaction set " : "message ") + type + " is not known here",
          "Agree with us before you send it");
    }
    return new TransactionSet(
        envelope,
        version,
        tokens,
        first,
        count,
        schema.orElse(null),
        places,
        log.list(),
        log.verdict());
  }

  private boolean x12() {
    return envelope == Envelope.X12;
  }

  /** ST01 or UNH02. */
  private int typeElement() {
    return x12() ? 1 : 2;
  }

  private void checkHeader(int first, String type, Set<String> seen) {
    if (type.isEmpty()) {
      report(
          SyntaxError.SET_TYPE_MISSING,
          Severity.FATAL,
          first,
          1,
          typeElement(),
          "the type of the set is missing",
          "Give it, for example " + (x12() ? "850" : "ORDERS:D:96A:UN"));
    }
    String number = tokens.element(first, envelope.setNumber).strip();
    boolean x12 = x12();
    if (number.length() < (x12 ? 4 : 1) || number.length() > (x12 ? 9 : 14)) {
      report(
          SyntaxError.SET_NUMBER_INVALID,
          number.isEmpty() ? Severity.FATAL : Severity.ERROR,
          first,
          1,
          envelope.setNumber,
          x12
              ? "the set control number must have four to nine characters"
              : "the message reference must have 1 to 14 characters",
          "Number your sets");
    }
    if (!seen.add(number) && !number.isEmpty()) {
      report(
          SyntaxError.SET_NUMBER_REPEATED,
          Severity.ERROR,
          first,
          1,
          envelope.setNumber,
          "another set of this group has the same number",
          "Give each its own number");
    }
  }

  private void checkTrailer(int first, int last, int count) {
    String expected = tokens.element(first, envelope.setNumber).strip();
    Severity severity = Numbers.difference(expected, tokens.element(last, 2).strip());
    if (severity != null) {
      report(
          SyntaxError.SET_NUMBERS_DIFFER,
          severity,
          last,
          count,
          2,
          Envelope.name(envelope.set, envelope.setNumber)
              + " is `"
              + expected
              + "`: both must be the same",
          "Correct one of them");
    }
    if (Numbers.count(tokens.element(last, 1), -1) != count) {
      report(
          SyntaxError.SET_COUNT,
          Severity.FATAL,
          last,
          count,
          1,
          "the set has %d segments, %s and %s among them"
              .formatted(count, envelope.set, envelope.setEnd),
          "Correct the count");
    }
  }

  private void noteRelease(boolean own, SetSchema schema, String version, int first) {
    if (!own) {
      String given = version.isEmpty() ? "no release" : "release " + version;
      report(
          SyntaxError.UNNAMED,
          Severity.NOTE,
          first,
          1,
          0,
          given + " has no schema of its own here, it was read as " + schema.release(),
          "");
    }
  }

  private void report(
      SyntaxError error,
      Severity severity,
      int segment,
      int number,
      int element,
      String why,
      String mend) {
    String value = element == 0 ? "" : tokens.element(segment, element);
    log.add(
        Level.SET,
        error,
        severity,
        tokens.position(segment, number, element, 0),
        tokens.tag(segment),
        value,
        why,
        mend);
  }
}
