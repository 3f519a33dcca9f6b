package io.quayside.outbound;

import io.quayside.order.canonical.PaymentTerm;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.message.Posted;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Payment terms: the order's first ones, else net until the due date.
 * ITD*08*3*2*20261204*10*20261224*30*1500~
 *
 * @param type ITD01: 01 basic, 08 basic discount offered
 * @param basis ITD02: what the days count from, 3 the invoice date
 * @param discount ITD08, two implied decimals
 */
record Terms810(
    String type,
    String basis,
    String percent,
    String discountDate,
    String discountDays,
    String dueDate,
    String netDays,
    String discount,
    String description) {

  private static final Map<String, String> BASIS =
      Map.of("ship-date", "1", "delivery-date", "2", "invoice-date", "3", "receipt-of-goods", "15");

  static Terms810 of(PurchaseOrder order, Posted.Invoice invoice, InvoiceSum sum) {
    PaymentTerm term =
        order.paymentTerms().isEmpty()
            ? new PaymentTerm(null, null, null, null, null, null, null, null)
            : order.paymentTerms().get(0).read();
    LocalDate date = LocalDate.parse(invoice.date());
    String discountDate = discountDate(term, date);
    boolean discount =
        Text.number(term.discountPercent()).signum() > 0
            && (term.discountDays() != null || discountDate != null);
    LocalDate due = invoice.dueDate() == null ? null : LocalDate.parse(invoice.dueDate());
    if (due == null && term.netDays() == null && !discount) {
      return null;
    }
    String type = term.typeCode() == null ? (discount ? "08" : "01") : term.typeCode();
    return new Terms810(
        type,
        term.basis() == null ? "3" : BASIS.getOrDefault(term.basis(), "3"),
        discount ? term.discountPercent() : null,
        discount ? discountDate : null,
        discount && term.discountDays() != null ? term.discountDays().toString() : null,
        Text.date(due),
        netDays(term, date, due),
        discount ? Text.implied(sum.discount(Text.number(term.discountPercent()))) : null,
        Text.clean(term.text(), 80));
  }

  /** The day the order names, else counted where the days begin with the invoice. */
  private static String discountDate(PaymentTerm term, LocalDate date) {
    if (term.discountDate() != null) {
      return Text.date(LocalDate.parse(term.discountDate()));
    }
    boolean fromInvoice = term.basis() == null || term.basis().equals("invoice-date");
    return fromInvoice && term.discountDays() != null
        ? Text.date(date.plusDays(term.discountDays()))
        : null;
  }

  private static String netDays(PaymentTerm term, LocalDate date, LocalDate due) {
    if (term.netDays() != null || due == null) {
      return term.netDays() == null ? null : term.netDays().toString();
    }
    long days = ChronoUnit.DAYS.between(date, due);
    return days < 0 ? null : String.valueOf(days);
  }
}
