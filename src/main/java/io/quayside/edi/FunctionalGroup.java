package io.quayside.edi;

import java.util.List;

/**
 * One functional group, GS to GE.
 *
 * <pre>GS*PO*ACMEGS*QUAYSIDE*20261120*1000*77*X*004010~</pre>
 *
 * <p>Findings carry AK905 codes.
 */
public final class FunctionalGroup {
  private final Segment header;
  private final int declaredCount;
  private final boolean complete;
  private final List<TransactionSet> sets;
  private final List<Finding> findings;
  private final Verdict verdict;

  FunctionalGroup(
      Segment header,
      int declaredCount,
      boolean complete,
      List<TransactionSet> sets,
      List<Finding> findings,
      Verdict verdict) {
    this.header = header;
    this.declaredCount = declaredCount;
    this.complete = complete;
    this.sets = List.copyOf(sets);
    this.findings = List.copyOf(findings);
    this.verdict = verdict;
  }

  /** GS01, for example PO. */
  public String functionalId() {
    return header.element(1).strip();
  }

  /** GS02. */
  public EdiAddress sender() {
    return EdiAddress.of(header.element(2));
  }

  /** GS03. */
  public EdiAddress receiver() {
    return EdiAddress.of(header.element(3));
  }

  /** GS04 as received. */
  public String date() {
    return header.element(4);
  }

  /** GS05 as received. */
  public String time() {
    return header.element(5);
  }

  /** GS06 as received: echoed in AK102 to the character. */
  public String controlNumber() {
    return header.element(6).strip();
  }

  /** GS08, for example {@code 004010} or {@code 004010VICS}. */
  public String version() {
    return header.element(8).strip();
  }

  /** GE01; the number of sets found where GE is missing or no number. */
  public int declaredCount() {
    return declaredCount;
  }

  /** The GE was there. */
  public boolean isComplete() {
    return complete;
  }

  /** The GS segment itself. */
  public Segment header() {
    return header;
  }

  public List<TransactionSet> sets() {
    return sets;
  }

  public List<Finding> findings() {
    return findings;
  }

  /** AK901: A, E, P or R. */
  public Verdict verdict() {
    return verdict;
  }

  FunctionalGroup rejected() {
    List<TransactionSet> refused = sets.stream().map(TransactionSet::rejected).toList();
    return new FunctionalGroup(
        header, declaredCount, complete, refused, findings, Verdict.REJECTED);
  }
}
