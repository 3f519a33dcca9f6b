package io.quayside.cli;

import io.quayside.edi.EdiAddress;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.TransactionSet;
import io.quayside.edi.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report for people, as lines. */
final class PlainReport {
  /** In larger groups only the sets are named about which there is something to say. */
  private static final int ALL_NAMED = 20;

  private final List<String> lines = new ArrayList<>();
  private final Map<Remark.Scope, List<Remark>> remarks;

  private PlainReport(FileReport report) {
    remarks =
        report.remarks().stream()
            .collect(Collectors.groupingBy(Remark::scope, LinkedHashMap::new, Collectors.toList()));
  }

  /** What is right and what is wrong, from the outside in. */
  static List<String> whole(FileReport report) {
    PlainReport plain = new PlainReport(report);
    plain.lines.add(Sources.label(report.file()) + ": " + report.outcome().words());
    plain.remarks(Remark.Scope.FILE, "  ");
    report.interchanges().forEach(plain::interchange);
    return plain.lines;
  }

  /** Only what was found, each line with its file and place. */
  static List<String> remarksOnly(FileReport report) {
    return report.remarks().stream()
        .map(
            remark ->
                "%s: %s%s: %s"
                    .formatted(
                        Sources.label(report.file()),
                        remark.scope().prefix(),
                        remark.severity(),
                        remark.text()))
        .toList();
  }

  private void interchange(Interchange interchange) {
    lines.add(
        "  Interchange %s from %s to %s%s: %s"
            .formatted(
                interchange.controlNumber(),
                address(interchange.sender()),
                address(interchange.receiver()),
                interchange.test() ? ", a test" : "",
                Words.verdict(interchange.verdict())));
    remarks(Remark.Scope.of(interchange), "    ");
    interchange.groups().forEach(group -> group(interchange, group));
  }

  private static String address(EdiAddress address) {
    return (address.qualifier() + " " + address.id()).strip();
  }

  private void group(Interchange interchange, FunctionalGroup group) {
    lines.add(
        "    %s, %s: %s"
            .formatted(
                group.isImplied()
                    ? "In no group"
                    : "Group %s %s, version %s"
                        .formatted(group.functionalId(), group.controlNumber(), group.version()),
                Words.count(group.sets().size(), "document"),
                Words.verdict(group.verdict())));
    remarks(Remark.Scope.of(interchange, group), "      ");
    boolean all = group.sets().size() <= ALL_NAMED;
    int silent = 0;
    for (TransactionSet set : group.sets()) {
      Remark.Scope scope = Remark.Scope.of(interchange, group, set);
      boolean plain = set.verdict() == Verdict.ACCEPTED && !remarks.containsKey(scope);
      if (all || !plain) {
        lines.add(
            "      %s %s%s, %s: %s"
                .formatted(
                    set.type(),
                    set.controlNumber(),
                    group.isImplied() && !set.version().isEmpty()
                        ? ", version " + set.version()
                        : "",
                    Words.count(set.segmentCount(), "segment"),
                    Words.verdict(set.verdict())));
        remarks(scope, "        ");
      } else {
        silent++;
      }
    }
    if (silent > 0) {
      String documents = silent == group.sets().size() ? "document" : "more document";
      lines.add("      " + Words.count(silent, documents) + ": accepted");
    }
  }

  /** Each remark once, even where a control number was used twice. */
  private void remarks(Remark.Scope scope, String indent) {
    List<Remark> here = remarks.remove(scope);
    if (here != null) {
      here.forEach(remark -> lines.add(indent + remark.severity() + ": " + remark.text()));
    }
  }
}
