package io.quayside.order.policy;

import io.quayside.order.policy.Candidate.CandidateLine;
import io.quayside.order.policy.Pricing.Priced;
import java.util.Objects;

/** The price is ours, within what was agreed. */
final class PricePolicies {

  private PricePolicies() {}

  /** PO104 by PO105 against our list. PO1*030*10*EA*4.00*PE~ */
  static OrderPolicy priceWithinTolerance() {
    return order ->
        order.lines().stream()
            .filter(line -> !line.priceDecided())
            .map(line -> mismatch(order, line))
            .filter(Objects::nonNull)
            .toList();
  }

  private static Verdict mismatch(Candidate order, CandidateLine line) {
    if (line.item().isEmpty() || line.item().get().stockUnits(line.line().unit()).isEmpty()) {
      return null;
    }
    Priced priced = Pricing.price(order.order(), line.line(), line.item().get(), order.terms());
    if (priced.mismatch() == null || priced.settled()) {
      return null;
    }
    if (!priced.comparable()) {
      return new Verdict.Hold(
          new Finding(
              "price-unit-mismatch",
              line.key(),
              Finding.ORDER,
              "Line %s, %s: %s".formatted(line.key(), line.item().get().sku(), priced.mismatch()),
              "Decide the line with a price for the ordered unit, or reject it.",
              "The price is not for the ordered unit."));
    }
    return new Verdict.Hold(
        new Finding(
            "price-mismatch",
            line.key(),
            Finding.ORDER,
            "Line %s, %s: %s".formatted(line.key(), line.item().get().sku(), priced.mismatch()),
            "Release the order to accept the customer's price, decide the line with another price,"
                + " or reject it.",
            "The price differs from ours."));
  }
}
