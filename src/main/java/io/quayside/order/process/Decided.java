package io.quayside.order.process;

import io.quayside.order.OrderRefusal;
import io.quayside.order.Orders.Decision;
import io.quayside.order.Quantities;
import io.quayside.order.ledger.LineLedger;
import io.quayside.work.Columns;
import java.math.BigDecimal;

/**
 * The quantities of one delivery as a person wants them. What is set holds; what is not set stays,
 * and makes room where it has to: first what is open, then backordered, then accepted.
 */
record Decided(BigDecimal accept, BigDecimal backorder, BigDecimal reject, BigDecimal cancel) {

  static boolean any(Decision decision) {
    return decision.accept() != null
        || decision.backorder() != null
        || decision.reject() != null
        || decision.cancel() != null;
  }

  /**
   * @param unit whose fractions are refused where it is counted
   * @param answered the order has been answered: nothing may become open again
   */
  static Decided of(LineLedger ledger, Decision decision, String unit, boolean answered) {
    BigDecimal accept = or(decision.accept(), ledger.accepted(), "accept", ledger, unit);
    BigDecimal backorder =
        or(decision.backorder(), ledger.backordered(), "backorder", ledger, unit);
    BigDecimal reject = or(decision.reject(), ledger.rejected(), "reject", ledger, unit);
    BigDecimal cancel = or(decision.cancel(), ledger.cancelled(), "cancel", ledger, unit);
    if (answered && cancel.compareTo(ledger.cancelled()) < 0) {
      throw new OrderRefusal(
          "Line %s, schedule %s: %s are cancelled already, and what is cancelled stays so."
              .formatted(ledger.line(), ledger.schedule(), Columns.text(ledger.cancelled())));
    }
    BigDecimal over = accept.add(backorder).add(reject).add(cancel).subtract(ledger.ordered());
    if (over.signum() > 0 && decision.backorder() == null) {
      BigDecimal less = over.min(backorder);
      backorder = backorder.subtract(less);
      over = over.subtract(less);
    }
    if (over.signum() > 0 && decision.accept() == null) {
      accept = accept.subtract(over.min(ledger.toShip()));
    }
    BigDecimal open =
        ledger.ordered().subtract(accept).subtract(backorder).subtract(reject).subtract(cancel);
    if (answered && open.signum() > 0) {
      throw new OrderRefusal(
          "Line %s, schedule %s: %s of %s would be undecided; say what happens with them:"
                  .formatted(
                      ledger.line(),
                      ledger.schedule(),
                      Columns.text(open),
                      Columns.text(ledger.ordered()))
              + " accept, backorder, reject or cancel.");
    }
    return new Decided(accept, backorder, reject, cancel);
  }

  LineLedger applyTo(LineLedger ledger) {
    return ledger.decide(accept, backorder, reject, cancel);
  }

  /** All that was ordered can always be named, sane or not: so it can be rejected. */
  private static BigDecimal or(
      String wanted, BigDecimal present, String field, LineLedger ledger, String unit) {
    if (wanted == null) {
      return present;
    }
    if (!wanted.equals(Columns.text(ledger.ordered()))) {
      Quantities.fault(wanted, unit)
          .ifPresent(
              why -> {
                throw new OrderRefusal(
                    "Line %s: %s \"%s\": it %s.".formatted(ledger.line(), field, wanted, why));
              });
    }
    return new BigDecimal(wanted.trim());
  }
}
