package io.quayside.edi;

import java.util.ArrayList;
import java.util.List;

/** Collects findings, remembers the worst, and keeps only so many of them. */
final class FindingLog {
  private final int limit;
  private final List<Finding> findings = new ArrayList<>();
  private int dropped;
  private Finding.Severity worst = Finding.Severity.NOTE;

  FindingLog(int limit) {
    this.limit = limit;
  }

  void add(Finding finding) {
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
      String code,
      Finding.Severity severity,
      Position position,
      String segment,
      String value,
      String why,
      String mend) {
    add(new Finding(level, code, severity, position, segment, "", "", value, why, mend));
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

  /** A, E or R; strict rejects on any error. */
  Verdict verdict(boolean strict) {
    return switch (worst) {
      case NOTE -> Verdict.ACCEPTED;
      case ERROR -> strict ? Verdict.REJECTED : Verdict.ACCEPTED_WITH_ERRORS;
      case FATAL -> Verdict.REJECTED;
    };
  }
}
