package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
import java.util.List;
import java.util.Set;

/** What is wrong with an interchange's or a group's own segments, in the words of its standard. */
final class EnvelopeLog {
  private static final int LONGEST_REFERENCE = 14;
  private static final int LONGEST_NUMBER = 9;

  private final Envelope envelope;
  private final Level level;
  private final FindingLog findings;

  EnvelopeLog(Envelope envelope, EdiLimits limits, Severities severities, Level level) {
    this.envelope = envelope;
    this.level = level;
    this.findings = new FindingLog(limits.findings(), envelope.standard(), severities);
  }

  FindingLog findings() {
    return findings;
  }

  List<Finding> list() {
    return findings.list();
  }

  Verdict verdict() {
    return findings.verdict();
  }

  void error(SyntaxError error, Segment segment, String why, String mend) {
    report(error, Severity.ERROR, segment, 0, why, mend);
  }

  void fatal(SyntaxError error, Segment segment, String why, String mend) {
    report(error, Severity.FATAL, segment, 0, why, mend);
  }

  void groupHeader(Segment segment, Set<String> seen) {
    String number = segment.element(envelope.groupNumber).strip();
    boolean right =
        envelope == Envelope.X12
            ? Numbers.isNumber(number) && number.length() <= LONGEST_NUMBER
            : !number.isEmpty() && number.length() <= LONGEST_REFERENCE;
    if (!right) {
      report(
          SyntaxError.GROUP_NUMBER_INVALID,
          Severity.ERROR,
          segment,
          envelope.groupNumber,
          envelope == Envelope.X12
              ? "the group control number must be one to nine digits"
              : "the group reference must have 1 to 14 characters",
          "Number your groups");
    } else if (!seen.add(envelope == Envelope.X12 ? Numbers.unpadded(number) : number)) {
      report(
          SyntaxError.GROUP_NUMBER_REPEATED,
          Severity.ERROR,
          segment,
          envelope.groupNumber,
          "another group of this interchange has the same number",
          "Give each its own number");
    }
    if (envelope == Envelope.X12 && segment.element(8).isBlank()) {
      report(
          SyntaxError.GROUP_VERSION_MISSING,
          Severity.ERROR,
          segment,
          8,
          "the version is missing; 004010 is assumed",
          "Give it, for example 004010");
    }
  }

  void groupNumber(Segment header, Segment trailer) {
    difference(
        SyntaxError.GROUP_NUMBERS_DIFFER,
        header.element(envelope.groupNumber).strip(),
        Envelope.name(envelope.group, envelope.groupNumber),
        trailer);
  }

  void groupCount(Segment trailer, int found) {
    if (Numbers.count(trailer.element(1), -1) != found) {
      report(
          SyntaxError.GROUP_COUNT,
          Severity.FATAL,
          trailer,
          1,
          "sets in the group: " + found,
          "Correct the count");
    }
  }

  void interchangeNumber(Segment header, Segment trailer) {
    if (header.elementCount() > 0) {
      difference(
          SyntaxError.INTERCHANGE_NUMBERS_DIFFER,
          header.element(envelope.interchangeNumber).strip(),
          Envelope.name(envelope.header, envelope.interchangeNumber),
          trailer);
    }
  }

  /** Groups; in EDIFACT the messages where there are no groups. */
  void interchangeCount(Segment trailer, List<FunctionalGroup> groups, List<Segment> services) {
    boolean bySets =
        envelope == Envelope.EDIFACT && groups.stream().allMatch(FunctionalGroup::isImplied);
    int found =
        bySets ? groups.stream().mapToInt(group -> group.sets().size()).sum() : groups.size();
    if (Numbers.count(trailer.element(1), -1) != found) {
      boolean onlyServices = groups.isEmpty() && !services.isEmpty();
      report(
          SyntaxError.INTERCHANGE_COUNT,
          onlyServices ? Severity.NOTE : Severity.FATAL,
          trailer,
          1,
          (bySets ? "messages" : "groups") + " in the interchange: " + found,
          "Correct the count");
    } else if (envelope == Envelope.EDIFACT && found == 0) {
      fatal(
          SyntaxError.INTERCHANGE_EMPTY,
          trailer,
          "there is nothing between UNB and UNZ",
          "Send the messages that were meant");
    }
  }

  private void difference(SyntaxError error, String expected, String name, Segment trailer) {
    Severity severity = Numbers.difference(expected, trailer.element(2).strip());
    if (severity != null) {
      report(
          error,
          severity,
          trailer,
          2,
          name + " is `" + expected + "`: both must be the same",
          "Correct one of them");
    }
  }

  void cutOff(Segment last) {
    fatal(
        SyntaxError.INTERCHANGE_CUT_OFF,
        last,
        "the interchange ends without "
            + envelope.end
            + ": cut off after segment "
            + last.tag()
            + " on line "
            + last.position().line(),
        "Send the interchange again, whole");
  }

  void tooManySegments(Segment last, EdiLimits limits) {
    fatal(
        SyntaxError.UNNAMED,
        last,
        "the file has more than " + limits.segments() + " segments: the rest is not read",
        "Send smaller files");
  }

  void tooLarge(Segment segment, EdiLimits limits) {
    error(
        SyntaxError.UNNAMED,
        segment,
        "the segment is larger than we read: at most %d elements of %d bytes"
            .formatted(limits.elements(), limits.elementBytes()),
        "Check the segment terminators");
  }

  /** The release character before a terminator made two segments one. */
  void releasedEnd(Segment segment, Position at) {
    findings.add(
        level,
        SyntaxError.UNNAMED,
        Severity.NOTE,
        at,
        segment.tag(),
        "",
        "the release character before the terminator makes it data, and what follows is read as"
            + " part of this segment",
        "Release the release character itself where it is meant as text");
  }

  private void report(
      SyntaxError error, Severity severity, Segment segment, int element, String why, String mend) {
    findings.add(
        level,
        error,
        severity,
        element == 0 ? segment.position() : segment.position(element),
        segment.tag(),
        element == 0 ? "" : segment.element(element),
        why,
        mend);
  }
}
