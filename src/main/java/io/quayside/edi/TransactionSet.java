package io.quayside.edi;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * One document, ST to SE.
 *
 * <pre>ST*850*0001~</pre>
 *
 * <p>Findings: SET level with AK502 codes, SEGMENT with AK304, ELEMENT with AK403. A refused set
 * stays readable.
 */
public final class TransactionSet {
  private final Tokens tokens;
  private final int first;
  private final int count;
  private final int start;
  private final int end;
  private final SetSchema schema;
  private final int[] places;
  private final List<Finding> findings;
  private final Verdict verdict;

  TransactionSet(
      Tokens tokens,
      int first,
      int count,
      SetSchema schema,
      int[] places,
      List<Finding> findings,
      Verdict verdict) {
    this.tokens = tokens;
    this.first = first;
    this.count = count;
    this.start = tokens.offset(first);
    this.end = tokens.endOffset(first + count - 1);
    this.schema = schema;
    this.places = places;
    this.findings = List.copyOf(findings);
    this.verdict = verdict;
  }

  /** ST01, for example 850. */
  public String type() {
    return tokens.element(first, 1).strip();
  }

  /** ST02 as received: echoed in AK202 to the character. */
  public String controlNumber() {
    return tokens.element(first, 2).strip();
  }

  /** ST03, the implementation convention (from 005010 on); "" when absent. */
  public String implementation() {
    return tokens.element(first, 3).strip();
  }

  /** All segments, ST and SE among them, in the order of the file. */
  public List<Segment> segments() {
    return new SegmentList();
  }

  /** Offset of the S of ST. */
  public int startOffset() {
    return start;
  }

  /** Offset after the set's last segment, its terminator included. */
  public int endOffset() {
    return end;
  }

  public List<Finding> findings() {
    return findings;
  }

  /** AK501: A, E or R. R also when the group or interchange around it is rejected. */
  public Verdict verdict() {
    return verdict;
  }

  /** May go on to become an order: verdict A or E. */
  public boolean accepted() {
    return verdict == Verdict.ACCEPTED || verdict == Verdict.ACCEPTED_WITH_ERRORS;
  }

  /** The schema it was validated with; null when its type is unknown. */
  SetSchema schema() {
    return schema;
  }

  /** Place in the schema of the segment with this index; null when it has none. */
  SetSchema.Place place(int index) {
    return schema == null || places[index] < 0 ? null : schema.place(places[index]);
  }

  TransactionSet rejected() {
    return verdict == Verdict.REJECTED
        ? this
        : new TransactionSet(tokens, first, count, schema, places, findings, Verdict.REJECTED);
  }

  private final class SegmentList extends AbstractList<Segment> implements RandomAccess {
    @Override
    public Segment get(int index) {
      if (index < 0 || index >= count) {
        throw new IndexOutOfBoundsException(index);
      }
      return new Segment(tokens, first + index, index + 1);
    }

    @Override
    public int size() {
      return count;
    }
  }
}
