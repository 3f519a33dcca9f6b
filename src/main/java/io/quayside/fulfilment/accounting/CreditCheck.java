package io.quayside.fulfilment.accounting;

import io.quayside.order.OrderViews;
import io.quayside.order.Terms;
import io.quayside.order.message.PostToAccounting;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether an order on account stays within the partner's credit limit. */
@Component
class CreditCheck {

  private final Terms terms;
  private final InvoiceRows invoices;
  private final ReceivableRows receivables;
  private final OrderViews orders;

  CreditCheck(Terms terms, InvoiceRows invoices, ReceivableRows receivables, OrderViews orders) {
    this.terms = terms;
    this.invoices = invoices;
    this.receivables = receivables;
    this.orders = orders;
  }

  /** Why the order is to be held; empty when it may go on. */
  Optional<String> refusal(PostToAccounting post, BigDecimal amount) {
    if (!"accounts-receivable".equals(post.tag())) {
      return Optional.empty();
    }
    return terms
        .with(post.partner())
        .map(Terms.Agreed::creditLimit)
        .flatMap(limit -> overLimit(post, amount, limit));
  }

  /** What was cancelled since is not owed. */
  private BigDecimal stillComing(String orderId, BigDecimal agreed) {
    return orders.unbilled(orderId).map(agreed::min).orElse(agreed);
  }

  private Optional<String> overLimit(PostToAccounting post, BigDecimal amount, BigDecimal limit) {
    BigDecimal open =
        invoices
            .unpaid(post.partner(), post.test())
            .add(
                receivables
                    .unbilled(post.partner(), post.test(), post.orderId())
                    .entrySet()
                    .stream()
                    .map(one -> stillComing(one.getKey(), one.getValue()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
    if (open.add(amount).compareTo(limit) <= 0) {
      return Optional.empty();
    }
    String currency = post.currency();
    return Optional.of(
        "Credit limit %s %s: %s open and %s of this order are %s too much"
            .formatted(
                Money.round(limit, currency).toPlainString(),
                currency,
                Money.round(open, currency).toPlainString(),
                Money.round(amount, currency).toPlainString(),
                Money.round(open.add(amount).subtract(limit), currency).toPlainString()));
  }
}
