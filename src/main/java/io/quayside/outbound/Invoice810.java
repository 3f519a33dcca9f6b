package io.quayside.outbound;

import io.quayside.order.Answers.Billing;
import io.quayside.order.Answers.Shipment;
import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.canonical.Reference;
import io.quayside.order.canonical.Tax;
import io.quayside.order.message.Posted;
import io.quayside.outbound.OrderEcho.Pair;
import io.quayside.outbound.OrderEcho.Ref;
import io.quayside.partner.Company;
import io.quayside.partner.TradingPartner;
import io.quayside.work.PermanentFailure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an 810 says: X12 810, invoice, as it was booked.
 *
 * <pre>BIG*20261124*INV-1001*20261120*4500000042~…TDS*75000~</pre>
 *
 * @param kind BIG07: CR for a credit, else null
 */
record Invoice810(
    String date,
    String number,
    String poDate,
    String poNumber,
    String release,
    String kind,
    String currency,
    List<Ref> references,
    List<PartyLoop> parties,
    Terms810 terms,
    String shipped,
    List<It1> lines,
    Totals totals,
    List<Txi> taxes,
    List<Sac> charges) {

  static final String TYPE = "810";
  private static final int REFERENCES = 12;

  /** One invoiced line. IT1*10*60*EA*12.50**BP*A1~ */
  record It1(
      String number,
      String quantity,
      String unit,
      String price,
      String basis,
      List<Pair> ids,
      List<Ref> references) {}

  /** Amounts with two implied decimals; the last three only where the terms have a discount. */
  record Totals(String total, String discountable, String discounted, String discount) {}

  /** A tax, with its decimal point. TXI*ST*12.50*8.25~ */
  record Txi(String code, String amount, String rate) {}

  /** An allowance or charge in the invoice. SAC*A*F340***1000*******02~ */
  record Sac(
      String kind,
      String code,
      String amount,
      String percentBasis,
      String percent,
      String handling,
      String description) {}

  static Invoice810 of(
      Billing facts, Optional<Shipment> shipment, TradingPartner partner, Company company) {
    Posted.Invoice invoice = facts.invoice();
    PurchaseOrder order = facts.head().order();
    InvoiceSum sum = InvoiceSum.of(invoice);
    boolean credit = facts.credit() || sum.credit();
    Terms810 terms = credit ? null : Terms810.of(order, invoice, sum);
    return new Invoice810(
        Text.date(invoice.date()),
        Text.clean(invoice.number(), 22),
        Text.date(order.poDate()),
        order.poNumber(),
        order.release(),
        credit ? "CR" : null,
        invoice.currency(),
        references(facts, shipment, partner),
        parties(order, shipment, company),
        terms,
        facts.shippedAt() == null
            ? null
            : Text.date(facts.shippedAt().atZone(partner.zone()).toLocalDate()),
        lines(invoice, order, partner),
        terms == null ? sum.totals(null) : sum.totals(terms.percent()),
        taxes(invoice),
        charges(invoice));
  }

  private static List<Ref> references(
      Billing facts, Optional<Shipment> shipment, TradingPartner partner) {
    Set<Ref> references = new LinkedHashSet<>();
    references.addAll(
        OrderEcho.present(
            Ref.of("VN", facts.head().salesOrder()),
            Ref.of("BM", shipment.map(one -> one.packed().billOfLading()).orElse(null)),
            Ref.of("SI", facts.shipmentId()),
            Ref.of("CN", facts.tracking())));
    facts.originals().forEach(one -> references.add(Ref.of("OI", one.number())));
    List<Reference> sent = facts.head().order().references();
    references.addAll(OrderEcho.references(partner, TYPE, sent));
    return references.stream().limit(REFERENCES).toList();
  }

  private static List<PartyLoop> parties(
      PurchaseOrder order, Optional<Shipment> shipment, Company company) {
    Party seller = OrderEcho.party(order, order.seller(), "SE", "SU", "VN");
    Party shipTo =
        shipment.map(Shipment::shipTo).orElse(OrderEcho.party(order, order.shipTo(), "ST"));
    return OrderEcho.present(
        PartyLoop.ours("RE", company),
        PartyLoop.brief(OrderEcho.code(seller, "SE"), seller),
        PartyLoop.brief("BY", OrderEcho.party(order, order.buyer(), "BY")),
        PartyLoop.full("ST", shipTo),
        PartyLoop.full("BT", OrderEcho.party(order, order.billTo(), "BT")));
  }

  private static List<It1> lines(
      Posted.Invoice invoice, PurchaseOrder order, TradingPartner partner) {
    List<It1> lines = new ArrayList<>();
    for (InvoiceSum.Billed billed : InvoiceSum.lines(invoice)) {
      Line line = order.linesByKey().get(billed.lineNumber());
      if (line == null) {
        throw new PermanentFailure(
            "Invoice %s bills line %s, which PO %s does not have."
                .formatted(invoice.number(), billed.lineNumber(), order.poNumber()));
      }
      lines.add(
          new It1(
              line.lineNumber() == null ? billed.lineNumber() : line.lineNumber(),
              Text.plain(billed.quantity().abs()),
              billed.unit(),
              billed.price().amount(),
              billed.price().code(),
              OrderEcho.pairs(line),
              OrderEcho.references(partner, TYPE, line.references())));
    }
    return lines;
  }

  private static List<Txi> taxes(Posted.Invoice invoice) {
    List<Txi> taxes = new ArrayList<>();
    for (Tax tax : InvoiceSum.orEmpty(invoice.taxes())) {
      if (Text.number(tax.amount()).signum() != 0) {
        String amount = Text.plain(Text.number(tax.amount()).abs());
        taxes.add(new Txi(Text.has(tax.code()) ? tax.code() : "TX", amount, tax.rate()));
      }
    }
    BigDecimal tax = Text.number(invoice.tax()).abs();
    return taxes.isEmpty() && tax.signum() != 0
        ? List.of(new Txi("TX", Text.plain(tax), null))
        : taxes;
  }

  private static List<Sac> charges(Posted.Invoice invoice) {
    List<Sac> charges = new ArrayList<>();
    for (AllowanceOrCharge one : InvoiceSum.offInvoice(invoice)) {
      boolean percent = Text.has(one.percent());
      boolean allowance = one.takenOff();
      String handling = allowance ? "02" : "06";
      charges.add(
          new Sac(
              allowance ? "A" : "C",
              one.code(),
              Text.implied(Text.number(one.amount()).abs()),
              percent ? "3" : null,
              percent ? one.percent() : null,
              one.handlingCode() == null ? handling : one.handlingCode(),
              Text.clean(one.description(), 80)));
    }
    return charges;
  }
}
