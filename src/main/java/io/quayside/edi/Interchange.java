package io.quayside.edi;

import java.util.List;

/**
 * One interchange, ISA to IEA.
 *
 * <p>Findings carry TA105 codes. A rejected interchange rejects its groups and their sets; they
 * stay readable.
 */
public final class Interchange {
  private final Segment header;
  private final Standard standard;
  private final Delimiters delimiters;
  private final int start;
  private final int end;
  private final boolean complete;
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
      boolean complete,
      List<Segment> services,
      List<FunctionalGroup> groups,
      List<Finding> findings,
      Verdict verdict) {
    this.standard = standard;
    this.header = header;
    this.delimiters = delimiters;
    this.start = start;
    this.end = end;
    this.complete = complete;
    this.services = List.copyOf(services);
    this.groups = List.copyOf(groups);
    this.findings = List.copyOf(findings);
    this.verdict = verdict;
  }

  public Standard standard() {
    return standard;
  }

  /** ISA05 and ISA06. */
  public EdiAddress sender() {
    return new EdiAddress(header.element(5), header.element(6));
  }

  /** ISA07 and ISA08. */
  public EdiAddress receiver() {
    return new EdiAddress(header.element(7), header.element(8));
  }

  /** ISA13 as received, for example {@code 000000905}. */
  public String controlNumber() {
    return header.element(13).strip();
  }

  /** ISA09 as received, YYMMDD. */
  public String date() {
    return header.element(9);
  }

  /** ISA10 as received, HHMM. */
  public String time() {
    return header.element(10);
  }

  /** ISA12, for example {@code 00401}. */
  public String version() {
    return header.element(12).strip();
  }

  /** ISA15 is T: nothing in it may touch real stock or money. */
  public boolean test() {
    return header.element(15).strip().equals("T");
  }

  /** ISA14 is 1: the sender wants a TA1. */
  public boolean acknowledgmentRequested() {
    return header.element(14).strip().equals("1");
  }

  public Delimiters delimiters() {
    return delimiters;
  }

  /** The ISA segment itself. */
  public Segment header() {
    return header;
  }

  /** Offset of the first byte, the I of ISA. */
  public int startOffset() {
    return start;
  }

  /** Offset after the last byte that was read as part of it. */
  public int endOffset() {
    return end;
  }

  /** The IEA was there. False for half an interchange: what is readable was read. */
  public boolean isComplete() {
    return complete;
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

  /** TA104: A, E or R. */
  public Verdict verdict() {
    return verdict;
  }
}
