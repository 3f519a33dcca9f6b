package io.quayside.order.process;

import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.policy.Pricing;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the list of orders shows and searches. */
record OrderSummary(String shipTo, String amount, String currency, String searchText) {

  static OrderSummary of(PurchaseOrder order, String partnerName, String defaultCurrency) {
    String currency = order.currency() == null ? defaultCurrency : order.currency();
    return new OrderSummary(
        name(order.shipTo()),
        amount(order, currency).toPlainString(),
        currency,
        Stream.of(
                order.poNumber(),
                order.release(),
                partnerName,
                name(order.buyer()),
                name(order.shipTo()),
                name(order.billTo()))
            .filter(Objects::nonNull)
            .map(text -> text.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" ")));
  }

  private static BigDecimal amount(PurchaseOrder order, String currency) {
    return order.lines().stream()
        .filter(line -> line.quantity() != null)
        .map(
            line ->
                Pricing.amount(
                    new BigDecimal(line.quantity()), line.price(), BigDecimal.ONE, currency))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What is still to come of it or has come, at the price in force, else at the customer's. */
  static BigDecimal amount(OrderState order) {
    return order.lines.values().stream()
        .map(line -> amount(order, line))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal amount(OrderState order, LineState line) {
    BigDecimal quantity =
        line.schedules.stream()
            .map(
                s ->
                    s.ledger.ordered().subtract(s.ledger.rejected()).subtract(s.ledger.cancelled()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Pricing.amount(
        quantity,
        line.price == null ? line.source.price() : line.price,
        line.priceFactor,
        order.order().currency());
  }

  private static String name(Party party) {
    return party == null ? null : party.name();
  }
}
