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
            ? new PaymentTerm(null, null, null, null, null, null)
            : order.paymentTerms().get(0);
    boolean discount =
        Text.number(term.discountPercent()).signum() > 0 && term.discountDays() != null;
    LocalDate date = LocalDate.parse(invoice.date());
    LocalDate due = invoice.dueDate() == null ? null : LocalDate.parse(invoice.dueDate());
    if (due == null && term.netDays() == null && !discount) {
      return null;
    }
    Integer net =
        term.netDays() != null || due == null
            ? term.netDays()
            : Integer.valueOf((int) ChronoUnit.DAYS.between(date, due));
    boolean fromInvoice = term.basis() == null || term.basis().equals("invoice-date");
    String type = term.typeCode() == null ? (discount ? "08" : "01") : term.typeCode();
    return new Terms810(
        type,
        term.basis() == null ? "3" : BASIS.getOrDefault(term.basis(), "3"),
        discount ? term.discountPercent() : null,
        discount && fromInvoice ? Text.date(date.plusDays(term.discountDays())) : null,
        discount ? term.discountDays().toString() : null,
        Text.date(due),
        net == null ? null : net.toString(),
        discount ? Text.implied(sum.discount(Text.number(term.discountPercent()))) : null,
        Text.clean(term.text(), 80));
  }
}
