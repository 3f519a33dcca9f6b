package io.quayside.edi;

import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Predicate;

/**
 * One interchange, ISA to IEA or UNB to UNZ.
 *
 * <p>Findings carry TA105 codes, in EDIFACT 0085 codes. A rejected interchange rejects its groups
 * and their sets; they stay readable.
 */
public final class Interchange {
  private final Segment header;
  private final Standard standard;
  private final Delimiters delimiters;
  private final int start;
  private final int end;
  private final Segment trailer;
  private final List<Segment> services;
  private final List<FunctionalGroup> groups;
  private final List<Finding> findings;
  private final Verdict verdict;

  Interchange(
      Standard standard,
      Segment header,
      Delimiters delimiters,
      int start,
      int end,
      Segment trailer,
      List<Segment> services,
      List<FunctionalGroup> groups,
      List<Finding> findings,
      Verdict verdict) {
    this.standard = standard;
    this.header = header;
    this.delimiters = delimiters;
    this.start = start;
    this.end = end;
    this.trailer = trailer;
    this.services = List.copyOf(services);
    this.groups = List.copyOf(groups);
    this.findings = List.copyOf(findings);
    this.verdict = verdict;
  }

  public Standard standard() {
    return standard;
  }

  /** What its text was read in: what it names, or what its bytes turned out to be. */
  public Charset charset() {
    return header.charset();
  }

  /** ISA05 and ISA06; UNB 0007 and 0004. */
  public EdiAddress sender() {
    return new EdiAddress(at(5, 2, 2), at(6, 2, 1));
  }

  /** ISA07 and ISA08; UNB 0007 and 0010. */
  public EdiAddress receiver() {
    return new EdiAddress(at(7, 3, 2), at(8, 3, 1));
  }

  /** ISA13 or UNB 0020 as received, for example {@code 000000905}. */
  public String controlNumber() {
    return at(13, 5, 1).strip();
  }

  /** ISA09 or UNB 0017 as received, YYMMDD; in syntax 4 CCYYMMDD. */
  public String date() {
    return at(9, 4, 1);
  }

  /** ISA10 or UNB 0019 as received, HHMM. */
  public String time() {
    return at(10, 4, 2);
  }

  /** ISA12, for example {@code 00401}; the syntax version in EDIFACT, 1 to 4. */
  public String version() {
    return at(12, 1, 2).strip();
  }

  /** UNB 0001, for example UNOC; "" in X12. */
  public String syntax() {
    return standard == Standard.X12 ? "" : header.component(1, 1).strip();
  }

  /** ISA15 is T, UNB 0035 is 1 (or 2 to 4): nothing in it may touch real stock or money. */
  public boolean test() {
    return at(15, 11, 1).strip().matches("T|[1-4]");
  }

  /** ISA14 is 1: the sender wants a TA1; UNB 0031 is 1 or 2: it wants a CONTRL. */
  public boolean acknowledgmentRequested() {
    return at(14, 9, 1).strip().matches(standard == Standard.X12 ? "1" : "[12]");
  }

  private String at(int x12, int edifact, int component) {
    return standard == Standard.X12 ? header.element(x12) : header.component(edifact, component);
  }

  public Delimiters delimiters() {
    return delimiters;
  }

  /** The ISA or UNB segment itself; without data where UNB is missing. */
  public Segment header() {
    return header;
  }

  /** The IEA or UNZ segment itself; null where it was missing. */
  public Segment trailer() {
    return trailer;
  }

  /** Offset of the first byte, of ISA, UNA or UNB. */
  public int startOffset() {
    return start;
  }

  /** Offset after the last byte that was read as part of it. */
  public int endOffset() {
    return end;
  }

  /** The IEA or UNZ was there. False for half an interchange: what is readable was read. */
  public boolean isComplete() {
    return trailer != null;
  }

  /** TA1 segments received between ISA and the first group. */
  public List<Segment> services() {
    return services;
  }

  public List<FunctionalGroup> groups() {
    return groups;
  }

  public List<Finding> findings() {
    return findings;
  }

  /** A, E or R as in TA104. */
  public Verdict verdict() {
    return verdict;
  }

  /**
   * The same, with a finding for each group whose number its sender has used before: a note, unless
   * {@code group-number-used-before} is agreed to weigh more. To know it takes a record of what
   * came, which a reader does not keep.
   *
   * @param usedBefore what is true for such a group
   */
  public Interchange withNumbersUsedBefore(
      Predicate<FunctionalGroup> usedBefore, Severities severities) {
    List<FunctionalGroup> told =
        groups.stream()
            .map(
                group ->
                    !group.isImplied() && usedBefore.test(group)
                        ? group.usedBefore(severities)
                        : group)
            .toList();
    return new Interchange(
        standard, header, delimiters, start, end, trailer, services, told, findings, verdict);
  }
}
