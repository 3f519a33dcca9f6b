package io.quayside.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One segment to write, without any delimiter in it.
 *
 * <pre>
 * OutSegment.of("BEG", "00", "SA", "4500000042", "", "20261120")
 * OutSegment.of("SLN", "1", "", "I", "2", List.of("EA", "1"))     composite in SLN05
 * OutSegment.of("CTX", OutElement.repeated("PO", "LINE"))         repeated CTX01
 * </pre>
 */
public final class OutSegment {
  private final String tag;
  private final List<OutElement> elements;

  /**
   * @param tag for example BEG
   * @param elements in order from element 1; each a String, or a List of Strings for a composite,
   *     or an {@link OutElement}; null means empty
   */
  public OutSegment(String tag, List<?> elements) {
    this.tag = Objects.requireNonNull(tag, "tag");
    List<OutElement> all = new ArrayList<>();
    elements.forEach(element -> all.add(OutElement.of(element)));
    this.elements = List.copyOf(all);
  }

  /** The same with the elements one by one. */
  public static OutSegment of(String tag, Object... elements) {
    return new OutSegment(tag, java.util.Arrays.asList(elements));
  }

  public String tag() {
    return tag;
  }

  public List<OutElement> elements() {
    return elements;
  }

  /** Element n (from 1), its first component; "" when absent. */
  public String element(int n) {
    return n > elements.size() ? "" : elements.get(n - 1).components().get(0);
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

  /** Without what is empty at its end. */
  OutSegment trimmed() {
    int size = elements.size();
    while (size > 0 && elements.get(size - 1).trimmed().equals(OutElement.EMPTY)) {
      size--;
    }
    return new OutSegment(
        tag, elements.subList(0, size).stream().map(OutElement::trimmed).toList());
  }

  /** With {@code *}, {@code >} and {@code ^}, for a person. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(tag);
    for (OutElement element : elements) {
      text.append('*');
      text.append(
          element.repetitions().stream()
              .map(parts -> String.join(">", parts))
              .collect(Collectors.joining("^")));
    }
    return text.toString();
  }
}
