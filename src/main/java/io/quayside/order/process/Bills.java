package io.quayside.order.process;

import io.quayside.order.Terms.Agreed;
import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.canonical.PaymentTerm;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.PostToAccounting.Billed;
import io.quayside.order.policy.Pricing;
import io.quayside.work.Columns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes what accounting is to book: lines, allowances and charges, and the sum. */
@Component
class Bills {

  static final String QUEUE = "accounting.post";
  private static final List<String> BILLING = List.of("shipment", "order");

  private final Requests requests;
  private final Agreements agreements;
  private final Json json;

  Bills(Requests requests, Agreements agreements, Json json) {
    this.requests = requests;
    this.agreements = agreements;
    this.json = json;
  }

  /** Quantity / per x price, rounded once. */
  Billed line(OrderState order, LineState line, ScheduleState schedule, BigDecimal quantity) {
    String currency = currency(order);
    return new Billed(
        line.key,
        schedule.id(),
        line.sku,
        line.description,
        Columns.text(quantity),
        line.unit(),
        line.price,
        Pricing.amount(quantity, line.price, line.priceFactor, currency).toPlainString());
  }

  void post(OrderState order, String kind, String shipmentId, List<Billed> lines) {
    Agreed terms = agreements.of(order);
    List<AllowanceOrCharge> extras = "credit".equals(kind) ? List.of() : extras(order, kind, lines);
    requests.send(
        order,
        QUEUE,
        kind,
        id ->
            new PostToAccounting(
                id,
                kind,
                order.id(),
                order.order().poNumber(),
                order.order().poDate(),
                order.salesOrder,
                shipmentId,
                order.head.partnerId(),
                order.head.customerId(),
                order.head.company(),
                order.testArea(),
                order.tag,
                currency(order),
                order.order().paymentTerms(),
                netDays(order, terms),
                lines,
                extras,
                order.order().taxes(),
                sum(lines).add(sumOf(extras)).toPlainString()));
  }

  /** An amount for the whole order is billed in shares, so that the last invoice makes it exact. */
  private List<AllowanceOrCharge> extras(OrderState order, String kind, List<Billed> lines) {
    BigDecimal whole =
        order.lines.values().stream()
            .flatMap(
                line ->
                    line.schedules.stream().map(s -> line(order, line, s, s.ledger.firstOrdered())))
            .map(Billed::amount)
            .map(BigDecimal::new)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal before = BILLING.contains(kind) ? billedBefore(order) : BigDecimal.ZERO;
    BigDecimal after = before.add(sum(lines));
    List<AllowanceOrCharge> shares = new ArrayList<>();
    for (AllowanceOrCharge extra : order.order().allowancesAndCharges()) {
      if (extra.onInvoice()) {
        shares.add(share(extra, before, after, whole, Pricing.decimals(currency(order))));
      }
    }
    return shares.stream().filter(Objects::nonNull).toList();
  }

  private static AllowanceOrCharge share(
      AllowanceOrCharge extra, BigDecimal before, BigDecimal after, BigDecimal whole, int scale) {
    if (extra.amount() == null || whole.signum() == 0) {
      return extra;
    }
    BigDecimal amount = new BigDecimal(extra.amount());
    BigDecimal share =
        part(amount, after, whole, scale).subtract(part(amount, before, whole, scale));
    if (share.signum() == 0 && amount.signum() != 0) {
      return null;
    }
    return extra.withAmount(share.toPlainString());
  }

  private static BigDecimal part(BigDecimal amount, BigDecimal of, BigDecimal whole, int scale) {
    return amount.multiply(of.min(whole)).divide(whole, scale, RoundingMode.HALF_UP);
  }

  private BigDecimal billedBefore(OrderState order) {
    return requests.of(order, QUEUE).stream()
        .filter(sent -> BILLING.contains(sent.kind()))
        .map(sent -> sum(json.read(sent.body(), PostToAccounting.class).lines()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private String currency(OrderState order) {
    return Agreements.currency(order.order(), agreements.of(order));
  }

  private static Integer netDays(OrderState order, Agreed terms) {
    return order.order().paymentTerms().stream()
        .map(PaymentTerm::netDays)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(terms.netDays());
  }

  private static BigDecimal sum(List<Billed> lines) {
    return lines.stream()
        .map(line -> new BigDecimal(line.amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal sumOf(List<AllowanceOrCharge> extras) {
    return extras.stream()
        .filter(extra -> extra.amount() != null)
        .map(
            extra ->
                extra.takenOff()
                    ? new BigDecimal(extra.amount()).negate()
                    : new BigDecimal(extra.amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
