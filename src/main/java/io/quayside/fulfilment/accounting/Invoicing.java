package io.quayside.fulfilment.accounting;

import io.quayside.fulfilment.accounting.ReceivableRows.Receivable;
import io.quayside.order.Terms;
import io.quayside.order.canonical.PaymentTerm;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.Posted;
import io.quayside.work.Numbers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Raises invoices and credit notes, numbered without gaps. */
@Component
class Invoicing {

  private static final int USUAL_NET_DAYS = 30;

  private final InvoiceRows invoices;
  private final ReceivableRows receivables;
  private final Terms terms;
  private final Numbers numbers;
  private final Clock clock;

  Invoicing(
      InvoiceRows invoices, ReceivableRows receivables, Terms terms, Numbers numbers, Clock clock) {
    this.invoices = invoices;
    this.receivables = receivables;
    this.terms = terms;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** Raises and stores the invoice that a posting asks for, in the current transaction. */
  Posted.Invoice invoice(PostToAccounting post) {
    boolean isCredit = "credit".equals(post.kind());
    Receivable worth =
        receivables.find(post.orderId()).orElse(new Receivable(BigDecimal.ZERO, BigDecimal.ZERO));
    InvoiceSums sums = InvoiceSums.of(post);
    Optional<Terms.Agreed> agreed = terms.with(post.partner());
    ZoneId zone = agreed.map(Terms.Agreed::zone).orElse(clock.getZone());
    LocalDate date = LocalDate.ofInstant(clock.instant(), zone);
    Posted.Invoice invoice =
        new Posted.Invoice(
            number(isCredit, post.test()),
            date.toString(),
            due(post, date, agreed),
            post.currency(),
            sums.lines(),
            sums.allowancesAndCharges(),
            sums.taxes(),
            sums.net().toPlainString(),
            sums.tax().toPlainString(),
            sums.total().toPlainString());
    invoices.add(post, invoice);
    if (!isCredit) {
      receivables.billed(post.orderId(), worth.billed().add(sums.goods()));
    }
    return invoice;
  }

  private String number(boolean isCredit, boolean test) {
    return isCredit
        ? numbers.next("CRN", "credit-note", test)
        : numbers.next("INV", "invoice", test);
  }

  /**
   * The day the order names, but not before the invoice's; else so many days from the invoice: its
   * own, else the agreement's.
   */
  private static String due(PostToAccounting post, LocalDate date, Optional<Terms.Agreed> agreed) {
    List<PaymentTerm> told = post.terms() == null ? List.of() : post.terms();
    Optional<String> named = PaymentTerm.first(told, PaymentTerm::netDueDate);
    if (named.isPresent()) {
      LocalDate day = LocalDate.parse(named.get());
      return (day.isBefore(date) ? date : day).toString();
    }
    Integer days =
        post.netDays() != null
            ? post.netDays()
            : PaymentTerm.first(told, PaymentTerm::netDays)
                .orElseGet(() -> agreed.map(Terms.Agreed::netDays).orElse(USUAL_NET_DAYS));
    return date.plusDays(days).toString();
  }
}
