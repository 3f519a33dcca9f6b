package io.quayside.outbound;

import io.quayside.order.Answers.Billing;
import io.quayside.order.Answers.Shipment;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.Tax;
import io.quayside.outbound.BilledGoods.Billed;
import io.quayside.outbound.BilledGoods.Charge;
import io.quayside.partner.Company;
import io.quayside.partner.TradingPartner;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An invoice as EN 16931 wants it: every line, allowance and charge with its VAT category, and the
 * tax by category and rate. What the whole order allows or charges goes with the category that
 * makes the tax as it was booked, of several with the one that most goods have.
 *
 * @param vats none where the booking knows a tax that fits no category: then only its amount is
 *     said
 */
record VatInvoice(
    BilledGoods billed, List<VatLine> lines, List<VatCharge> charges, List<VatTotal> vats) {

  /**
   * A category of tax: UNCL 5305 {@code S} standard, {@code Z} zero rated, {@code E} exempt, {@code
   * O} outside of the scope of VAT, as the order's line says it or as it was booked.
   *
   * @param category null where neither says it
   * @param percent null for O, and without a category
   */
  record Vat(String category, String percent) {}

  /** {@code price} is for {@code base} units. */
  record VatLine(Billed line, String price, String base, Vat vat) {}

  record VatCharge(Charge charge, Vat vat) {}

  /** {@code tax} = {@code taxable} x percent, rounded half up. */
  record VatTotal(Vat vat, String taxable, String tax) {}

  static VatInvoice of(
      Billing facts, Optional<Shipment> shipment, TradingPartner partner, Company company) {
    BilledGoods billed = BilledGoods.of(facts, shipment, partner, company);
    Map<String, Line> ordered = new LinkedHashMap<>();
    facts
        .head()
        .order()
        .linesByKey()
        .forEach((key, line) -> ordered.putIfAbsent(AnsweredOrder.number(key, line), line));
    Vat booked = booked(billed);
    List<VatLine> lines = new ArrayList<>();
    Map<Vat, BigDecimal> taxable = new LinkedHashMap<>();
    for (Billed line : billed.lines()) {
      Vat vat = told(ordered.get(line.number())).orElse(booked);
      taxable.merge(vat, new BigDecimal(line.amount()), BigDecimal::add);
      lines.add(priced(line, vat));
    }
    List<Vat> candidates =
        taxable.entrySet().stream()
            .sorted(Map.Entry.<Vat, BigDecimal>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    List<Vat> all = candidates.isEmpty() ? List.of(booked) : candidates;
    return all.stream()
        .map(vat -> with(billed, lines, taxable, vat))
        .filter(invoice -> !invoice.vats().isEmpty())
        .findFirst()
        .orElseGet(() -> with(billed, lines, taxable, all.get(0)));
  }

  /** With what the whole order allows or charges in one category. */
  private static VatInvoice with(
      BilledGoods billed, List<VatLine> lines, Map<Vat, BigDecimal> goods, Vat ofCharges) {
    Map<Vat, BigDecimal> taxable = new LinkedHashMap<>(goods);
    List<VatCharge> charges = new ArrayList<>();
    for (Charge one : billed.charges()) {
      BigDecimal amount = new BigDecimal(one.amount());
      boolean off = one.type().equals("allowance") || one.type().equals("promotion");
      taxable.merge(ofCharges, off ? amount.negate() : amount, BigDecimal::add);
      charges.add(new VatCharge(one, ofCharges));
    }
    return new VatInvoice(billed, lines, charges, totals(taxable, billed));
  }

  boolean credit() {
    return billed.kind().equals("credit-note");
  }

  private static List<VatTotal> totals(Map<Vat, BigDecimal> taxable, BilledGoods billed) {
    List<VatTotal> totals = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<Vat, BigDecimal> one : taxable.entrySet()) {
      BigDecimal percent = Text.number(one.getKey().percent());
      BigDecimal tax =
          one.getValue().multiply(percent).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
      sum = sum.add(tax);
      totals.add(new VatTotal(one.getKey(), Text.plain(one.getValue()), Text.plain(tax)));
    }
    return sum.compareTo(new BigDecimal(billed.sums().tax())) == 0 ? totals : List.of();
  }

  /** As the order's line says it: {@code ClassifiedTaxCategory}. */
  private static Optional<Vat> told(Line line) {
    return line == null
        ? Optional.empty()
        : line.taxes().stream()
            .filter(tax -> tax.code() != null && tax.code().matches("[A-Z]{1,2}"))
            .findFirst()
            .map(VatInvoice::vat);
  }

  private static Vat vat(Tax tax) {
    String percent = tax.rate() == null ? "0" : Text.plain(new BigDecimal(tax.rate()));
    return new Vat(tax.code(), tax.code().equals("O") ? null : percent);
  }

  /** One tax booked over everything has its rate; none at all is outside of the scope of VAT. */
  private static Vat booked(BilledGoods billed) {
    if (billed.taxes().size() == 1 && billed.taxes().get(0).percent() != null) {
      String percent = Text.plain(new BigDecimal(billed.taxes().get(0).percent()));
      return new Vat(percent.equals("0") ? "Z" : "S", percent);
    }
    if (billed.taxes().stream().anyMatch(BilledGoods.Rate::exempt)) {
      return new Vat("E", "0");
    }
    boolean taxed = new BigDecimal(billed.sums().tax()).signum() != 0;
    return new Vat(taxed ? null : "O", null);
  }

  /** Where the price is of another unit than the line, it is the amount for the whole quantity. */
  private static VatLine priced(Billed line, Vat vat) {
    AnsweredOrder.Cost price = line.price();
    BigDecimal quantity = new BigDecimal(line.quantity());
    BigDecimal amount = new BigDecimal(line.amount());
    if (price != null && (price.unit() == null || price.unit().equals(line.unit()))) {
      BigDecimal per = price.per() == null ? BigDecimal.ONE : new BigDecimal(price.per());
      BigDecimal again =
          quantity.multiply(new BigDecimal(price.amount())).divide(per, 2, RoundingMode.HALF_UP);
      if (again.compareTo(amount) == 0) {
        return new VatLine(line, price.amount(), price.per(), vat);
      }
    }
    return new VatLine(line, line.amount(), line.quantity(), vat);
  }
}
