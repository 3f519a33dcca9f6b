package io.quayside.fulfilment.accounting;

import static io.quayside.work.Columns.decimal;

import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.canonical.Tax;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.PostToAccounting.Billed;
import io.quayside.order.message.Posted;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a credit note comes to: its lines, and their share of the allowances, charges and taxes that
 * the order was invoiced with, so counted that all of it credited is what was invoiced. 125.00 less
 * 12.50 were invoiced: the return of the half is 62.50 less 6.25.
 */
final class CreditSums {

  private CreditSums() {}

  /**
   * The sums of a credit.
   *
   * @param invoiced the order's invoices
   * @param credited its credit notes so far
   */
  static InvoiceSums of(
      PostToAccounting post, List<Posted.Invoice> invoiced, List<Posted.Invoice> credited) {
    String currency = post.currency();
    List<Billed> lines =
        post.lines().stream().map(line -> InvoiceSums.line(line, currency)).toList();
    BigDecimal goods = Money.round(sum(lines, Billed::amount), currency);
    Share share = new Share(goods(invoiced), goods(credited), goods);
    List<AllowanceOrCharge> extras =
        totals(
                invoiced,
                Posted.Invoice::allowancesAndCharges,
                one -> one.withAmount(null),
                AllowanceOrCharge::amount)
            .entrySet()
            .stream()
            .filter(one -> one.getKey().onInvoice())
            .map(one -> one.getKey().withAmount(part(share, one.getValue(), currency)))
            .filter(one -> decimal(one.amount()).signum() != 0)
            .toList();
    List<Tax> taxes =
        totals(invoiced, Posted.Invoice::taxes, one -> one.withAmount(null), Tax::amount)
            .entrySet()
            .stream()
            .map(one -> one.getKey().withAmount(part(share, one.getValue(), currency)))
            .toList();
    BigDecimal net =
        extras.stream()
            .map(one -> one.takenOff() ? decimal(one.amount()).negate() : decimal(one.amount()))
            .reduce(goods, BigDecimal::add);
    BigDecimal tax = Money.round(sum(taxes, Tax::amount), currency);
    return new InvoiceSums(lines, extras, taxes, goods, net, tax, net.add(tax));
  }

  private static String part(Share share, BigDecimal whole, String currency) {
    return share.of(whole, currency).toPlainString();
  }

  /** What the same allowance, charge or tax came to on all invoices together. */
  private static <T> Map<T, BigDecimal> totals(
      List<Posted.Invoice> invoices,
      Function<Posted.Invoice, List<T>> of,
      Function<T, T> kind,
      Function<T, String> amount) {
    Map<T, BigDecimal> totals = new LinkedHashMap<>();
    for (Posted.Invoice invoice : invoices) {
      for (T one : InvoiceSums.orEmpty(of.apply(invoice))) {
        totals.merge(kind.apply(one), number(amount.apply(one)), BigDecimal::add);
      }
    }
    return totals;
  }

  private static BigDecimal goods(List<Posted.Invoice> invoices) {
    return sum(invoices.stream().flatMap(one -> one.lines().stream()).toList(), Billed::amount);
  }

  private static <T> BigDecimal sum(List<T> list, Function<T, String> amount) {
    return list.stream()
        .map(amount)
        .map(CreditSums::number)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal number(String amount) {
    return amount == null ? BigDecimal.ZERO : decimal(amount);
  }
}
