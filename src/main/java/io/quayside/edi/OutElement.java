package io.quayside.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One element to write.
 *
 * @param repetitions mostly one, each as its components (one for a simple element)
 */
public record OutElement(List<List<String>> repetitions) {
  static final OutElement EMPTY = new OutElement(List.of(List.of("")));

  public OutElement {
    repetitions = repetitions.stream().map(List::copyOf).toList();
  }

  /**
   * A repeated element: X12 from 00402 on, EDIFACT from syntax 4 on.
   *
   * @param values each a String, or a List of Strings for a composite
   */
  public static OutElement repeated(Object... values) {
    List<List<String>> all = new ArrayList<>();
    for (Object value : values) {
      all.add(of(value).repetitions.get(0));
    }
    return all.isEmpty() ? EMPTY : new OutElement(all);
  }

  /** A String, a List of Strings for a composite, null for nothing, or an element as it is. */
  static OutElement of(Object value) {
    if (value instanceof OutElement element) {
      return element;
    }
    if (value instanceof List<?> list && !list.isEmpty()) {
      return new OutElement(
          List.of(list.stream().map(part -> part == null ? "" : part.toString()).toList()));
    }
    return value == null || value instanceof List<?>
        ? EMPTY
        : new OutElement(List.of(List.of(value.toString())));
  }

  /** The components of the first repetition. */
  public List<String> components() {
    return repetitions.get(0);
  }

  /** All values, of all repetitions. */
  public List<String> values() {
    return repetitions.stream().flatMap(List::stream).toList();
  }

  OutElement map(UnaryOperator<String> change) {
    return new OutElement(
        repetitions.stream().map(parts -> parts.stream().map(change).toList()).toList());
  }

  /** Without empty components and repetitions at the end. */
  OutElement trimmed() {
    List<List<String>> all = new ArrayList<>();
    for (List<String> parts : repetitions) {
      int size = parts.size();
      while (size > 1 && parts.get(size - 1).isEmpty()) {
        size--;
      }
      all.add(parts.subList(0, size));
    }
    while (all.size() > 1 && all.get(all.size() - 1).equals(EMPTY.components())) {
      all.remove(all.size() - 1);
    }
    return new OutElement(all);
  }
}
