package io.quayside.order.ledger;

/** A change would break the law of the ledger; the message names the line and both sides. */
public final class LedgerViolation extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LedgerViolation(String message) {
    super(message);
  }
}
