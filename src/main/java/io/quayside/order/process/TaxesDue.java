package io.quayside.order.process;

import io.quayside.order.canonical.Tax;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Taxes of the order and of its lines, neither counted twice: a line that names a tax has its own,
 * the order's is for the rest. An amount of the order that is the sum of its lines' is theirs, and
 * so is one where every line names the tax and nothing else is taxed, or one without a code where
 * every line names its taxes (UBL's TaxTotal).
 *
 * <pre>TXI*ST*8.25~ and, of its one line of 100.00, TXI*ST**8.25~ are 8.25 together.</pre>
 *
 * @param order the order's own taxes; its net is what it allows and charges as a whole
 */
record TaxesDue(Line order, List<Line> lines, int scale) {

  /**
   * What is taxed.
   *
   * @param net goods and what is added to and taken off them
   * @param whole the same of all that was ordered
   * @param part of an amount told for all of it, rounded
   */
  record Line(List<Tax> taxes, BigDecimal net, BigDecimal whole, UnaryOperator<BigDecimal> part) {

    private boolean names(Tax other) {
      return taxes.stream()
          .anyMatch(
              tax -> Objects.equals(tax.code(), other.code()) || tax.code() == null && exempt(tax));
    }
  }

  List<Tax> due() {
    List<Tax> due = new ArrayList<>();
    for (Tax tax : order.taxes()) {
      BigDecimal net =
          lines.stream()
              .filter(line -> !line.names(tax))
              .map(Line::net)
              .reduce(order.net(), BigDecimal::add);
      beside(tax).ifPresent(own -> due.add(due(own, net, order.part())));
    }
    for (Line line : lines) {
      line.taxes().forEach(tax -> due.add(due(tax, line.net(), line.part())));
    }
    return due;
  }

  /** What of a tax of the order is not that of its lines. */
  private Optional<Tax> beside(Tax tax) {
    if (totalOfLines(tax)) {
      return Optional.empty();
    }
    BigDecimal ofLines = BigDecimal.ZERO;
    int rated = 0;
    int named = 0;
    for (Line line : lines) {
      for (Tax one : line.taxes()) {
        if (Objects.equals(one.code(), tax.code())) {
          ofLines = ofLines.add(new BigDecimal(due(one, line.whole(), whole -> whole).amount()));
          rated += one.amount() == null ? 1 : 0;
          named++;
        }
      }
    }
    if (tax.amount() == null || named == 0) {
      return Optional.of(tax);
    }
    BigDecimal rest = new BigDecimal(tax.amount()).subtract(ofLines);
    BigDecimal roundings = BigDecimal.valueOf(rated, scale);
    if (rest.abs().compareTo(roundings) <= 0) {
      return Optional.empty();
    }
    if (!lines.stream().allMatch(line -> line.names(tax))) {
      return Optional.of(tax);
    }
    if (order.whole().signum() == 0) {
      return Optional.empty();
    }
    boolean ofTheRest = rest.signum() > 0 || order.whole().signum() < 0;
    return Optional.of(ofTheRest ? tax.withAmount(rest.toPlainString()) : tax);
  }

  private boolean totalOfLines(Tax tax) {
    return tax.code() == null
        && tax.amount() != null
        && !lines.isEmpty()
        && lines.stream().noneMatch(line -> line.taxes().isEmpty());
  }

  private Tax due(Tax tax, BigDecimal net, UnaryOperator<BigDecimal> part) {
    BigDecimal amount = BigDecimal.ZERO;
    if (!exempt(tax) && tax.amount() != null) {
      amount = part.apply(new BigDecimal(tax.amount()));
    } else if (!exempt(tax) && tax.rate() != null) {
      amount = net.multiply(new BigDecimal(tax.rate())).movePointLeft(2);
    }
    return tax.withAmount(amount.setScale(scale, RoundingMode.HALF_UP).toPlainString());
  }

  private static boolean exempt(Tax tax) {
    return Boolean.TRUE.equals(tax.exempt());
  }
}
