package io.quayside.edi;

import io.quayside.edi.Finding.Severity;
import io.quayside.edi.SegmentType.Condition;
import io.quayside.edi.SegmentType.Rule;
import java.util.List;

/** Says which conditions a segment's elements, or a composite's components, break. */
final class ConditionCheck {
  private final SegmentChecker checker;
  private List<Rule> rules;
  private long present;
  private int element;

  /** What is reported as absent: two conditions may want the same one. */
  private long missed;

  ConditionCheck(SegmentChecker checker) {
    this.checker = checker;
  }

  /**
   * @param present a bit for each position that has data
   * @param element the composite's, 0 for the segment itself
   */
  void check(List<Condition> conditions, List<Rule> rules, long present, int element) {
    this.rules = rules;
    this.present = present;
    this.element = element;
    this.missed = 0;
    for (Condition condition : conditions) {
      if (condition.isBroken(present)) {
        report(condition);
      }
    }
  }

  private void report(Condition condition) {
    int[] positions = condition.positions();
    String first = name(positions[0]);
    switch (condition.kind()) {
      case PAIRED -> all(positions, names(positions, 0) + " come together or not at all");
      case CONDITIONAL -> all(positions, first + " needs it");
      case REQUIRED ->
          missing(positions[0], "at least one of " + names(positions, 0) + " is needed");
      case LIST ->
          missing(positions[1], first + " needs at least one of " + names(positions, 1) + " too");
      case EXCLUSION -> excluded(positions);
    }
  }

  private void all(int[] positions, String reason) {
    for (int n : positions) {
      if (!isPresent(n)) {
        missing(n, "it is missing: " + reason);
      }
    }
  }

  private void missing(int n, String why) {
    if ((missed & 1L << n) != 0) {
      return;
    }
    missed |= 1L << n;
    Rule rule = rules.get(n - 1);
    report(SyntaxError.CONDITIONAL_ELEMENT_MISSING, n, why, "Give the " + rule.title());
  }

  private void excluded(int[] positions) {
    boolean first = true;
    for (int n : positions) {
      if (isPresent(n) && !first) {
        report(
            SyntaxError.EXCLUSION_VIOLATED,
            n,
            "only one of " + names(positions, 0) + " may stand",
            "Leave one out");
      }
      first = first && !isPresent(n);
    }
  }

  private void report(SyntaxError error, int n, String why, String mend) {
    int at = element == 0 ? n : element;
    int component = element == 0 ? 0 : n;
    String value = isPresent(n) ? checker.value(at, component) : "";
    String reference = rules.get(n - 1).reference();
    checker.report(error, Severity.ERROR, at, component, reference, value, why, mend);
  }

  private boolean isPresent(int n) {
    return (present & 1L << n) != 0;
  }

  private String names(int[] positions, int from) {
    StringBuilder names = new StringBuilder();
    for (int i = from; i < positions.length; i++) {
      names.append(names.length() == 0 ? "" : ", ").append(name(positions[i]));
    }
    return names.toString();
  }

  private String name(int n) {
    return element == 0 ? checker.name(n) : checker.name(element) + "-" + n;
  }
}
