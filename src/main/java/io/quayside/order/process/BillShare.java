package io.quayside.order.process;

import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.canonical.Tax;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The allowances, charges and taxes of one invoice or credit note: what the order asks for beside
 * the goods kept after it, less what it asked for beside those kept before. So all of them together
 * make what the order says, to the cent.
 *
 * @param extras with their amounts; those of a line name it in the description
 * @param taxes with their amounts
 */
record BillShare(List<AllowanceOrCharge> extras, List<Tax> taxes) {

  /** Of an invoice {@code less} is what was kept before it, of a credit note what is left. */
  static BillShare of(Surcharges surcharges, Kept less, Kept more) {
    Surcharges.Due from = surcharges.of(less);
    Surcharges.Due to = surcharges.of(more);
    List<AllowanceOrCharge> extras = new ArrayList<>();
    for (int i = 0; i < to.extras().size(); i++) {
      AllowanceOrCharge extra = to.extras().get(i);
      BigDecimal share = number(extra.amount()).subtract(number(from.extras().get(i).amount()));
      if (share.signum() != 0) {
        extras.add(extra.withAmount(share.toPlainString()));
      }
    }
    return new BillShare(extras, taxes(from.taxes(), to.taxes()));
  }

  /** One for each code and rate; an exemption stays though it comes to nothing. */
  private static List<Tax> taxes(List<Tax> from, List<Tax> to) {
    Map<Tax, BigDecimal> sums = new LinkedHashMap<>();
    to.forEach(tax -> sums.merge(tax.withAmount(null), number(tax.amount()), BigDecimal::add));
    from.forEach(
        tax -> sums.merge(tax.withAmount(null), number(tax.amount()).negate(), BigDecimal::add));
    return sums.entrySet().stream()
        .filter(one -> Boolean.TRUE.equals(one.getKey().exempt()) || one.getValue().signum() != 0)
        .map(one -> one.getKey().withAmount(one.getValue().toPlainString()))
        .toList();
  }

  /** The extras together, allowances below zero. */
  BigDecimal extrasSum() {
    return Surcharges.sum(extras);
  }

  private static BigDecimal number(String amount) {
    return new BigDecimal(amount);
  }
}
