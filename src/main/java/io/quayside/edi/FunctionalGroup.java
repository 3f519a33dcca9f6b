package io.quayside.edi;

import java.util.ArrayList;
import java.util.List;

/**
 * One functional group, GS to GE or UNG to UNE.
 *
 * <pre>GS*PO*ACMEGS*QUAYSIDE*20261120*1000*77*X*004010~</pre>
 *
 * <p>Sets that stand in no group are in one that {@link #isImplied()}: as it should be in EDIFACT,
 * an error in X12. Findings carry AK905 codes, in EDIFACT 0085 codes.
 */
public final class FunctionalGroup {
  private final Standard standard;
  private final Segment header;
  private final int declaredCount;
  private final Segment trailer;
  private final List<TransactionSet> sets;
  private final List<Finding> findings;
  private final Verdict verdict;

  FunctionalGroup(
      Standard standard,
      Segment header,
      int declaredCount,
      Segment trailer,
      List<TransactionSet> sets,
      List<Finding> findings,
      Verdict verdict) {
    this.standard = standard;
    this.header = header;
    this.declaredCount = declaredCount;
    this.trailer = trailer;
    this.sets = List.copyOf(sets);
    this.findings = List.copyOf(findings);
    this.verdict = verdict;
  }

  /** There is no GS or UNG: everything that would stand in it is "". */
  public boolean isImplied() {
    return header.elementCount() == 0;
  }

  /** GS01 or UNG 0038, for example PO or ORDERS. */
  public String functionalId() {
    return header.element(1).strip();
  }

  /** GS02; UNG 0040 and 0007. */
  public EdiAddress sender() {
    return address(2);
  }

  /** GS03; UNG 0044 and 0007. */
  public EdiAddress receiver() {
    return address(3);
  }

  private EdiAddress address(int element) {
    return isX12()
        ? EdiAddress.of(header.element(element))
        : new EdiAddress(header.component(element, 2), header.component(element, 1));
  }

  /** GS04 or UNG 0017 as received. */
  public String date() {
    return isX12() ? header.element(4) : header.component(4, 1);
  }

  /** GS05 or UNG 0019 as received. */
  public String time() {
    return isX12() ? header.element(5) : header.component(4, 2);
  }

  /** GS06 or UNG 0048 as received: echoed in acknowledgments to the character. */
  public String controlNumber() {
    return header.element(Envelope.of(standard).groupNumber).strip();
  }

  /** GS08, or UNG 0052 and 0054 together, for example 004010, 004010VICS or D96A. */
  public String version() {
    return isX12()
        ? header.element(8).strip()
        : header.component(7, 1).strip() + header.component(7, 2).strip();
  }

  private boolean isX12() {
    return standard == Standard.X12;
  }

  /** GE01 or UNE 0060; the number of sets found where it is missing or no number. */
  public int declaredCount() {
    return declaredCount;
  }

  /** The GE or UNE was there. */
  public boolean isComplete() {
    return trailer != null;
  }

  /** The GS or UNG segment itself; without data when the group is implied. */
  public Segment header() {
    return header;
  }

  /** The GE or UNE segment itself; null where it was missing, or no group was there to end. */
  public Segment trailer() {
    return trailer;
  }

  public List<TransactionSet> sets() {
    return sets;
  }

  public List<Finding> findings() {
    return findings;
  }

  /** A, E, P or R as in AK901. */
  public Verdict verdict() {
    return verdict;
  }

  /** Where the GS or UNG begins in the file. */
  public int startOffset() {
    return header.position().byteOffset();
  }

  /** The same, told that its sender used its number for another group before. */
  FunctionalGroup usedBefore(Severities severities) {
    int number = Envelope.of(standard).groupNumber;
    Finding.Severity severity = severities.ofNote(SyntaxError.GROUP_NUMBER_USED_BEFORE);
    Finding finding =
        new Finding(
            Finding.Level.GROUP,
            SyntaxError.GROUP_NUMBER_USED_BEFORE.code(standard),
            severity,
            header.position(number),
            header.tag(),
            "",
            "",
            controlNumber(),
            "a group of an earlier interchange had the same number",
            "Give each its own number");
    List<Finding> all = new ArrayList<>(findings);
    all.add(finding);
    Verdict own =
        severity == Finding.Severity.ERROR && verdict == Verdict.ACCEPTED
            ? Verdict.ACCEPTED_WITH_ERRORS
            : verdict;
    FunctionalGroup told =
        new FunctionalGroup(standard, header, declaredCount, trailer, sets, all, own);
    return severity == Finding.Severity.FATAL ? told.rejected() : told;
  }

  FunctionalGroup rejected() {
    List<TransactionSet> refused = sets.stream().map(TransactionSet::rejected).toList();
    return new FunctionalGroup(
        standard, header, declaredCount, trailer, refused, findings, Verdict.REJECTED);
  }
}
