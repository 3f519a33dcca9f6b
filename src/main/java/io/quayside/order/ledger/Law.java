package io.quayside.order.ledger;

import io.quayside.work.Columns;
import java.math.BigDecimal;

/** Checks the sides of the law, and names them when they do not fit. */
record Law(String line, String schedule) {

  Law notNegative(String name, BigDecimal value) {
    if (value.signum() < 0) {
      throw violation(name + " would be " + Columns.text(value) + ", below zero");
    }
    return this;
  }

  Law atMost(String left, BigDecimal value, String right, BigDecimal limit) {
    if (value.compareTo(limit) > 0) {
      throw violation(
          "%s would be %s, but %s is %s"
              .formatted(left, Columns.text(value), right, Columns.text(limit)));
    }
    return this;
  }

  private LedgerViolation violation(String words) {
    return new LedgerViolation("Line %s, schedule %s: %s.".formatted(line, schedule, words));
  }
}
