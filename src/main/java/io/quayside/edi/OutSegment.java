package io.quayside.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One segment to write, without any delimiter in it.
 *
 * <pre>
 * OutSegment.of("BEG", "00", "SA", "4500000042", "", "20261120")
 * OutSegment.of("SLN", "1", "", "I", "2", List.of("EA", "1"))     composite in SLN05
 * </pre>
 */
public final class OutSegment {
  private final String tag;
  private final List<List<String>> elements;

  /**
   * @param tag for example BEG
   * @param elements in order from element 1; each a String, or a List of Strings for a composite;
   *     null means empty
   */
  public OutSegment(String tag, List<?> elements) {
    this.tag = Objects.requireNonNull(tag, "tag");
    List<List<String>> parts = new ArrayList<>();
    for (Object element : elements) {
      parts.add(components(element));
    }
    this.elements = List.copyOf(parts);
  }

  /** The same with the elements one by one. */
  public static OutSegment of(String tag, Object... elements) {
    return new OutSegment(tag, java.util.Arrays.asList(elements));
  }

  public String tag() {
    return tag;
  }

  /** The elements, each as its components (one for a simple element). */
  public List<List<String>> elements() {
    return elements;
  }

  /** Element n (from 1), its first component; "" when absent. */
  public String element(int n) {
    return n > elements.size() ? "" : elements.get(n - 1).get(0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutSegment that
        && tag.equals(that.tag)
        && elements.equals(that.elements);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tag, elements);
  }

  /** With {@code *} and {@code >}, for a person. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(tag);
    elements.forEach(parts -> text.append('*').append(String.join(">", parts)));
    return text.toString();
  }

  private static List<String> components(Object element) {
    if (element == null) {
      return List.of("");
    }
    if (element instanceof List<?> list) {
      List<String> parts = new ArrayList<>();
      list.forEach(part -> parts.add(part == null ? "" : part.toString()));
      return parts.isEmpty() ? List.of("") : List.copyOf(parts);
    }
    return List.of(element.toString());
  }
}
