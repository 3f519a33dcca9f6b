package io.quayside.fulfilment.accounting;

import static io.quayside.work.Columns.decimal;

import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.canonical.Price;
import io.quayside.order.canonical.Tax;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.PostToAccounting.Billed;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an invoice comes to: lines, less allowances off invoice, plus charges and taxes.
 *
 * @param lines with their amounts
 * @param net lines and what is added to and taken off them
 */
record InvoiceSums(
    List<Billed> lines,
    List<AllowanceOrCharge> allowancesAndCharges,
    List<Tax> taxes,
    BigDecimal goods,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal total) {

  /**
   * The sums of a posting, invoice or credit note: the amounts of allowances, charges and taxes are
   * this posting's share already.
   */
  static InvoiceSums of(PostToAccounting post) {
    String currency = post.currency();
    List<Billed> lines = post.lines().stream().map(line -> line(line, currency)).toList();
    BigDecimal goods =
        lines.stream()
            .map(line -> decimal(line.amount()))
            .reduce(Money.round(BigDecimal.ZERO, currency), BigDecimal::add);
    List<AllowanceOrCharge> extras =
        orEmpty(post.allowancesAndCharges()).stream()
            .filter(AllowanceOrCharge::onInvoice)
            .map(extra -> extra.withAmount(amount(extra.amount(), currency)))
            .filter(extra -> decimal(extra.amount()).signum() != 0)
            .toList();
    BigDecimal net = goods;
    for (AllowanceOrCharge extra : extras) {
      BigDecimal amount = decimal(extra.amount());
      net = extra.takenOff() ? net.subtract(amount) : net.add(amount);
    }
    List<Tax> taxes =
        orEmpty(post.taxes()).stream()
            .map(tax -> tax.withAmount(amount(tax.amount(), currency)))
            .toList();
    BigDecimal tax =
        taxes.stream()
            .map(one -> decimal(one.amount()))
            .reduce(Money.round(BigDecimal.ZERO, currency), BigDecimal::add);
    return new InvoiceSums(lines, extras, taxes, goods, net, tax, net.add(tax));
  }

  /** The amount of a line: as told, where the order worked it out already; else by its price. */
  static BigDecimal amount(Billed line, String currency) {
    if (line.amount() != null) {
      return Money.round(decimal(line.amount()), currency);
    }
    Price price = line.price();
    BigDecimal per = price.per() == null ? BigDecimal.ONE : decimal(price.per());
    return Money.amount(decimal(line.quantity()), per, decimal(price.amount()), currency);
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Billed line(Billed line, String currency) {
    return new Billed(
        line.lineNumber(),
        line.scheduleId(),
        line.sku(),
        line.description(),
        line.quantity(),
        line.unit(),
        line.price(),
        amount(line, currency).toPlainString());
  }

  private static String amount(String told, String currency) {
    BigDecimal amount = told == null ? BigDecimal.ZERO : decimal(told);
    return Money.round(amount, currency).toPlainString();
  }
}
