package io.quayside.edi;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * One document, ST to SE or UNH to UNT.
 *
 * <pre>ST*850*0001~        UNH+1+ORDERS:D:96A:UN:EAN008'</pre>
 *
 * <p>Findings: SET level with AK502 codes, SEGMENT with AK304, ELEMENT with AK403; in EDIFACT 0085
 * codes on all levels. A refused set stays readable.
 */
public final class TransactionSet {
  private final Envelope envelope;
  private final String version;
  private final Tokens tokens;
  private final int first;
  private final int count;
  private final int start;
  private final int end;
  private final SetSchema schema;
  private final int[] places;
  private final List<Finding> findings;
  private final Verdict verdict;

  private final Names names;

  /** What names a set; kept where its segments are not. */
  private record Names(
      String type,
      String number,
      String implementation,
      List<String> identifier,
      String document) {}

  TransactionSet(
      Envelope envelope,
      String version,
      Tokens tokens,
      int first,
      int count,
      SetSchema schema,
      int[] places,
      List<Finding> findings,
      Verdict verdict) {
    this.envelope = envelope;
    this.version = version;
    this.tokens = tokens;
    this.first = first;
    this.count = count;
    this.start = tokens.offset(first);
    this.end = tokens.endOffset(first + count - 1);
    this.schema = schema;
    this.places = places;
    this.findings = List.copyOf(findings);
    this.verdict = verdict;
    this.names = null;
  }

  private TransactionSet(TransactionSet other, Verdict verdict, Names names) {
    this.envelope = other.envelope;
    this.version = other.version;
    this.tokens = names == null ? other.tokens : null;
    this.first = other.first;
    this.count = other.count;
    this.start = other.start;
    this.end = other.end;
    this.schema = other.schema;
    this.places = names == null ? other.places : null;
    this.findings = other.findings;
    this.verdict = verdict;
    this.names = names;
  }

  public Standard standard() {
    return envelope.standard();
  }

  /** ST01 or UNH 0065, for example 850 or ORDERS. */
  public String type() {
    return names != null ? names.type() : envelope.setType(header());
  }

  /** ST02 or UNH 0062 as received: echoed in acknowledgments to the character. */
  public String controlNumber() {
    return names != null ? names.number() : header().element(envelope.setNumber).strip();
  }

  /** GS08, or UNH 0052 and 0054 together, for example 004010 or D96A. */
  public String version() {
    return version;
  }

  /**
   * The implementation it follows; "" when absent: ST03 (from 005010 on), or UNH 0057, for example
   * EAN008.
   */
  public String implementation() {
    if (names != null) {
      return names.implementation();
    }
    return (envelope == Envelope.X12 ? header().element(3) : header().component(2, 5)).strip();
  }

  private Segment header() {
    return new Segment(tokens, first, 1);
  }

  /** The components of UNH 0065 to 0057; none in X12. */
  List<String> identifier() {
    if (names != null) {
      return names.identifier();
    }
    return envelope == Envelope.X12 ? List.of() : header().components(2);
  }

  /**
   * Its own number, for example {@code BEG03:4500000042}; "" when it is not known where it stands.
   */
  String document() {
    return names != null ? names.document() : DocumentNumber.of(this);
  }

  /** Segments, header and trailer among them. */
  public int segmentCount() {
    return count;
  }

  /**
   * All segments, header and trailer among them, in the order of the file.
   *
   * @throws IllegalStateException when they were handed over and not kept, see {@link
   *     EdiReader#read(java.io.InputStream, Severities, java.util.function.Consumer)}
   */
  public List<Segment> segments() {
    if (tokens == null) {
      throw new IllegalStateException("The segments of this set were handed over and not kept");
    }
    return new SegmentList();
  }

  /** Offset of the first byte of ST or UNH. */
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

  /** A, E or R as in AK501. R also when the group or interchange around it is rejected. */
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
    return verdict == Verdict.REJECTED ? this : new TransactionSet(this, Verdict.REJECTED, names);
  }

  /** The same without its segments: what an acknowledgment needs. */
  TransactionSet handedOver() {
    Names kept =
        new Names(type().intern(), controlNumber(), implementation(), identifier(), document());
    return new TransactionSet(this, verdict, kept);
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
