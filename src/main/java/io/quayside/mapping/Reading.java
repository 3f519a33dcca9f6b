package io.quayside.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * One run of a mapping over one document: which element is read now, which values were taken, what
 * was odd. Smooks calls the rules of an element while the reader stands on it, so the run is bound
 * to the thread from the first event to the last.
 */
final class Reading {
  static final String BEAN = "reading";

  private static final ThreadLocal<Reading> CURRENT = new ThreadLocal<>();

  private final boolean tracing;
  private final List<String> unused = new ArrayList<>();
  private final List<MappedOrder.Problem> odd = new ArrayList<>();
  private final List<MappedOrder.Problem> disagreements = new ArrayList<>();
  private final Used used = new Used();
  private DocumentElement element;
  private AttributeName taken;

  /**
   * @param tracing keep where each value stands
   */
  Reading(boolean tracing) {
    this.tracing = tracing;
  }

  /** The run of this thread. */
  static Reading current() {
    Reading reading = CURRENT.get();
    if (reading == null) {
      throw new IllegalStateException("no document is being read by this thread");
    }
    return reading;
  }

  void begin() {
    CURRENT.set(this);
  }

  void end() {
    CURRENT.remove();
  }

  boolean isTracing() {
    return tracing;
  }

  /** The reader stands on this element. */
  void enter(DocumentElement next) {
    leave();
    element = next;
    used.clear();
  }

  /** No more rules follow for the element: what none of them took is listed. */
  void leave() {
    if (element != null && !element.isEnvelope()) {
      DocumentElement done = element;
      done.attributes((name, value) -> listUnused(done, name, value));
    }
    element = null;
  }

  private void listUnused(DocumentElement of, AttributeName name, String value) {
    if (!used.has(name)) {
      Place at = of.place(name);
      unused.add(at.where() + " `" + value + "`" + at.words());
    }
  }

  /** The component after the one that was taken last; "" when there is none. It counts as taken. */
  String nextComponent() {
    AttributeName next =
        new AttributeName("", taken.element(), taken.repetition(), taken.component() + 1);
    used.add(next);
    return element.value(next);
  }

  /**
   * A rule takes a value of the current element.
   *
   * @param names the attribute it stands in, then those that the rule asks for
   */
  void take(AttributeName[] names) {
    taken = names[0];
    for (AttributeName name : names) {
      used.add(name);
    }
  }

  /** Where the value stands that was taken last; null unless places are kept. */
  Place place() {
    return tracing && element != null && taken != null ? element.place(taken) : null;
  }

  /** The value that was taken last cannot be what it should be. */
  void odd(String value, String why, String remedy) {
    Place at = element.place(taken);
    odd.add(new MappedOrder.Problem(at.where(), at.byteOffset(), at.line(), value, why, remedy));
  }

  /** A rule gave another value to a property that has one. */
  void repeated(String property, Object value) {
    Place at = element.place(AttributeName.of(element.name()));
    odd.add(
        new MappedOrder.Problem(
            element.name(),
            at.byteOffset(),
            at.line(),
            String.valueOf(value),
            "`" + property + "` was said before with another value, and the first one holds",
            "Ask the sender which one is meant"));
  }

  /** Something that stands in no single place. */
  void disagreement(String where, String value, String why, String remedy) {
    disagreements.add(new MappedOrder.Problem(where, -1, 0, value, why, remedy));
  }

  /** First what stands in a place, in reading order, then what stands in none. */
  List<MappedOrder.Problem> findings() {
    List<MappedOrder.Problem> all = new ArrayList<>(odd);
    all.addAll(disagreements);
    return all;
  }

  /** Every value that no rule took, envelope aside. */
  List<String> unused() {
    return unused;
  }
}
