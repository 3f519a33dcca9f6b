package io.quayside.edi;

/**
 * One segment: a view on the received bytes, strings are made when asked for.
 *
 * <pre>PO1*10*100*EA*12.50**VP*W-001~</pre>
 */
public final class Segment {
  private final Tokens tokens;
  private final int index;
  private final int number;

  Segment(Tokens tokens, int index, int number) {
    this.tokens = tokens;
    this.index = index;
    this.number = number;
  }

  int index() {
    return index;
  }

  /** For example PO1, in upper case. */
  public String tag() {
    return tokens.tag(index);
  }

  /**
   * The whole element n (from 1), "" when absent: a simple one as text, a composite or repeated one
   * as received, with its separators and release characters.
   */
  public String element(int n) {
    return tokens.element(index, n);
  }

  /** Component c (from 1) of element n, of its first repetition; "" when absent. */
  public String component(int n, int c) {
    return tokens.component(index, n, c);
  }

  /** Component c (from 1) of repetition r (from 1) of element n; "" when absent. */
  public String component(int n, int r, int c) {
    return tokens.component(index, n, r, c);
  }

  /** Number of elements present, empty ones before the last counted too; the tag is not one. */
  public int elementCount() {
    return tokens.elementCount(index);
  }

  /** Number of components of element n, of its first repetition; 0 when it is absent. */
  public int componentCount(int n) {
    return tokens.componentCount(index, n);
  }

  /** Number of components of repetition r (from 1) of element n; 0 when it is absent. */
  public int componentCount(int n, int r) {
    return tokens.componentCount(index, n, r);
  }

  /** How often element n is repeated, 1 for most; 0 when it is absent. */
  public int repetitionCount(int n) {
    return tokens.repetitionCount(index, n);
  }

  /** Where the segment starts. */
  public Position position() {
    return tokens.position(index, number, 0, 0);
  }

  /** Where element n starts; the segment's start when it is absent. */
  public Position position(int n) {
    return tokens.position(index, number, n, 0);
  }

  /** Tag and elements, for a person. */
  @Override
  public String toString() {
    return tokens.raw(index);
  }
}
