package io.quayside.outbound;

import io.quayside.order.Answers.Billing;
import io.quayside.order.Answers.Original;
import io.quayside.order.Answers.Shipment;
import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.canonical.Tax;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.Posted;
import io.quayside.outbound.AnsweredOrder.Cost;
import io.quayside.outbound.AnsweredOrder.Day;
import io.quayside.outbound.AnsweredOrder.Item;
import io.quayside.partner.Company;
import io.quayside.partner.TradingPartner;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An invoice or credit note as it was booked, for JSON or cXML; amounts without sign.
 *
 * @param kind {@code invoice} or {@code credit-note}
 * @param originals the invoices that a credit note is about
 */
record BilledGoods(
    String kind,
    String number,
    Day date,
    String dueDate,
    String netDays,
    String currency,
    String shipmentId,
    String shippedOn,
    List<Original> originals,
    AnsweredOrder order,
    List<Billed> lines,
    List<Charge> charges,
    List<Rate> taxes,
    Sums sums) {

  /** One invoiced line. */
  record Billed(
      String number,
      Item item,
      String quantity,
      String unit,
      Cost price,
      String amount,
      String taxRate) {}

  /** {@code type} is {@code allowance} or {@code charge}. */
  record Charge(String type, String code, String percent, String amount, String description) {}

  /**
   * A tax.
   *
   * @param taxable what it is taken from; null where the booking does not say
   */
  record Rate(String code, String percent, boolean exempt, String taxable, String amount) {}

  /** {@code net} = lines + charges - allowances, {@code total} = net + tax. */
  record Sums(
      String lines, String charges, String allowances, String net, String tax, String total) {}

  static BilledGoods of(
      Billing facts, Optional<Shipment> shipment, TradingPartner partner, Company company) {
    Posted.Invoice invoice = facts.invoice();
    PurchaseOrder order = facts.head().order();
    InvoiceSum sum = InvoiceSum.of(invoice);
    LocalDate date = LocalDate.parse(invoice.date());
    LocalDate due = invoice.dueDate() == null ? null : LocalDate.parse(invoice.dueDate());
    List<Charge> charges =
        InvoiceSum.offInvoice(invoice).stream().map(BilledGoods::charge).toList();
    return new BilledGoods(
        facts.credit() || sum.credit() ? "credit-note" : "invoice",
        invoice.number(),
        Day.of(date, partner.zone()),
        invoice.dueDate(),
        due == null ? null : String.valueOf(ChronoUnit.DAYS.between(date, due)),
        invoice.currency(),
        facts.shipmentId(),
        facts.shippedAt() == null
            ? null
            : facts.shippedAt().atZone(partner.zone()).toLocalDate().toString(),
        facts.originals(),
        AnsweredOrder.of(facts.head(), shipment.map(Shipment::shipTo).orElse(null), company),
        lines(invoice, order),
        charges,
        taxes(invoice),
        sums(invoice, charges));
  }

  private static List<Billed> lines(Posted.Invoice invoice, PurchaseOrder order) {
    Map<String, String> skus = new HashMap<>();
    invoice.lines().forEach(line -> skus.put(line.lineNumber(), line.sku()));
    List<Billed> lines = new ArrayList<>();
    for (InvoiceSum.Billed billed : InvoiceSum.lines(invoice)) {
      Line line = order.linesByKey().get(billed.lineNumber());
      if (line == null) {
        throw new IllegalStateException(
            "Invoice %s bills line %s, which PO %s does not have."
                .formatted(invoice.number(), billed.lineNumber(), order.poNumber()));
      }
      lines.add(
          new Billed(
              AnsweredOrder.number(billed.lineNumber(), line),
              Item.of(line, skus.get(billed.lineNumber())),
              plain(billed.quantity()),
              billed.unit(),
              Cost.of(billed.price()),
              plain(billed.amount()),
              line.taxes().stream().map(Tax::rate).findFirst().orElse(null)));
    }
    return lines;
  }

  private static Charge charge(AllowanceOrCharge one) {
    return new Charge(
        one.type(),
        one.code(),
        Text.has(one.percent()) ? one.percent() : null,
        plain(Text.number(one.amount())),
        one.description());
  }

  /** One tax is taken from all; of several, only the booking knows from what. */
  private static List<Rate> taxes(Posted.Invoice invoice) {
    List<Tax> booked =
        InvoiceSum.orEmpty(invoice.taxes()).stream()
            .filter(tax -> exempt(tax) || Text.number(tax.amount()).signum() != 0)
            .toList();
    BigDecimal net = Text.number(invoice.total()).subtract(Text.number(invoice.tax()));
    String taxable = booked.size() == 1 ? plain(net) : null;
    List<Rate> taxes = new ArrayList<>();
    for (Tax tax : booked) {
      taxes.add(
          new Rate(tax.code(), tax.rate(), exempt(tax), taxable, plain(Text.number(tax.amount()))));
    }
    BigDecimal tax = Text.number(invoice.tax());
    return taxes.isEmpty() && tax.signum() != 0
        ? List.of(new Rate(null, null, false, plain(net), plain(tax)))
        : taxes;
  }

  private static boolean exempt(Tax tax) {
    return Boolean.TRUE.equals(tax.exempt());
  }

  private static Sums sums(Posted.Invoice invoice, List<Charge> charges) {
    BigDecimal lines =
        invoice.lines().stream()
            .map(PostToAccounting.Billed::amount)
            .map(Text::number)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal tax = Text.number(invoice.tax());
    BigDecimal total = Text.number(invoice.total());
    return new Sums(
        plain(lines),
        sum(charges, "charge"),
        sum(charges, "allowance"),
        plain(total.subtract(tax)),
        plain(tax),
        plain(total));
  }

  private static String sum(List<Charge> charges, String type) {
    return plain(
        charges.stream()
            .filter(one -> one.type().equals(type))
            .map(one -> new BigDecimal(one.amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static String plain(BigDecimal amount) {
    return Text.plain(amount.abs());
  }
}
