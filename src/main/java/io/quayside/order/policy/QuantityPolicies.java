package io.quayside.order.policy;

import static io.quayside.order.policy.ItemPolicies.eachLine;

import io.quayside.order.Catalogue;
import io.quayside.order.Quantities;
import io.quayside.order.canonical.Line;
import io.quayside.order.policy.Candidate.CandidateLine;
import io.quayside.work.Columns;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;

/** Rules about how much of a line is ordered. */
final class QuantityPolicies {

  private QuantityPolicies() {}

  /** PO102 is a number above zero. PO1*10*-1*EA~ */
  static OrderPolicy positiveQuantities() {
    return eachLine(
        line ->
            quantity(line.line()).signum() > 0
                ? null
                : new Finding(
                    "quantity-not-positive",
                    line.key(),
                    Finding.ORDER,
                    "Line %s: %s; only a quantity above zero can be ordered."
                        .formatted(line.key(), words(line.line())),
                    "Ask the customer what is meant, and reject the line.",
                    "The quantity must be above zero."));
  }

  /** What was sent and is no number, such as 1,000, stands in the document only. */
  private static String words(Line line) {
    return line.quantity() == null
        ? "no quantity is given that is a plain number (the document shows what was sent)"
        : "the quantity is " + line.quantity();
  }

  /** Half a piece cannot be shipped, nor a number that nobody meant. PO1*10*2.5*EA~ */
  static OrderPolicy possibleQuantities() {
    return eachLine(
        line ->
            Stream.concat(Stream.of(quantity(line.line())), quantities(line.line()))
                .map(quantity -> impossible(line, quantity))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
  }

  private static Finding impossible(CandidateLine line, BigDecimal quantity) {
    String unit =
        line.line().unit() == null
            ? line.item().map(Catalogue.Item::unit).orElse(null)
            : line.line().unit();
    if (!Quantities.fits(quantity)) {
      return new Finding(
          "quantity-too-large",
          line.key(),
          Finding.ORDER,
          "Line %s: %s are ordered; up to %s with 6 decimals can be."
              .formatted(line.key(), Columns.text(quantity), Columns.text(Quantities.MOST)),
          "Ask the customer what is meant, and reject the line.",
          "The quantity is beyond all measure.");
    }
    return Quantities.whole(quantity, unit)
        ? null
        : new Finding(
            "quantity-not-whole",
            line.key(),
            Finding.ORDER,
            "Line %s: %s %s are ordered; %s is counted in whole ones."
                .formatted(line.key(), Columns.text(quantity), unit, unit),
            "Ask the customer what is meant, and reject the line.",
            "The unit is counted in whole ones.");
  }

  /** The deliveries of a line add up to its quantity. SDQ*EA*92*0042*40*0043*60~ */
  static OrderPolicy allocationAddsUp() {
    return order ->
        order.lines().stream()
            .filter(line -> !line.line().schedules().isEmpty() && !addsUp(line.line()))
            .<Verdict>map(
                line ->
                    new Verdict.Hold(
                        new Finding(
                            "allocation-mismatch",
                            line.key(),
                            Finding.ORDER,
                            "Line %s: %s are ordered, but its deliveries add up to %s%s."
                                .formatted(
                                    line.key(),
                                    line.line().quantity(),
                                    Columns.text(scheduled(line.line())),
                                    negative(line.line()) ? ", one below zero left out" : ""),
                            "Ask the customer; release the order to deliver what the deliveries say.",
                            "The deliveries do not add up to the ordered quantity.")))
            .toList();
  }

  static BigDecimal quantity(Line line) {
    return line.quantity() == null ? BigDecimal.ZERO : new BigDecimal(line.quantity());
  }

  private static boolean addsUp(Line line) {
    return !negative(line) && scheduled(line).compareTo(quantity(line)) == 0;
  }

  /** What would be delivered: a delivery below zero takes nothing away from the others. */
  private static BigDecimal scheduled(Line line) {
    return quantities(line)
        .map(q -> q.max(BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean negative(Line line) {
    return quantities(line).anyMatch(q -> q.signum() < 0);
  }

  private static Stream<BigDecimal> quantities(Line line) {
    return line.schedules().stream()
        .map(schedule -> schedule.quantity() == null ? "0" : schedule.quantity())
        .map(BigDecimal::new);
  }
}
