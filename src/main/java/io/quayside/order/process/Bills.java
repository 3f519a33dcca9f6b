package io.quayside.order.process;

import io.quayside.order.Terms.Agreed;
import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.canonical.PaymentTerm;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.PostToAccounting.Billed;
import io.quayside.order.policy.Pricing;
import io.quayside.work.Columns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
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

  /** What the order says of itself and of each line, in shares of what is billed. */
  private List<AllowanceOrCharge> extras(OrderState order, String kind, List<Billed> lines) {
    List<Billed> before = BILLING.contains(kind) ? billedBefore(order) : List.of();
    int scale = Pricing.decimals(currency(order));
    BillShare whole = new BillShare(worth(order, order.lines.values()), before, lines, scale);
    List<AllowanceOrCharge> shares =
        new ArrayList<>(whole.of(order.order().allowancesAndCharges()));
    for (LineState line : order.lines.values()) {
      BillShare part =
          new BillShare(worth(order, List.of(line)), only(line, before), only(line, lines), scale);
      shares.addAll(part.ofLine(line.key, line.source.allowancesAndCharges()));
    }
    return shares;
  }

  /** What the lines come to as they were ordered. */
  private BigDecimal worth(OrderState order, Collection<LineState> lines) {
    return sum(
        lines.stream()
            .flatMap(
                line ->
                    line.schedules.stream().map(s -> line(order, line, s, s.ledger.firstOrdered())))
            .toList());
  }

  private static List<Billed> only(LineState line, List<Billed> billed) {
    return billed.stream().filter(one -> line.key.equals(one.lineNumber())).toList();
  }

  private List<Billed> billedBefore(OrderState order) {
    return requests.of(order, QUEUE).stream()
        .filter(sent -> BILLING.contains(sent.kind()))
        .flatMap(sent -> json.read(sent.body(), PostToAccounting.class).lines().stream())
        .toList();
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

  static BigDecimal sum(List<Billed> lines) {
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
