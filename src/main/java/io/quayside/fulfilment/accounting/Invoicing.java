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
import java.util.Objects;
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
            date.plusDays(netDays(post, agreed)).toString(),
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

  /** What the order says, else its payment terms, else the agreement. */
  private static int netDays(PostToAccounting post, Optional<Terms.Agreed> agreed) {
    if (post.netDays() != null) {
      return post.netDays();
    }
    List<PaymentTerm> told = post.terms() == null ? List.of() : post.terms();
    return told.stream()
        .map(PaymentTerm::netDays)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> agreed.map(Terms.Agreed::netDays).orElse(USUAL_NET_DAYS));
  }
}
