package io.quayside.order.process;

import io.quayside.order.Terms.Agreed;
import io.quayside.order.canonical.PaymentTerm;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.PostToAccounting.Billed;
import io.quayside.order.policy.Pricing;
import io.quayside.work.Columns;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes what accounting is to book: lines, allowances and charges, and the sum. */
@Component
class Bills {

  static final String QUEUE = "accounting.post";
  private static final String SALES_ORDER = "sales-order";
  private static final String CREDIT = "credit";

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

  /**
   * What is beside the goods goes with them: in shares of what is billed, and of what is credited.
   */
  void post(OrderState order, String kind, String shipmentId, List<Billed> lines) {
    Agreed terms = agreements.of(order);
    Kept before = SALES_ORDER.equals(kind) ? Kept.NOTHING : kept(order);
    boolean credit = CREDIT.equals(kind);
    BillShare share =
        BillShare.of(
            new Surcharges(order, currency(order)),
            credit ? before.minus(lines) : before,
            credit ? before : before.plus(lines));
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
                share.extras(),
                share.taxes(),
                sum(lines).add(share.extrasSum()).toPlainString()));
  }

  private Kept kept(OrderState order) {
    Kept kept = Kept.NOTHING;
    for (Requests.Sent sent : requests.of(order, QUEUE)) {
      List<Billed> lines = json.read(sent.body(), PostToAccounting.class).lines();
      if (CREDIT.equals(sent.kind())) {
        kept = kept.minus(lines);
      } else if (!SALES_ORDER.equals(sent.kind())) {
        kept = kept.plus(lines);
      }
    }
    return kept;
  }

  private String currency(OrderState order) {
    return Agreements.currency(order.order(), agreements.of(order));
  }

  /** None where the order names the day itself. */
  private static Integer netDays(OrderState order, Agreed terms) {
    List<PaymentTerm> told = order.order().paymentTerms();
    return PaymentTerm.first(told, PaymentTerm::netDueDate).isPresent()
        ? null
        : PaymentTerm.first(told, PaymentTerm::netDays).orElse(terms.netDays());
  }

  private static BigDecimal sum(List<Billed> lines) {
    return lines.stream()
        .map(line -> new BigDecimal(line.amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
