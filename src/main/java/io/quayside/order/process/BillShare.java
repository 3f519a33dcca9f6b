package io.quayside.order.process;

import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.message.PostToAccounting.Billed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/**
 * The share of an order's or a line's allowances and charges that one invoice takes: in proportion
 * to the goods, so that the last invoice makes the sum exact.
 *
 * @param whole what the goods come to as ordered
 * @param before what was billed of them on earlier invoices
 * @param now what this invoice bills of them
 * @param scale decimals of the currency
 */
record BillShare(BigDecimal whole, List<Billed> before, List<Billed> now, int scale) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Those of the order. A percentage or a rate stays as it is: accounting works it out. */
  List<AllowanceOrCharge> of(List<AllowanceOrCharge> extras) {
    return extras.stream()
        .filter(AllowanceOrCharge::onInvoice)
        .map(extra -> extra.amount() == null ? extra : share(extra, new BigDecimal(extra.amount())))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Those of a line, as amounts, since an invoice's percentages count for all its goods. The
   * description names the line. PO1*10*10*EA*10**VN*W~ SAC*A*C310***1000*******02~
   */
  List<AllowanceOrCharge> ofLine(String lineNumber, List<AllowanceOrCharge> extras) {
    if (now.isEmpty()) {
      return List.of();
    }
    return extras.stream()
        .filter(AllowanceOrCharge::onInvoice)
        .filter(extra -> amount(extra) != null)
        .map(extra -> share(extra, amount(extra)))
        .filter(Objects::nonNull)
        .map(extra -> extra.withDescription(named(lineNumber, extra.description())))
        .toList();
  }

  private BigDecimal amount(AllowanceOrCharge extra) {
    if (extra.amount() != null) {
      return new BigDecimal(extra.amount());
    }
    if (extra.percent() != null) {
      return whole.multiply(new BigDecimal(extra.percent())).divide(HUNDRED);
    }
    boolean rated = extra.rate() != null && extra.quantity() != null;
    return rated ? new BigDecimal(extra.rate()).multiply(new BigDecimal(extra.quantity())) : null;
  }

  /** Goods without worth have no proportion: their first invoice takes all. */
  private AllowanceOrCharge share(AllowanceOrCharge extra, BigDecimal amount) {
    if (whole.signum() == 0) {
      return before.isEmpty() ? extra.withAmount(amount.toPlainString()) : null;
    }
    BigDecimal earlier = Bills.sum(before);
    BigDecimal share = part(amount, earlier.add(Bills.sum(now))).subtract(part(amount, earlier));
    return share.signum() == 0 && amount.signum() != 0
        ? null
        : extra.withAmount(share.toPlainString());
  }

  private BigDecimal part(BigDecimal amount, BigDecimal of) {
    return amount.multiply(of.min(whole)).divide(whole, scale, RoundingMode.HALF_UP);
  }

  private static String named(String lineNumber, String description) {
    String line = "Line " + lineNumber;
    return description == null ? line : line + ": " + description;
  }
}
