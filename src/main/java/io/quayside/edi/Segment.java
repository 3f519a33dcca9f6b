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

  /** The whole element n (from 1) as received, components and all; "" when absent. */
  public String element(int n) {
    return tokens.element(index, n);
  }

  /** Component c (from 1) of element n; "" when absent. */
  public String component(int n, int c) {
    return tokens.component(index, n, c);
  }

  /** Number of elements present, empty ones before the last counted too; the tag is not one. */
  public int elementCount() {
    return tokens.elementCount(index);
  }

  /** Number of components of element n; 0 when it is absent. */
  public int componentCount(int n) {
    return tokens.componentCount(index, n);
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
