package io.quayside.order.ledger;

import java.math.BigDecimal;

/** A ledger while it is changed; the law is checked when it is built. */
final class LedgerDraft {

  private final LineLedger before;
  private BigDecimal ordered;
  private BigDecimal accepted;
  private BigDecimal backordered;
  private BigDecimal rejected;
  private BigDecimal cancelled;
  private BigDecimal shipped;
  private BigDecimal returned;
  private BigDecimal invoiced;
  private BigDecimal credited;

  LedgerDraft(LineLedger before) {
    this.before = before;
    ordered = before.ordered();
    accepted = before.accepted();
    backordered = before.backordered();
    rejected = before.rejected();
    cancelled = before.cancelled();
    shipped = before.shipped();
    returned = before.returned();
    invoiced = before.invoiced();
    credited = before.credited();
  }

  LedgerDraft ordered(BigDecimal value) {
    ordered = value;
    return this;
  }

  LedgerDraft accepted(BigDecimal value) {
    accepted = value;
    return this;
  }

  LedgerDraft backordered(BigDecimal value) {
    backordered = value;
    return this;
  }

  LedgerDraft rejected(BigDecimal value) {
    rejected = value;
    return this;
  }

  LedgerDraft cancelled(BigDecimal value) {
    cancelled = value;
    return this;
  }

  LedgerDraft shipped(BigDecimal value) {
    shipped = value;
    return this;
  }

  LedgerDraft returned(BigDecimal value) {
    returned = value;
    return this;
  }

  LedgerDraft invoiced(BigDecimal value) {
    invoiced = value;
    return this;
  }

  LedgerDraft credited(BigDecimal value) {
    credited = value;
    return this;
  }

  /** Credits what is billed beyond what the customer keeps or is still promised. */
  LedgerDraft creditingExcess() {
    BigDecimal basis = before.terms().invoicedOnOrder() ? accepted : shipped;
    BigDecimal excess = invoiced.subtract(credited).subtract(basis.subtract(returned));
    credited = credited.add(excess.max(BigDecimal.ZERO));
    return this;
  }

  LineLedger build() {
    return new LineLedger(
        before.line(),
        before.schedule(),
        before.terms(),
        before.firstOrdered(),
        ordered,
        accepted,
        backordered,
        rejected,
        cancelled,
        shipped,
        returned,
        invoiced,
        credited);
  }
}
