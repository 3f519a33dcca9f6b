package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one interchange: follows ISA, GS, ST, SE, GE, IEA and checks their counts and numbers. */
final class EnvelopeReader {
  private static final int NONE = -1;

  private final EdiSchemas schemas;
  private final Tokens tokens;
  private final EdiLimits limits;
  private final boolean strict;
  private final IsaHeader header;
  private final Tokens.Dialect dialect;
  private final FindingLog log;
  private final List<Segment> services = new ArrayList<>();
  private final List<FunctionalGroup> groups = new ArrayList<>();
  private final Set<String> groupNumbers = new HashSet<>();

  private Segment isa;
  private int position;
  private int lastSegment;
  private int group = NONE;
  private boolean groupImplied;
  private FindingLog groupLog;
  private List<TransactionSet> sets;
  private Set<String> setNumbers;
  private int set = NONE;
  private boolean complete;

  EnvelopeReader(
      EdiSchemas schemas,
      Tokens tokens,
      EdiLimits limits,
      boolean strict,
      IsaHeader header,
      Charset charset) {
    this.schemas = schemas;
    this.tokens = tokens;
    this.limits = limits;
    this.strict = strict;
    this.header = header;
    this.log = new FindingLog(limits.findings());
    Tokens.Dialect plain =
        new Tokens.Dialect(
            header.element(), header.component(), (byte) 0, header.terminator(), charset);
    this.isa = new Segment(tokens, addIsa(plain), 0);
    this.dialect =
        new Tokens.Dialect(
            header.element(), header.component(), repetition(), header.terminator(), charset);
  }

  /** Where reading ended. */
  int position() {
    return position;
  }

  Interchange read() {
    IsaCheck.check(isa, header, log);
    position = header.next();
    SegmentScanner scanner = new SegmentScanner(tokens, dialect, header.terminator(), limits);
    while (!complete && scanner.seek(position) && !isNextInterchange(scanner.position())) {
      if (tokens.count() >= limits.segments()) {
        add(log, "", Severity.FATAL, lastSegment, "", tooManySegments(), "Send smaller files");
        position = tokens.bytes().length;
        break;
      }
      position = scanner.read();
      int segment = tokens.count() - 1;
      if (!scanner.terminated() && tokens.tagCode(segment) != Tag.IEA) {
        tokens.removeLast();
        break;
      }
      if (scanner.tooLarge()) {
        tooLarge(segment);
      }
      lastSegment = segment;
      take(segment, tokens.tagCode(segment));
    }
    return finish();
  }

  private int addIsa(Tokens.Dialect plain) {
    byte[] bytes = tokens.bytes();
    tokens.begin(header.start(), plain);
    int elements = 0;
    for (int i = header.start(); i < header.dataEnd(); i++) {
      if (bytes[i] == header.element() && elements < IsaHeader.ELEMENTS) {
        tokens.mark(i + 1);
        elements++;
      }
    }
    lastSegment = tokens.end(header.dataEnd());
    return lastSegment;
  }

  /** ISA11 is the repetition separator from 00402 on, where it is no letter or digit. */
  private byte repetition() {
    String sign = isa.element(11);
    boolean since402 = isa.element(12).compareTo("00402") >= 0;
    byte value = sign.length() == 1 ? (byte) sign.charAt(0) : 0;
    return since402 && value > ' ' && !IsaHeader.isAlphanumeric(value) ? value : 0;
  }

  private boolean isNextInterchange(int at) {
    return IsaHeader.find(tokens.bytes(), at, at) >= 0;
  }

  private void take(int segment, int tag) {
    if (tag == Tag.ST) {
      openSet(segment);
    } else if (tag == Tag.SE) {
      if (set == NONE) {
        stray(segment, "SE closes no set: there is no ST before it");
      } else {
        closeSet(segment, true);
      }
    } else if (tag == Tag.GS) {
      closeSet(segment, false);
      closeGroup(segment, false);
      openGroup(segment);
    } else if (tag == Tag.GE) {
      closeSet(segment, false);
      if (group == NONE) {
        add(log, "024", Severity.ERROR, segment, "", "GE closes no group", "Begin it with GS");
      } else {
        closeGroup(segment, true);
      }
    } else if (tag == Tag.IEA) {
      closeSet(segment, false);
      closeGroup(segment, false);
      complete = true;
    } else if (set == NONE) {
      outside(segment, tag);
    }
  }

  private void outside(int segment, int tag) {
    if (group == NONE && tag == Tag.TA1) {
      services.add(new Segment(tokens, segment, 0));
    } else if (group != NONE || tag != Tag.ISB && tag != Tag.ISE) {
      stray(segment, "the segment stands outside any set and is not read");
    }
  }

  private void stray(int segment, String why) {
    String mend = "Put it between ST and SE";
    if (group == NONE) {
      add(log, "024", Severity.ERROR, segment, "", why, mend);
    } else {
      report(groupLog, Level.GROUP, "", Severity.ERROR, segment, 0, why, mend);
    }
  }

  private void openGroup(int segment) {
    group = segment;
    groupLog = new FindingLog(limits.findings());
    sets = new ArrayList<>();
    setNumbers = new HashSet<>();
    String number = tokens.element(group, 6).strip();
    if (!Numbers.isNumber(number) || number.length() > 9) {
      report(
          groupLog,
          Level.GROUP,
          "6",
          Severity.ERROR,
          segment,
          6,
          "the group control number must be one to nine digits",
          "Number your groups");
    } else if (!groupNumbers.add(number)) {
      report(
          groupLog,
          Level.GROUP,
          "6",
          Severity.ERROR,
          segment,
          6,
          "another group of this interchange has the same number",
          "Give each its own number");
    }
    if (tokens.element(group, 8).isBlank()) {
      report(
          groupLog,
          Level.GROUP,
          "2",
          Severity.ERROR,
          segment,
          8,
          "the version is missing; 004010 is assumed",
          "Give it, for example 004010");
    }
  }

  /** A set outside any group: it stays readable under a group that does not exist. */
  private void implyGroup(int segment) {
    add(log, "024", Severity.FATAL, segment, "", "the set stands in no group", "Begin it with GS");
    openGroup(isa.index());
    groupLog = new FindingLog(limits.findings());
    groupImplied = true;
  }

  private void closeGroup(int segment, boolean withTrailer) {
    if (group == NONE) {
      return;
    }
    int declared = sets.size();
    if (withTrailer) {
      declared = Numbers.count(tokens.element(segment, 1), sets.size());
      checkGroupTrailer(segment, declared);
    } else if (!groupImplied) {
      report(
          groupLog,
          Level.GROUP,
          "3",
          Severity.FATAL,
          segment,
          0,
          "the group ends without GE",
          "Send the interchange again, whole");
    }
    groups.add(group(declared, withTrailer));
    group = NONE;
    groupImplied = false;
  }

  private void checkGroupTrailer(int segment, int declared) {
    String expected = tokens.element(group, 6).strip();
    Severity severity = Numbers.difference(expected, tokens.element(segment, 2).strip());
    if (severity != null && !groupImplied) {
      report(
          groupLog,
          Level.GROUP,
          "4",
          severity,
          segment,
          2,
          "GS06 is `" + expected + "`: both must be the same",
          "Correct one of them");
    }
    if (declared != sets.size() || !Numbers.isNumber(tokens.element(segment, 1).strip())) {
      report(
          groupLog,
          Level.GROUP,
          "5",
          Severity.FATAL,
          segment,
          1,
          "sets in the group: " + sets.size(),
          "Correct the count");
    }
  }

  private FunctionalGroup group(int declared, boolean withTrailer) {
    Verdict verdict = groupLog.verdict(strict);
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
    Segment gs = groupImplied ? new Segment(tokens, tokens.addEmpty(group), 0) : gs();
    FunctionalGroup built =
        new FunctionalGroup(gs, declared, withTrailer, sets, groupLog.list(), verdict);
    return verdict == Verdict.REJECTED ? built.rejected() : built;
  }

  private Segment gs() {
    return new Segment(tokens, group, 0);
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
    String version = groupImplied ? "" : tokens.element(group, 8).strip();
    SetReader reader = new SetReader(schemas, tokens, limits, strict);
    sets.add(reader.read(set, count, withTrailer, version, setNumbers));
    set = NONE;
  }

  private Interchange finish() {
    int end = complete ? lastSegment : tokens.count();
    closeSet(end, false);
    closeGroup(lastSegment, false);
    if (complete) {
      checkTrailer();
    } else {
      add(
          log,
          "023",
          Severity.FATAL,
          lastSegment,
          "",
          cutOff(),
          "Send the interchange again, whole");
    }
    Verdict verdict = log.verdict(strict);
    List<FunctionalGroup> judged =
        verdict == Verdict.REJECTED
            ? groups.stream().map(FunctionalGroup::rejected).toList()
            : groups;
    return new Interchange(
        Standard.X12,
        isa,
        header.delimiters(dialect.repetition()),
        tokens.offset(isa.index()),
        tokens.source().original(position),
        complete,
        services,
        judged,
        log.list(),
        verdict);
  }

  private void checkTrailer() {
    String expected = isa.element(13).strip();
    String found = tokens.element(lastSegment, 2).strip();
    Severity severity = Numbers.difference(expected, found);
    if (severity != null) {
      report(
          log,
          Level.INTERCHANGE,
          "001",
          severity,
          lastSegment,
          2,
          "ISA13 is `" + expected + "`: both must be the same",
          "Correct one of them");
    }
    int declared = Numbers.count(tokens.element(lastSegment, 1), NONE);
    if (declared != groups.size()) {
      boolean onlyServices = groups.isEmpty() && !services.isEmpty();
      report(
          log,
          Level.INTERCHANGE,
          "021",
          onlyServices ? Severity.NOTE : Severity.FATAL,
          lastSegment,
          1,
          "groups in the interchange: " + groups.size(),
          "Correct the count");
    }
  }

  private String cutOff() {
    return "the interchange ends without IEA: cut off after segment "
        + tokens.tag(lastSegment)
        + " on line "
        + tokens.position(lastSegment, 0, 0, 0).line();
  }

  private String tooManySegments() {
    return "the file has more than " + limits.segments() + " segments: the rest is not read";
  }

  private void tooLarge(int segment) {
    String why =
        "the segment is larger than we read: at most %d elements of %d bytes"
            .formatted(limits.elements(), limits.elementBytes());
    add(log, "", Severity.ERROR, segment, "", why, "Check the segment terminators");
  }

  private void add(
      FindingLog to,
      String code,
      Severity severity,
      int segment,
      String value,
      String why,
      String mend) {
    to.add(
        Level.INTERCHANGE,
        code,
        severity,
        tokens.position(segment, 0, 0, 0),
        tokens.tag(segment),
        value,
        why,
        mend);
  }

  private void report(
      FindingLog to,
      Level level,
      String code,
      Severity severity,
      int segment,
      int element,
      String why,
      String mend) {
    String value = element == 0 ? "" : tokens.element(segment, element);
    to.add(
        level,
        code,
        severity,
        tokens.position(segment, 0, element, 0),
        tokens.tag(segment),
        value,
        why,
        mend);
  }
}
