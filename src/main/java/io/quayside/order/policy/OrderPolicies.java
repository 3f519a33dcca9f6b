package io.quayside.order.policy;

import static io.quayside.order.policy.DatePolicies.notPast;
import static io.quayside.order.policy.DatePolicies.windowOpens;
import static io.quayside.order.policy.ItemPolicies.knownItems;
import static io.quayside.order.policy.ItemPolicies.knownUnits;
import static io.quayside.order.policy.ItemPolicies.uniqueLineNumbers;
import static io.quayside.order.policy.PricePolicies.priceWithinTolerance;
import static io.quayside.order.policy.QuantityPolicies.allocationAddsUp;
import static io.quayside.order.policy.QuantityPolicies.positiveQuantities;
import static io.quayside.order.policy.QuantityPolicies.possibleQuantities;
import static io.quayside.order.policy.ShipToPolicies.knownShipTo;

import java.util.List;
import java.util.Set;

/**
 * The rules that every order has to pass before stock is asked for. Purpose, type and identity are
 * judged before (when the order is placed), credit after (by accounting).
 */
public final class OrderPolicies {

  /** Reasons that a person may waive; the others have to be mended. */
  public static final Set<String> WAIVABLE =
      Set.of(
          "price-mismatch",
          "past-dates",
          "contradictory-dates",
          "credit-hold",
          "duplicate-line",
          "allocation-mismatch",
          "change-to-order");

  private static final List<OrderPolicy> POLICIES =
      List.of(
          positiveQuantities(),
          possibleQuantities(),
          uniqueLineNumbers(),
          knownItems(),
          knownUnits(),
          allocationAddsUp(),
          priceWithinTolerance(),
          knownShipTo(),
          notPast(),
          windowOpens());

  private OrderPolicies() {}

  /** All that is wrong, not only the first. */
  public static List<Verdict> review(Candidate order) {
    return POLICIES.stream().flatMap(policy -> policy.check(order).stream()).toList();
  }
}
