package io.quayside.outbound;

import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.canonical.Price;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.Posted;
import io.quayside.work.PermanentFailure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The sum of an invoice, added up again: lines + charges - off-invoice allowances + tax must be
 * what was booked, to the cent.
 */
final class InvoiceSum {
  private final BigDecimal total;
  private final BigDecimal tax;

  private InvoiceSum(BigDecimal total, BigDecimal tax) {
    this.total = total;
    this.tax = tax;
  }

  /** One IT1: the deliveries of a line at one price together, where that rounds to the same sum. */
  record Billed(
      String lineNumber, BigDecimal quantity, String unit, Price price, BigDecimal amount) {}

  /**
   * @throws PermanentFailure when the parts do not add up to the booked total
   */
  static InvoiceSum of(Posted.Invoice invoice) {
    BigDecimal sum = Text.number(invoice.tax());
    for (PostToAccounting.Billed line : invoice.lines()) {
      sum = sum.add(Text.number(line.amount()));
    }
    for (AllowanceOrCharge one : offInvoice(invoice)) {
      BigDecimal amount = Text.number(one.amount());
      sum = one.takenOff() ? sum.subtract(amount) : sum.add(amount);
    }
    BigDecimal total = Text.number(invoice.total());
    if (sum.compareTo(total) != 0) {
      throw new PermanentFailure(
          "Invoice %s: its lines, charges, allowances and tax make %s, but its total is %s. Correct it in accounting."
              .formatted(invoice.number(), Text.plain(sum), Text.plain(total)));
    }
    return new InvoiceSum(total, Text.number(invoice.tax()));
  }

  boolean credit() {
    return total.signum() < 0;
  }

  /** What a discount is taken from: all but the tax. */
  BigDecimal discountable() {
    return total.subtract(tax).abs();
  }

  /** The discount of a percentage, rounded half up to the cent. */
  BigDecimal discount(BigDecimal percent) {
    return discountable().multiply(percent).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
  }

  /** TDS01, and TDS02 to TDS04 when there is a discount. */
  Invoice810.Totals totals(String percent) {
    String all = Text.implied(total.abs());
    if (Text.number(percent).signum() == 0) {
      return new Invoice810.Totals(all, null, null, null);
    }
    BigDecimal discount = discount(Text.number(percent));
    return new Invoice810.Totals(
        all,
        Text.implied(discountable()),
        Text.implied(total.abs().subtract(discount)),
        Text.implied(discount));
  }

  static List<Billed> lines(Posted.Invoice invoice) {
    List<Billed> lines = new ArrayList<>();
    for (PostToAccounting.Billed one : invoice.lines()) {
      Billed next =
          new Billed(
              one.lineNumber(),
              Text.number(one.quantity()),
              one.unit(),
              one.price(),
              Text.number(one.amount()));
      Billed last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
      Billed both = last == null ? null : joined(last, next);
      if (both == null) {
        lines.add(next);
      } else {
        lines.set(lines.size() - 1, both);
      }
    }
    return lines;
  }

  /** What is part of the sum; bill-back is settled outside of the invoice. */
  static List<AllowanceOrCharge> offInvoice(Posted.Invoice invoice) {
    return orEmpty(invoice.allowancesAndCharges()).stream()
        .filter(AllowanceOrCharge::onInvoice)
        .filter(one -> Text.number(one.amount()).signum() != 0)
        .toList();
  }

  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Billed joined(Billed one, Billed other) {
    if (!one.lineNumber().equals(other.lineNumber()) || !one.price().equals(other.price())) {
      return null;
    }
    BigDecimal quantity = one.quantity().add(other.quantity());
    BigDecimal amount = one.amount().add(other.amount());
    BigDecimal per = Text.has(one.price().per()) ? Text.number(one.price().per()) : BigDecimal.ONE;
    BigDecimal again =
        quantity
            .multiply(Text.number(one.price().amount()))
            .divide(per, amount.scale(), RoundingMode.HALF_UP);
    return again.compareTo(amount) == 0
        ? new Billed(one.lineNumber(), quantity, one.unit(), one.price(), amount)
        : null;
  }
}
