package io.quayside.edi;

import io.quayside.edi.Envelope.Role;
import io.quayside.edi.Finding.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads one interchange: follows its header, groups, sets and trailers and checks their counts and
 * numbers. In EDIFACT sets may stand without a group; they share one that has no header.
 */
final class EnvelopeReader {
  private static final int NONE = -1;

  /** Bytes in sight before a segment, so that the next interchange is seen. */
  private static final int SIGHT = 64;

  private final EdiSchemas schemas;
  private final EdiLimits limits;
  private final Severities severities;
  private final Opening opening;
  private final int start;

  /** Takes each set as soon as it is read; null when all are kept. */
  private final Consumer<TransactionSet> consumer;

  private final Envelope envelope;
  private final EnvelopeLog log;
  private final List<Segment> services = new ArrayList<>();
  private final List<FunctionalGroup> groups = new ArrayList<>();
  private final Set<String> groupNumbers = new HashSet<>();

  private Tokens tokens;
  private SegmentScanner scanner;
  private Segment header;
  private int position;

  /** Index of the last segment in the tokens; where they are new, it is kept in {@link #last}. */
  private int lastSegment;

  private Segment last;
  private Segment group;
  private boolean groupImplied;
  private EnvelopeLog groupLog;
  private List<TransactionSet> sets;
  private Set<String> setNumbers;
  private int set = NONE;
  private boolean complete;

  EnvelopeReader(
      EdiSchemas schemas,
      Tokens tokens,
      EdiLimits limits,
      Severities severities,
      Opening opening,
      Consumer<TransactionSet> consumer) {
    this.schemas = schemas;
    this.tokens = tokens;
    this.limits = limits;
    this.severities = severities;
    this.opening = opening;
    this.envelope = opening.envelope();
    this.log = new EnvelopeLog(envelope, limits, severities, Level.INTERCHANGE);
    this.consumer = consumer;
    this.start = tokens.source().original(opening.start());
    this.header = opening.header();
    this.last = header;
    this.lastSegment = NONE;
  }

  /** Where reading ended. */
  int position() {
    return position;
  }

  /** The rest of the file: others than at the beginning when sets were handed over. */
  Tokens tokens() {
    return tokens;
  }

  Interchange read() {
    opening.check().accept(log.findings());
    position = opening.next();
    scanner = new SegmentScanner(tokens, opening.dialect(), limits);
    while (!complete && seek() && !isNextInterchange(scanner.position())) {
      if (tokens.total() >= limits.segments()) {
        log.tooManySegments(last(), limits);
        position = tokens.bytes().length;
        break;
      }
      readWhole();
      int segment = tokens.count() - 1;
      if (!scanner.terminated() && envelope.role(tokens.tagCode(segment)) != Role.END) {
        tokens.removeLast();
        break;
      }
      if (scanner.tooLarge()) {
        log.tooLarge(segment(segment), limits);
      }
      if (scanner.releasedEnd() >= 0) {
        int offset = tokens.source().original(scanner.releasedEnd());
        log.releasedEnd(
            segment(segment), new Position(offset, tokens.source().line(offset), 0, 0, 0));
      }
      lastSegment = segment;
      take(segment);
      if (consumer != null && set == NONE && !complete && tokens.source().isFar(position)) {
        leaveBehind();
      }
    }
    return finish();
  }

  private boolean seek() {
    while (!scanner.seek(position)) {
      if (!tokens.source().more()) {
        return false;
      }
    }
    tokens.source().require(scanner.position(), SIGHT);
    return scanner.seek(scanner.position());
  }

  /** The segment at hand, to its end also where more of the file must be read for it. */
  private void readWhole() {
    int at = scanner.position();
    position = scanner.read();
    while (!scanner.terminated() && tokens.source().more()) {
      tokens.removeLast();
      scanner.seek(at);
      position = scanner.read();
    }
  }

  /** Goes on with the rest of the file alone: what was handed over is not kept. */
  private void leaveBehind() {
    last = last().alone();
    lastSegment = NONE;
    header = header.alone();
    group = group == null ? null : group.alone();
    services.replaceAll(Segment::alone);
    tokens = tokens.from(position);
    scanner = new SegmentScanner(tokens, opening.dialect(), limits);
    position = 0;
  }

  private Segment last() {
    return lastSegment == NONE ? last : segment(lastSegment);
  }

  private Segment segment(int index) {
    return new Segment(tokens, index, 0);
  }

  private boolean isNextInterchange(int at) {
    return EdiReader.find(tokens.bytes(), at, at) >= 0
        && !IsaHeader.isTag(tokens.bytes(), at, envelope.set)
        && tokens.source().original(at) > start;
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
        closeGroup(segment(segment), false);
        openGroup(segment);
      }
      case GROUP_END -> {
        closeSet(segment, false);
        if (group == null) {
          log.error(
              SyntaxError.GROUP_NOT_OPEN,
              segment(segment),
              envelope.groupEnd + " closes no group",
              "Begin it with " + envelope.group);
        } else {
          closeGroup(segment(segment), true);
        }
      }
      case END -> {
        closeSet(segment, false);
        closeGroup(segment(segment), false);
        complete = true;
      }
      case SERVICE -> {
        if (set == NONE && group == null) {
          services.add(segment(segment));
        } else {
          outside(segment);
        }
      }
      case IGNORED -> {
        if (group != null) {
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
    if (group == null || groupImplied && envelope == Envelope.EDIFACT) {
      log.error(SyntaxError.OUTSIDE_SET, segment(segment), why, mend);
    } else {
      groupLog.error(SyntaxError.OUTSIDE_SET_IN_GROUP, segment(segment), why, mend);
    }
  }

  private void openGroup(int segment) {
    beginGroup(segment(segment), false);
    groupLog.groupHeader(group, groupNumbers);
  }

  /** A set outside any group: it stays readable under a group that does not exist. */
  private void implyGroup(int segment) {
    if (envelope == Envelope.X12) {
      log.fatal(
          SyntaxError.OUTSIDE_GROUP,
          segment(segment),
          "the set stands in no group",
          "Begin it with GS");
    } else if (!groups.isEmpty()) {
      log.error(
          SyntaxError.OUTSIDE_GROUP,
          segment(segment),
          "the message stands in no group, others of the interchange do",
          "Put all messages in groups, or none");
    }
    beginGroup(header, true);
  }

  private void beginGroup(Segment header, boolean implied) {
    group = header;
    groupImplied = implied;
    groupLog = new EnvelopeLog(envelope, limits, severities, Level.GROUP);
    sets = new ArrayList<>();
    setNumbers = new HashSet<>();
  }

  private void closeGroup(Segment segment, boolean withTrailer) {
    if (group == null) {
      return;
    }
    int declared = sets.size();
    if (withTrailer) {
      declared = Numbers.count(segment.element(1), sets.size());
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
    groups.add(group(declared, withTrailer ? kept(segment) : null));
    group = null;
    groupImplied = false;
  }

  private FunctionalGroup group(int declared, Segment trailer) {
    Verdict verdict = groupLog.verdict();
    if (verdict != Verdict.REJECTED && !sets.isEmpty()) {
      verdict = together(sets, verdict);
    }
    FunctionalGroup built =
        new FunctionalGroup(
            envelope.standard(),
            groupImplied ? group.empty() : group,
            declared,
            trailer,
            sets,
            groupLog.list(),
            verdict);
    return verdict == Verdict.REJECTED ? built.rejected() : built;
  }

  /** Where sets are handed over, a segment that is kept keeps nothing else. */
  private Segment kept(Segment segment) {
    return consumer == null ? segment : segment.alone();
  }

  /** What the sets of a group make of its verdict. */
  private static Verdict together(List<TransactionSet> sets, Verdict own) {
    int accepted = 0;
    boolean clean = true;
    for (TransactionSet set : sets) {
      accepted += set.accepted() ? 1 : 0;
      clean &= set.verdict() == Verdict.ACCEPTED;
    }
    if (accepted == 0) {
      return Verdict.REJECTED;
    }
    if (accepted < sets.size()) {
      return Verdict.PARTIALLY_ACCEPTED;
    }
    return clean ? own : Verdict.ACCEPTED_WITH_ERRORS;
  }

  private void openSet(int segment) {
    closeSet(segment, false);
    if (group == null) {
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
        groupImplied && envelope == Envelope.X12 ? "" : envelope.setVersion(header, group);
    SetReader reader = new SetReader(schemas, tokens, envelope, limits, severities);
    TransactionSet read = reader.read(set, count, withTrailer, version, setNumbers);
    if (consumer == null) {
      sets.add(read);
    } else {
      consumer.accept(read);
      sets.add(read.handedOver());
    }
    set = NONE;
  }

  private Interchange finish() {
    int end = complete ? lastSegment : tokens.count();
    closeSet(end, false);
    closeGroup(last(), false);
    if (complete) {
      log.interchangeNumber(header, last());
      log.interchangeCount(last(), groups, services);
    } else {
      log.cutOff(last());
    }
    Verdict verdict = log.verdict();
    List<FunctionalGroup> judged =
        verdict == Verdict.REJECTED
            ? groups.stream().map(FunctionalGroup::rejected).toList()
            : groups;
    return new Interchange(
        envelope.standard(),
        header,
        opening.delimiters(),
        start,
        tokens.source().original(position),
        complete ? kept(last()) : null,
        services,
        judged,
        log.list(),
        verdict);
  }
}
