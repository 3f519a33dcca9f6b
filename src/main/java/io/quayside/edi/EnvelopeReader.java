package io.quayside.edi;

import io.quayside.edi.Envelope.Role;
import io.quayside.edi.Finding.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads one interchange: follows its header, groups, sets and trailers and checks their counts and
 * numbers. In EDIFACT sets may stand without a group; they share one that has no header.
 */
final class EnvelopeReader {
  private static final int NONE = -1;

  private final EdiSchemas schemas;
  private final Tokens tokens;
  private final EdiLimits limits;
  private final Severities severities;
  private final Opening opening;
  private final Envelope envelope;
  private final EnvelopeLog log;
  private final List<Segment> services = new ArrayList<>();
  private final List<FunctionalGroup> groups = new ArrayList<>();
  private final Set<String> groupNumbers = new HashSet<>();

  private int position;
  private int lastSegment;
  private int group = NONE;
  private boolean groupImplied;
  private EnvelopeLog groupLog;
  private List<TransactionSet> sets;
  private Set<String> setNumbers;
  private int set = NONE;
  private boolean complete;

  EnvelopeReader(
      EdiSchemas schemas, Tokens tokens, EdiLimits limits, Severities severities, Opening opening) {
    this.schemas = schemas;
    this.tokens = tokens;
    this.limits = limits;
    this.severities = severities;
    this.opening = opening;
    this.envelope = opening.envelope();
    this.log = new EnvelopeLog(tokens, envelope, limits, severities, Level.INTERCHANGE);
    this.lastSegment = opening.header().index();
  }

  /** Where reading ended. */
  int position() {
    return position;
  }

  Interchange read() {
    opening.check().accept(log.findings());
    position = opening.next();
    SegmentScanner scanner = new SegmentScanner(tokens, opening.dialect(), limits);
    while (!complete && scanner.seek(position) && !isNextInterchange(scanner.position())) {
      if (tokens.count() >= limits.segments()) {
        log.tooManySegments(lastSegment, limits);
        position = tokens.bytes().length;
        break;
      }
      position = scanner.read();
      int segment = tokens.count() - 1;
      if (!scanner.terminated() && envelope.role(tokens.tagCode(segment)) != Role.END) {
        tokens.removeLast();
        break;
      }
      if (scanner.tooLarge()) {
        log.tooLarge(segment, limits);
      }
      if (scanner.releasedEnd() >= 0) {
        log.releasedEnd(segment, scanner.releasedEnd());
      }
      lastSegment = segment;
      take(segment);
    }
    return finish();
  }

  private boolean isNextInterchange(int at) {
    return at > opening.start() && EdiReader.find(tokens.bytes(), at, at) >= 0;
  }

  private void take(int segment) {
    switch (envelope.role(tokens.tagCode(segment))) {
      case SET -> openSet(segment);
      case SET_END -> {
        if (set == NONE) {
          stray(segment, envelope.setEnd + " closes no set: there is no " + envelope.set);
        } else {
          closeSet(segment, true);
        }
      }
      case GROUP -> {
        closeSet(segment, false);
        closeGroup(segment, false);
        openGroup(segment);
      }
      case GROUP_END -> {
        closeSet(segment, false);
        if (group == NONE) {
          log.error(
              SyntaxError.GROUP_NOT_OPEN,
              segment,
              envelope.groupEnd + " closes no group",
              "Begin it with " + envelope.group);
        } else {
          closeGroup(segment, true);
        }
      }
      case END -> {
        closeSet(segment, false);
        closeGroup(segment, false);
        complete = true;
      }
      case SERVICE -> {
        if (set == NONE && group == NONE) {
          services.add(new Segment(tokens, segment, 0));
        } else {
          outside(segment);
        }
      }
      case IGNORED -> {
        if (group != NONE) {
          outside(segment);
        }
      }
      case DATA -> outside(segment);
    }
  }

  private void outside(int segment) {
    if (set == NONE) {
      stray(segment, "the segment stands outside any set and is not read");
    }
  }

  private void stray(int segment, String why) {
    String mend = "Put it between " + envelope.set + " and " + envelope.setEnd;
    if (group == NONE || groupImplied && envelope == Envelope.EDIFACT) {
      log.error(SyntaxError.OUTSIDE_SET, segment, why, mend);
    } else {
      groupLog.error(SyntaxError.OUTSIDE_SET_IN_GROUP, segment, why, mend);
    }
  }

  private void openGroup(int segment) {
    beginGroup(segment, false);
    groupLog.groupHeader(segment, groupNumbers);
  }

  /** A set outside any group: it stays readable under a group that does not exist. */
  private void implyGroup(int segment) {
    if (envelope == Envelope.X12) {
      log.fatal(
          SyntaxError.OUTSIDE_GROUP, segment, "the set stands in no group", "Begin it with GS");
    } else if (!groups.isEmpty()) {
      log.error(
          SyntaxError.OUTSIDE_GROUP,
          segment,
          "the message stands in no group, others of the interchange do",
          "Put all messages in groups, or none");
    }
    beginGroup(opening.header().index(), true);
  }

  private void beginGroup(int header, boolean implied) {
    group = header;
    groupImplied = implied;
    groupLog = new EnvelopeLog(tokens, envelope, limits, severities, Level.GROUP);
    sets = new ArrayList<>();
    setNumbers = new HashSet<>();
  }

  private void closeGroup(int segment, boolean withTrailer) {
    if (group == NONE) {
      return;
    }
    int declared = sets.size();
    if (withTrailer) {
      declared = Numbers.count(tokens.element(segment, 1), sets.size());
      if (!groupImplied) {
        groupLog.groupNumber(group, segment);
      }
      groupLog.groupCount(segment, sets.size());
    } else if (!groupImplied) {
      groupLog.fatal(
          SyntaxError.GROUP_TRAILER_MISSING,
          segment,
          "the group ends without " + envelope.groupEnd,
          "Send the interchange again, whole");
    }
    groups.add(group(declared, withTrailer));
    group = NONE;
    groupImplied = false;
  }

  private FunctionalGroup group(int declared, boolean withTrailer) {
    Verdict verdict = groupLog.verdict();
    if (verdict != Verdict.REJECTED && !sets.isEmpty()) {
      long accepted = sets.stream().filter(TransactionSet::accepted).count();
      boolean clean = sets.stream().allMatch(each -> each.verdict() == Verdict.ACCEPTED);
      if (accepted == 0) {
        verdict = Verdict.REJECTED;
      } else if (accepted < sets.size()) {
        verdict = Verdict.PARTIALLY_ACCEPTED;
      } else if (!clean) {
        verdict = Verdict.ACCEPTED_WITH_ERRORS;
      }
    }
    int header = groupImplied ? tokens.addEmpty(group) : group;
    FunctionalGroup built =
        new FunctionalGroup(
            envelope.standard(),
            new Segment(tokens, header, 0),
            declared,
            withTrailer,
            sets,
            groupLog.list(),
            verdict);
    return verdict == Verdict.REJECTED ? built.rejected() : built;
  }

  private void openSet(int segment) {
    closeSet(segment, false);
    if (group == NONE) {
      implyGroup(segment);
    }
    set = segment;
  }

  private void closeSet(int segment, boolean withTrailer) {
    if (set == NONE) {
      return;
    }
    int count = withTrailer ? segment - set + 1 : segment - set;
    Segment header = new Segment(tokens, set, 1);
    String version =
        groupImplied && envelope == Envelope.X12
            ? ""
            : envelope.setVersion(header, new Segment(tokens, group, 0));
    SetReader reader = new SetReader(schemas, tokens, envelope, limits, severities);
    sets.add(reader.read(set, count, withTrailer, version, setNumbers));
    set = NONE;
  }

  private Interchange finish() {
    int end = complete ? lastSegment : tokens.count();
    closeSet(end, false);
    closeGroup(lastSegment, false);
    if (complete) {
      log.interchangeNumber(opening.header(), lastSegment);
      log.interchangeCount(lastSegment, groups, services);
    } else {
      log.cutOff(lastSegment);
    }
    Verdict verdict = log.verdict();
    List<FunctionalGroup> judged =
        verdict == Verdict.REJECTED
            ? groups.stream().map(FunctionalGroup::rejected).toList()
            : groups;
    return new Interchange(
        envelope.standard(),
        opening.header(),
        opening.delimiters(),
        tokens.source().original(opening.start()),
        tokens.source().original(position),
        complete,
        services,
        judged,
        log.list(),
        verdict);
  }
}
