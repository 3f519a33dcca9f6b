package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
import io.quayside.edi.SegmentType.Composite;
import io.quayside.edi.SegmentType.Condition;
import io.quayside.edi.SegmentType.Element;
import io.quayside.edi.SegmentType.Rule;
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

  private final ConditionCheck conditions = new ConditionCheck(this);
  private Tokens.Dialect dialect;

  /** Where the parts of the segment begin, as in the tokens. */
  private int[] marks = new int[32];

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
    this.dialect = tokens.dialect(segment);
    List<Rule> rules = type.elements();
    int count = tokens.elementCount(segment);
    marks = tokens.marks(segment, marks);
    long present = 0;
    for (int n = 1; n <= rules.size(); n++) {
      Rule rule = rules.get(n - 1);
      if (n > count || tokens.isBlankRange(marks[n], marks[n + 1] - 1)) {
        if (rule.mandatory()) {
          missing(rule, n, 0);
        }
        continue;
      }
      present |= 1L << n;
      if (rule.element() != null) {
        value(rule, n, marks[n], marks[n + 1] - 1);
      } else {
        composite(rule, n);
      }
    }
    if (count > rules.size() && hasDataFrom(rules.size() + 1, count)) {
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
    if (Condition.anyBroken(type.conditions(), present)) {
      conditions.check(type.conditions(), rules, present, 0);
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

  private void value(Rule rule, int n, int from, int to) {
    int start = from;
    int count = 1;
    if (dialect.repetition() != 0) {
      int end = dialect.next(tokens.bytes(), dialect.repetition(), start, to);
      while (end < to) {
        one(rule.element(), n, 0, start, end);
        start = end + 1;
        count++;
        end = dialect.next(tokens.bytes(), dialect.repetition(), start, to);
      }
    }
    one(rule.element(), n, 0, start, to);
    repetitions(rule, n, count);
  }

  private void repetitions(Rule rule, int n, int count) {
    if (count > rule.repetitions()) {
      report(
          SyntaxError.TOO_MANY_REPETITIONS,
          Severity.ERROR,
          n,
          0,
          rule.reference(),
          tokens.component(segment, n, rule.repetitions() + 1, 1),
          "the %s stands %d times, at most %d are allowed"
              .formatted(rule.title(), count, rule.repetitions()),
          "Leave out what is too much, or agree on another repetition separator");
    }
  }

  private void one(Element element, int n, int c, int from, int to) {
    ValueCheck.Fault fault = values.check(segment, dialect, element, from, to);
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

  private void composite(Rule rule, int n) {
    int last = marks[n + 1] - 1;
    int start = marks[n];
    int count = 0;
    while (start <= last) {
      int end = dialect.next(tokens.bytes(), dialect.repetition(), start, last);
      composite(rule.composite(), n, start, end);
      start = end + 1;
      count++;
    }
    repetitions(rule, n, count);
  }

  /** One repetition of a composite. */
  private void composite(Composite composite, int n, int from, int to) {
    int count = split(from, to);
    List<Rule> rules = composite.components();
    long present = 0;
    for (int c = 1; c <= rules.size(); c++) {
      Rule rule = rules.get(c - 1);
      if (c > count || tokens.isBlankRange(componentStart(c), componentEnd(c))) {
        if (rule.mandatory()) {
          missing(rule, n, c);
        }
      } else {
        present |= 1L << c;
        one(rule.element(), n, c, componentStart(c), componentEnd(c));
      }
    }
    if (Condition.anyBroken(composite.conditions(), present)) {
      conditions.check(composite.conditions(), rules, present, n);
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

  /** The value of an element, or of its component; as received. */
  String value(int n, int c) {
    return c == 0 ? tokens.element(segment, n) : tokens.component(segment, n, c);
  }

  /** For example PO107. */
  String name(int n) {
    return Envelope.name(type.tag(), n);
  }

  /** A component of EDIFACT that is missing costs only its composite: COM+:EM. */
  private void missing(Rule rule, int n, int c) {
    report(
        SyntaxError.MANDATORY_ELEMENT_MISSING,
        c > 0 && dialect.standard() == Standard.EDIFACT ? Severity.ERROR : Severity.FATAL,
        n,
        c,
        rule.reference(),
        "",
        "the mandatory " + rule.title() + " is missing",
        "Add it");
  }

  void report(
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
        reference.matches("[1-9]\\d*") ? reference : "",
        value,
        why,
        mend);
  }
}
