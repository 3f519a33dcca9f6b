package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
import io.quayside.edi.SegmentType.Composite;
import io.quayside.edi.SegmentType.Condition;
import io.quayside.edi.SegmentType.Element;
import io.quayside.edi.SegmentType.Rule;
import java.util.BitSet;
import java.util.List;

/** Checks the elements of one segment: mandatory, conditions, and each value by its type. */
final class SegmentChecker {
  private final Tokens tokens;
  private final boolean ownRelease;
  private final FindingLog log;
  private final ValueCheck values;
  private int segment;
  private int number;
  private SegmentType type;
  private String loop;

  /** Elements whose absence is reported: two conditions may want the same one. */
  private final BitSet missed = new BitSet();

  /** Starts and ends of the components of the composite at hand. */
  private int[] componentMarks = new int[16];

  SegmentChecker(Tokens tokens, boolean ownRelease, FindingLog log) {
    this.tokens = tokens;
    this.ownRelease = ownRelease;
    this.log = log;
    this.values = new ValueCheck(tokens, ownRelease);
  }

  void check(int segment, int number, SegmentType type, String loop) {
    this.segment = segment;
    this.number = number;
    this.type = type;
    this.loop = loop;
    List<Rule> rules = type.elements();
    int present = tokens.elementCount(segment);
    for (int n = 1; n <= rules.size(); n++) {
      Rule rule = rules.get(n - 1);
      if (n > present || tokens.isBlank(segment, n)) {
        if (rule.mandatory()) {
          missing(rule, n, 0);
        }
      } else if (rule.element() != null) {
        value(rule.element(), n, 0, tokens.partStart(segment, n), tokens.partEnd(segment, n));
      } else {
        composite(rule.composite(), n);
      }
    }
    if (present > rules.size() && hasDataFrom(rules.size() + 1, present)) {
      report(
          SyntaxError.TOO_MANY_ELEMENTS,
          Severity.ERROR,
          rules.size() + 1,
          0,
          "",
          tokens.element(segment, rules.size() + 1),
          "the segment has only " + rules.size() + " elements",
          "Leave out what follows");
    }
    missed.clear();
    for (Condition condition : type.conditions()) {
      conditions(condition);
    }
  }

  /** Against a schema of another release nothing weighs as much: it may be right there. */
  Severity lowered(Severity severity, boolean element) {
    if (ownRelease) {
      return severity;
    }
    return switch (severity) {
      case FATAL -> element ? Severity.ERROR : Severity.FATAL;
      case ERROR, NOTE -> Severity.NOTE;
    };
  }

  private boolean hasDataFrom(int from, int to) {
    for (int n = from; n <= to; n++) {
      if (!tokens.isBlank(segment, n)) {
        return true;
      }
    }
    return false;
  }

  private void value(Element element, int n, int c, int from, int to) {
    Tokens.Dialect dialect = tokens.dialect(segment);
    int start = from;
    int end = dialect.next(tokens.bytes(), dialect.repetition(), start, to);
    while (end < to) {
      one(element, n, c, start, end);
      start = end + 1;
      end = dialect.next(tokens.bytes(), dialect.repetition(), start, to);
    }
    one(element, n, c, start, to);
  }

  private void one(Element element, int n, int c, int from, int to) {
    ValueCheck.Fault fault = values.check(segment, element, from, to);
    if (fault != null) {
      report(
          fault.error(),
          Severity.ERROR,
          n,
          c,
          element.reference(),
          tokens.text(segment, from, to),
          fault.why(),
          fault.mend());
    }
  }

  private void composite(Composite composite, int n) {
    Tokens.Dialect dialect = tokens.dialect(segment);
    int last = tokens.partEnd(segment, n);
    int start = tokens.partStart(segment, n);
    while (start <= last) {
      int end = dialect.next(tokens.bytes(), dialect.repetition(), start, last);
      composite(composite, n, start, end);
      start = end + 1;
    }
  }

  /** One repetition of a composite. */
  private void composite(Composite composite, int n, int from, int to) {
    int count = split(from, to);
    List<Rule> rules = composite.components();
    for (int c = 1; c <= rules.size(); c++) {
      Rule rule = rules.get(c - 1);
      if (c > count || tokens.isBlankRange(componentStart(c), componentEnd(c))) {
        if (rule.mandatory()) {
          missing(rule, n, c);
        }
      } else {
        one(rule.element(), n, c, componentStart(c), componentEnd(c));
      }
    }
    if (count > rules.size()) {
      report(
          SyntaxError.TOO_MANY_COMPONENTS,
          Severity.ERROR,
          n,
          rules.size() + 1,
          "",
          tokens.text(segment, componentStart(rules.size() + 1), componentEnd(rules.size() + 1)),
          "the composite has only " + rules.size() + " components",
          "Leave out what follows");
    }
  }

  private int split(int from, int to) {
    Tokens.Dialect dialect = tokens.dialect(segment);
    int count = 0;
    componentMarks[0] = from;
    while (componentMarks[count] <= to) {
      int end = dialect.next(tokens.bytes(), dialect.component(), componentMarks[count], to);
      count++;
      if (count == componentMarks.length) {
        componentMarks = java.util.Arrays.copyOf(componentMarks, count * 2);
      }
      componentMarks[count] = end + 1;
    }
    return count;
  }

  private int componentStart(int c) {
    return componentMarks[c - 1];
  }

  private int componentEnd(int c) {
    return componentMarks[c] - 1;
  }

  private void conditions(Condition condition) {
    int[] positions = condition.positions();
    int found = 0;
    for (int n : positions) {
      found += present(n) ? 1 : 0;
    }
    switch (condition.kind()) {
      case PAIRED -> {
        if (found > 0 && found < positions.length) {
          all(positions, names(positions, 0) + " come together or not at all");
        }
      }
      case CONDITIONAL -> {
        if (present(positions[0]) && found < positions.length) {
          all(positions, name(positions[0]) + " needs it");
        }
      }
      case REQUIRED -> {
        if (found == 0) {
          conditional(positions[0], "at least one of " + names(positions, 0) + " is needed");
        }
      }
      case LIST -> {
        if (present(positions[0]) && found == 1) {
          String others = names(positions, 1);
          conditional(
              positions[1], name(positions[0]) + " needs at least one of " + others + " too");
        }
      }
      case EXCLUSION -> {
        if (found > 1) {
          excluded(positions);
        }
      }
    }
  }

  private void all(int[] positions, String reason) {
    for (int n : positions) {
      if (!present(n)) {
        conditional(n, "it is missing: " + reason);
      }
    }
  }

  private void conditional(int n, String why) {
    if (missed.get(n)) {
      return;
    }
    missed.set(n);
    Rule rule = type.elements().get(n - 1);
    report(
        SyntaxError.CONDITIONAL_ELEMENT_MISSING,
        Severity.ERROR,
        n,
        0,
        rule.reference(),
        "",
        why,
        "Give the " + rule.title());
  }

  private void excluded(int[] positions) {
    boolean first = true;
    for (int n : positions) {
      if (present(n) && !first) {
        report(
            SyntaxError.EXCLUSION_VIOLATED,
            Severity.ERROR,
            n,
            0,
            type.elements().get(n - 1).reference(),
            tokens.element(segment, n),
            "only one of " + names(positions, 0) + " may stand",
            "Leave one out");
      }
      first = first && !present(n);
    }
  }

  private boolean present(int n) {
    return n <= tokens.elementCount(segment) && !tokens.isBlank(segment, n);
  }

  private String names(int[] positions, int from) {
    StringBuilder names = new StringBuilder();
    for (int i = from; i < positions.length; i++) {
      names.append(names.length() == 0 ? "" : ", ").append(name(positions[i]));
    }
    return names.toString();
  }

  private String name(int n) {
    return "%s%02d".formatted(type.tag(), n);
  }

  private void missing(Rule rule, int n, int c) {
    report(
        SyntaxError.MANDATORY_ELEMENT_MISSING,
        Severity.FATAL,
        n,
        c,
        rule.reference(),
        "",
        "the mandatory " + rule.title() + " is missing",
        "Add it");
  }

  private void report(
      SyntaxError error,
      Severity severity,
      int n,
      int c,
      String reference,
      String value,
      String why,
      String mend) {
    log.add(
        Level.ELEMENT,
        error,
        lowered(severity, true),
        tokens.position(segment, number, n, c),
        type.tag(),
        loop,
        reference.matches("\\d+") ? reference : "",
        value,
        why,
        mend);
  }
}
