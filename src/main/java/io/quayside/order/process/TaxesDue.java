package io.quayside.order.process;

import io.quayside.order.canonical.Tax;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Taxes of the order and of its lines, neither counted twice: a line that names a tax has its own,
 * the order's is for the rest; and an amount of the order that is the sum of its lines' is theirs,
 * and so is one without a code where every line names its taxes (UBL's TaxTotal).
 *
 * @param order the order's own taxes; its net is what it allows and charges as a whole
 */
record TaxesDue(Line order, List<Line> lines, int scale) {

  /**
   * What is taxed.
   *
   * @param net goods and what is added to and taken off them
   * @param part of an amount told for all of it, rounded
   */
  record Line(List<Tax> taxes, BigDecimal net, UnaryOperator<BigDecimal> part) {

    private boolean names(Tax other) {
      return taxes.stream()
          .anyMatch(
              tax -> Objects.equals(tax.code(), other.code()) || tax.code() == null && exempt(tax));
    }
  }

  List<Tax> due() {
    List<Tax> due = new ArrayList<>();
    for (Tax tax : order.taxes()) {
      if (!sumOfLines(tax) && !totalOfLines(tax)) {
        BigDecimal net =
            lines.stream()
                .filter(line -> !line.names(tax))
                .map(Line::net)
                .reduce(order.net(), BigDecimal::add);
        due.add(due(tax, net, order.part()));
      }
    }
    for (Line line : lines) {
      line.taxes().forEach(tax -> due.add(due(tax, line.net(), line.part())));
    }
    return due;
  }

  private boolean sumOfLines(Tax tax) {
    return tax.amount() != null
        && lines.stream()
                .flatMap(line -> line.taxes().stream())
                .filter(one -> one.amount() != null && Objects.equals(one.code(), tax.code()))
                .map(one -> new BigDecimal(one.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .compareTo(new BigDecimal(tax.amount()))
            == 0;
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
