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
   * @param unit what is counted in whole ones is accepted and waits in whole ones
   * @param answered the order has been answered: nothing may become open again
   */
  static Decided of(LineLedger ledger, Decision decision, String unit, boolean answered) {
    BigDecimal accept = or(decision.accept(), ledger.accepted(), "accept", ledger, unit);
    BigDecimal backorder =
        or(decision.backorder(), ledger.backordered(), "backorder", ledger, unit);
    BigDecimal reject = or(decision.reject(), ledger.rejected(), "reject", ledger, null);
    BigDecimal cancel = or(decision.cancel(), ledger.cancelled(), "cancel", ledger, null);
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
    boolean wholeOrdered = Quantities.whole(ledger.ordered(), unit);
    whole("accepted", accept, ledger, unit);
    whole("backordered", backorder, ledger, unit);
    whole("undecided", wholeOrdered ? open : BigDecimal.ZERO, ledger, unit);
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

  /** A part of a piece can be refused, and never comes. */
  private static void whole(String what, BigDecimal quantity, LineLedger ledger, String unit) {
    if (!Quantities.whole(quantity, unit)) {
      throw new OrderRefusal(
          "Line %s: %s %s would be %s, and %s is counted in whole ones."
              .formatted(ledger.line(), Columns.text(quantity), unit, what, unit));
    }
  }

  /**
   * All that was ordered can always be rejected, sane or not.
   *
   * @param unit null where a part of a piece may be named
   */
  private static BigDecimal or(
      String wanted, BigDecimal present, String field, LineLedger ledger, String unit) {
    if (wanted == null) {
      return present;
    }
    if (unit != null || !wanted.equals(Columns.text(ledger.ordered()))) {
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
