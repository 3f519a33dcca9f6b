package io.quayside.edi;

import java.util.ArrayList;
import java.util.List;

/** Collects findings, remembers the worst, and keeps only so many of them. */
final class FindingLog {
  private final int limit;
  private final Standard standard;
  private final Severities severities;
  private final List<Finding> findings = new ArrayList<>();
  private int dropped;
  private Finding.Severity worst = Finding.Severity.NOTE;

  /**
   * @param standard whose codes the findings carry
   */
  FindingLog(int limit, Standard standard, Severities severities) {
    this.limit = limit;
    this.standard = standard;
    this.severities = severities;
  }

  private void add(Finding finding) {
    if (finding.severity().compareTo(worst) > 0) {
      worst = finding.severity();
    }
    if (findings.size() < limit) {
      findings.add(finding);
    } else {
      dropped++;
    }
  }

  /** A finding about the envelope or the set as a whole. */
  void add(
      Finding.Level level,
      SyntaxError error,
      Finding.Severity severity,
      Position position,
      String segment,
      String value,
      String why,
      String mend) {
    add(level, error, severity, position, segment, "", "", value, why, mend);
  }

  /** A finding about a segment or an element in its loop. */
  void add(
      Finding.Level level,
      SyntaxError error,
      Finding.Severity severity,
      Position position,
      String segment,
      String loop,
      String dataElement,
      String value,
      String why,
      String mend) {
    String code = error.code(standard);
    Finding.Severity weight = severities.of(error, severity);
    add(new Finding(level, code, weight, position, segment, loop, dataElement, value, why, mend));
  }

  List<Finding> list() {
    if (dropped > 0) {
      Finding last = findings.get(findings.size() - 1);
      findings.add(
          new Finding(
              last.level(),
              "",
              Finding.Severity.NOTE,
              last.position(),
              last.segment(),
              "",
              "",
              "",
              dropped + " more findings follow that are not listed",
              "Mend these first"));
      dropped = 0;
    }
    return findings;
  }

  /** A, E or R. */
  Verdict verdict() {
    return switch (worst) {
      case NOTE -> Verdict.ACCEPTED;
      case ERROR -> Verdict.ACCEPTED_WITH_ERRORS;
      case FATAL -> Verdict.REJECTED;
    };
  }
}
