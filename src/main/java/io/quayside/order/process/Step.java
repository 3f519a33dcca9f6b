package io.quayside.order.process;

/** How far an order is on its way; the status that people see is derived from the ledger. */
enum Step {
  /** Lines are judged and stock is asked for. */
  DECIDING,
  /** Accounting is asked for credit. */
  CREDIT,
  /** The answer has been given; goods leave, wait or are billed. */
  RUNNING,
  /** Nothing is to be delivered: all was rejected or cancelled before the answer. */
  ENDED
}
