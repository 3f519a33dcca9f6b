package io.quayside.cli;

import io.quayside.edi.EdiFile;
import io.quayside.edi.Finding;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.TransactionSet;
import io.quayside.mapping.MappedOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing to be said about a file.
 *
 * @param scope what it is about
 * @param level {@code file, interchange, group, set, segment, element} or {@code order}
 * @param severity {@code note} changes nothing, {@code error} is accepted, {@code fatal} rejects
 * @param code the standard's own code, or ""
 * @param where segment and element, a property of the order, or ""
 * @param line from 1, 0 when it stands in no single place; then the byte does not count either
 * @param byteOffset from 0, in the file as it is
 * @param text all of it as a sentence
 */
record Remark(
    Scope scope,
    String level,
    String severity,
    String code,
    String where,
    int line,
    int byteOffset,
    String value,
    String why,
    String remedy,
    String text) {

  /** Control numbers from the outside in, "" where it is about more; type is ST01. */
  record Scope(String interchange, String group, String type, String set) {
    static final Scope FILE = new Scope("", "", "", "");

    static Scope of(Interchange interchange) {
      return new Scope(interchange.controlNumber(), "", "", "");
    }

    static Scope of(Interchange interchange, FunctionalGroup group) {
      return new Scope(interchange.controlNumber(), group.controlNumber(), "", "");
    }

    static Scope of(Interchange interchange, FunctionalGroup group, TransactionSet set) {
      return new Scope(
          interchange.controlNumber(), group.controlNumber(), set.type(), set.controlNumber());
    }

    /** {@code interchange 000000905, group 77, 850 0001: } */
    String prefix() {
      List<String> parts = new ArrayList<>();
      if (!interchange.isEmpty()) {
        parts.add("interchange " + interchange);
      }
      if (!group.isEmpty()) {
        parts.add("group " + group);
      }
      if (!type.isEmpty() || !set.isEmpty()) {
        parts.add((type + " " + set).strip());
      }
      return parts.isEmpty() ? "" : String.join(", ", parts) + ": ";
    }
  }

  /** What the reader found, from the outside in. */
  static List<Remark> of(EdiFile file) {
    List<Remark> remarks = new ArrayList<>();
    file.findings().forEach(finding -> remarks.add(of(Scope.FILE, finding)));
    for (Interchange interchange : file.interchanges()) {
      Scope outer = Scope.of(interchange);
      interchange.findings().forEach(finding -> remarks.add(of(outer, finding)));
      for (FunctionalGroup group : interchange.groups()) {
        Scope middle = Scope.of(interchange, group);
        group.findings().forEach(finding -> remarks.add(of(middle, finding)));
        for (TransactionSet set : group.sets()) {
          Scope inner = Scope.of(interchange, group, set);
          set.findings().forEach(finding -> remarks.add(of(inner, finding)));
        }
      }
    }
    return remarks;
  }

  static Remark of(Scope scope, Finding finding) {
    return new Remark(
        scope,
        scope.equals(Scope.FILE) ? "file" : Words.dashed(finding.level().name()),
        Words.dashed(finding.severity().name()),
        finding.code(),
        finding.name(),
        finding.position().line(),
        finding.position().byteOffset(),
        finding.value(),
        finding.why(),
        finding.mend(),
        finding.sentence());
  }

  /** What a mapping found odd. */
  static Remark of(Scope scope, MappedOrder.Problem problem) {
    return new Remark(
        scope,
        "order",
        "error",
        "",
        problem.where(),
        problem.byteOffset() < 0 ? 0 : problem.line(),
        problem.byteOffset(),
        problem.value(),
        problem.why(),
        problem.remedy(),
        problem.sentence());
  }

  static Remark said(Scope scope, String level, String severity, String why, String remedy) {
    String text = (why + " " + remedy).strip();
    return new Remark(scope, level, severity, "", "", 0, -1, "", why, remedy, text);
  }
}
