package io.quayside.outbound;

import io.quayside.order.Answers;
import io.quayside.order.Answers.Billing;
import io.quayside.order.Answers.Shipment;
import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.PaymentTerm;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.canonical.Tax;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.Posted;
import io.quayside.outbound.OrderEcho.Ref;
import io.quayside.partner.Company;
import io.quayside.partner.TradingPartner;
import io.quayside.work.PermanentFailure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an INVOIC says: EDIFACT INVOIC, invoice, as it was booked; amounts without sign.
 *
 * <pre>BGM+380+INV-1001+9' MOA+77:595'</pre>
 *
 * @param kind 1001: 380 invoice, 381 credit note
 * @param originals RFF+IV, the invoices that a credit note is about
 * @param delivery RFF+DQ, the number of our DESADV
 */
record InvoiceMessage(
    String kind,
    String number,
    String date,
    String poNumber,
    String poDate,
    List<Answers.Original> originals,
    String delivery,
    String salesOrder,
    List<Ref> references,
    List<PartyLoop> parties,
    String taxId,
    String currency,
    String netDays,
    String dueDate,
    Discount discount,
    List<Charge> charges,
    List<Billed> lines,
    Sums sums,
    List<Rate> taxes) {

  static final String TYPE = "INVOIC";

  /** 0057 of a message of EANCOM, which has sums of its own: 176 the tax, 86 the total. */
  private static final String EANCOM = ":EAN";

  /** PAT+22++5:3:D:10' PCD+12:2' */
  record Discount(String percent, String days, String date) {}

  /** ALC+C++++FC' MOA+8:10' */
  record Charge(String kind, String code, String percent, String amount) {}

  record Billed(
      String number,
      Message.Item item,
      String quantity,
      String unit,
      String amount,
      Message.Price price,
      List<Ref> references) {}

  /** MOA+79 lines, 125 taxable, 124 tax, 77 total. */
  record Sums(
      String lines, String taxable, String taxCode, String tax, String totalCode, String total) {}

  /** TAX+7+VAT+++:::19+S' MOA+124:95' */
  record Rate(String code, String percent, String category, String amount) {}

  static InvoiceMessage of(
      Billing facts, Optional<Shipment> shipment, TradingPartner partner, Company company) {
    Posted.Invoice invoice = facts.invoice();
    PurchaseOrder order = facts.head().order();
    InvoiceSum sum = InvoiceSum.of(invoice);
    LocalDate date = LocalDate.parse(invoice.date());
    LocalDate due = invoice.dueDate() == null ? null : LocalDate.parse(invoice.dueDate());
    return new InvoiceMessage(
        facts.credit() || sum.credit() ? "381" : "380",
        invoice.number(),
        Text.date(date),
        order.poNumber(),
        Text.date(order.poDate()),
        originals(facts),
        facts.shipmentId(),
        facts.head().salesOrder(),
        OrderEcho.references(partner, TYPE, order.references()),
        parties(order, shipment, company),
        company.taxId(),
        invoice.currency(),
        due == null ? null : String.valueOf(ChronoUnit.DAYS.between(date, due)),
        Text.date(due),
        discount(order),
        InvoiceSum.offInvoice(invoice).stream().map(InvoiceMessage::charge).toList(),
        lines(invoice, order, partner),
        sums(invoice, partner.edifact().version(TYPE).contains(EANCOM)),
        taxes(invoice));
  }

  private static List<Answers.Original> originals(Billing facts) {
    return facts.originals().stream()
        .map(one -> new Answers.Original(one.number(), Text.date(LocalDate.parse(one.date()))))
        .toList();
  }

  private static List<PartyLoop> parties(
      PurchaseOrder order, Optional<Shipment> shipment, Company company) {
    List<PartyLoop> parties =
        new ArrayList<>(
            Message.parties(order, shipment.map(Shipment::shipTo).orElse(null), company));
    if (order.billTo() != null) {
      parties.add(PartyLoop.brief(OrderEcho.code(order.billTo(), "IV"), order.billTo()));
    }
    return parties;
  }

  private static Discount discount(PurchaseOrder order) {
    return order.paymentTerms().stream()
        .map(PaymentTerm::read)
        .filter(term -> Text.number(term.discountPercent()).signum() > 0)
        .filter(term -> term.discountDays() != null || term.discountDate() != null)
        .map(InvoiceMessage::discount)
        .findFirst()
        .orElse(null);
  }

  /** A date told beats days. */
  private static Discount discount(PaymentTerm term) {
    return term.discountDate() == null
        ? new Discount(term.discountPercent(), term.discountDays().toString(), null)
        : new Discount(
            term.discountPercent(), null, Text.date(LocalDate.parse(term.discountDate())));
  }

  private static Charge charge(AllowanceOrCharge one) {
    return new Charge(
        one.takenOff() ? "A" : "C",
        one.code(),
        Text.has(one.percent()) ? one.percent() : null,
        plain(Text.number(one.amount())));
  }

  private static List<Billed> lines(
      Posted.Invoice invoice, PurchaseOrder order, TradingPartner partner) {
    List<Billed> lines = new ArrayList<>();
    for (InvoiceSum.Billed billed : InvoiceSum.lines(invoice)) {
      Line line = order.linesByKey().get(billed.lineNumber());
      if (line == null) {
        throw new PermanentFailure(
            "Invoice %s bills line %s, which PO %s does not have."
                .formatted(invoice.number(), billed.lineNumber(), order.poNumber()));
      }
      lines.add(
          new Billed(
              line.lineNumber() == null ? billed.lineNumber() : line.lineNumber(),
              Message.Item.of(line),
              plain(billed.quantity()),
              billed.unit(),
              plain(billed.amount()),
              Message.Price.of(billed.price()),
              OrderEcho.references(partner, TYPE, line.references())));
    }
    return lines;
  }

  private static Sums sums(Posted.Invoice invoice, boolean eancom) {
    BigDecimal lines =
        invoice.lines().stream()
            .map(PostToAccounting.Billed::amount)
            .map(Text::number)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal tax = Text.number(invoice.tax());
    BigDecimal total = Text.number(invoice.total());
    return new Sums(
        plain(lines),
        plain(total.subtract(tax)),
        eancom ? "176" : "124",
        plain(tax),
        eancom ? "86" : "77",
        plain(total));
  }

  private static List<Rate> taxes(Posted.Invoice invoice) {
    List<Rate> taxes = new ArrayList<>();
    for (Tax tax : InvoiceSum.orEmpty(invoice.taxes())) {
      boolean exempt = Boolean.TRUE.equals(tax.exempt());
      if (exempt || Text.number(tax.amount()).signum() != 0) {
        taxes.add(
            new Rate(
                Text.has(tax.code()) ? tax.code() : "VAT",
                tax.rate(),
                exempt ? "E" : "S",
                plain(Text.number(tax.amount()))));
      }
    }
    return taxes;
  }

  private static String plain(BigDecimal amount) {
    return Text.plain(amount.abs());
  }
}
