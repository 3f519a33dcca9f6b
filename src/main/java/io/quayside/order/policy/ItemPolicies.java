package io.quayside.order.policy;

import io.quayside.order.Catalogue.Suggestion;
import io.quayside.order.Terms.OnUnknownItem;
import io.quayside.order.Units;
import io.quayside.order.canonical.ItemId;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.Schedule;
import io.quayside.order.policy.Candidate.CandidateLine;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rules about a line's number, item and unit. */
final class ItemPolicies {

  private ItemPolicies() {}

  /** PO101 stands once in an order. */
  static OrderPolicy uniqueLineNumbers() {
    return order ->
        order.lines().stream()
            .filter(CandidateLine::repeated)
            .<Verdict>map(
                line ->
                    new Verdict.Hold(
                        new Finding(
                            "duplicate-line",
                            line.key(),
                            Finding.ORDER,
                            "Line number %s stands more than once in the order; this one is called %s here."
                                .formatted(line.line().lineNumber(), line.key()),
                            "Release the order when both lines are wanted, or reject this one.",
                            "The line number stands twice in the order.")))
            .toList();
  }

  /** One of the line's numbers is an item of ours. PO1*020*5*EA*3.00**VN*ZZ9~ */
  static OrderPolicy knownItems() {
    return eachLine(line -> line.item().isPresent() ? null : unknown(line));
  }

  /** The item is sold by the ordered unit. */
  static OrderPolicy knownUnits() {
    return eachLine(
        line -> {
          if (line.item().isEmpty()
              || line.item().get().stockUnits(line.line().unit()).isPresent()
                  && sameUnits(line.line())) {
            return null;
          }
          String sku = line.item().get().sku();
          return new Finding(
              "unit-mismatch",
              line.key(),
              sku + "/" + line.line().unit(),
              "Line %s: %s is ordered by %s, but it is sold by %s."
                  .formatted(line.key(), sku, units(line.line()), sold(line)),
              "Give the item a pack of this unit, or reject the line.",
              "The item is not sold by this unit.");
        });
  }

  private static boolean sameUnits(Line line) {
    return line.schedules().stream()
        .map(Schedule::unit)
        .allMatch(unit -> unit == null || Units.same(unit, line.unit()));
  }

  private static String units(Line line) {
    return line.schedules().stream()
        .map(Schedule::unit)
        .filter(unit -> unit != null && !Units.same(unit, line.unit()))
        .findFirst()
        .map(unit -> line.unit() + " and delivered by " + unit)
        .orElse(line.unit());
  }

  private static String sold(CandidateLine line) {
    String unit = line.item().orElseThrow().unit();
    String pack = line.item().orElseThrow().packUnit();
    return pack == null ? unit : unit + " or " + pack;
  }

  private static Finding unknown(CandidateLine line) {
    List<ItemId> ids = line.line().ids();
    String numbers =
        ids.stream()
            .filter(id -> !"other".equals(id.scheme()))
            .map(id -> id.value() + " (" + id.scheme() + "'s number)")
            .collect(Collectors.joining(", "));
    String others =
        ids.stream()
            .filter(id -> "other".equals(id.scheme()))
            .map(id -> id.value() + " (" + id.code() + ")")
            .collect(Collectors.joining(", ", "only ", " is given"));
    String named = ids.isEmpty() ? "no item number is given" : numbers.isEmpty() ? others : numbers;
    String subject = ids.isEmpty() ? Finding.ORDER : ids.get(0).scheme() + ":" + ids.get(0).value();
    return new Finding(
        "unknown-item",
        line.key(),
        subject,
        "Line %s: %s; no single item of ours has it.%s"
            .formatted(line.key(), named, suggestions(line.suggestions())),
        "Map it to one of our items once, and this order and the others that wait for it go on;"
            + " or reject the line.",
        "The item is not known to us.");
  }

  private static String suggestions(List<Suggestion> suggestions) {
    if (suggestions.isEmpty()) {
      return "";
    }
    return suggestions.stream()
        .map(s -> s.sku() + (s.description() == null ? "" : " \"" + s.description() + "\""))
        .collect(Collectors.joining(", ", " It may be: ", "."));
  }

  /** A fault of a line is held or rejected as the agreement says for unknown items. */
  static OrderPolicy eachLine(Function<CandidateLine, Finding> rule) {
    return order -> {
      boolean reject = order.terms().unknownItem() == OnUnknownItem.REJECT_LINE;
      return order.lines().stream()
          .map(rule)
          .filter(Objects::nonNull)
          .<Verdict>map(
              finding -> reject ? new Verdict.RejectLine(finding) : new Verdict.Hold(finding))
          .toList();
    };
  }
}
