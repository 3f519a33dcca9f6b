package io.quayside.edi;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

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

  /** The same, without keeping the rest of the file. */
  Segment alone() {
    return tokens.alone(index, number);
  }

  /** A segment without data at the same place. */
  Segment empty() {
    return new Segment(tokens, tokens.addEmpty(index), 0);
  }

  Charset charset() {
    return tokens.charset(index);
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

  /**
   * The value of an attribute of the segment in a tree of elements ({@link SetXml}): SLN05 is the
   * whole element, SLN0501 a component of it, SLN0501_2 one of its second repetition. Blanks around
   * it are removed; "" when it is absent. In X12 an element with one component has no attribute for
   * it; in EDIFACT it has, for what is simple in one release is a composite in another.
   *
   * @param r the repetition from 1
   * @param c the component from 1; 0 for the whole element with all its repetitions
   */
  public String attribute(int n, int r, int c) {
    if (c == 0) {
      return element(n).strip();
    }
    return r > 1 || isEdifact() || componentCount(n) > 1 ? component(n, r, c).strip() : "";
  }

  private boolean isEdifact() {
    return tokens.dialect(index).standard() == Standard.EDIFACT;
  }

  /** Takes one attribute: component c of repetition r of element n, c = 0 for the whole element. */
  public interface AttributeTaker {
    void take(int n, int r, int c, String value);
  }

  /** Gives every attribute that has a value, a composite first whole, then by component. */
  public void attributes(AttributeTaker taker) {
    for (int n = 1, elements = elementCount(); n <= elements; n++) {
      String value = attribute(n, 1, 0);
      if (!value.isEmpty()) {
        taker.take(n, 1, 0, value);
        for (int r = 1, repetitions = repetitionCount(n); r <= repetitions; r++) {
          for (int c = 1, components = componentCount(n, r); c <= components; c++) {
            String part = attribute(n, r, c);
            if (!part.isEmpty()) {
              taker.take(n, r, c, part);
            }
          }
        }
      }
    }
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

  /** The components of element n, of its first repetition; empty when it is absent. */
  List<String> components(int n) {
    List<String> parts = new ArrayList<>();
    for (int c = 1; c <= componentCount(n); c++) {
      parts.add(component(n, c));
    }
    return List.copyOf(parts);
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
