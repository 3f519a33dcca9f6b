package io.quayside.order.process;

import io.quayside.order.canonical.Schedule;
import io.quayside.order.ledger.LineLedger;
import io.quayside.order.policy.ShipWindow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** One delivery of one line, with its ledger and what is under way for it. */
final class ScheduleState {

  /** As the order names it; null where the document has no schedules. */
  final Schedule source;

  final int position;
  LineLedger ledger;

  /** When it may leave; known once the terms are. */
  ShipWindow window;

  BigDecimal delivered = BigDecimal.ZERO;

  /** Asked of the warehouse and not answered yet. */
  BigDecimal picking = BigDecimal.ZERO;

  /** Asked of accounting and not answered yet. */
  BigDecimal billing = BigDecimal.ZERO;

  /** The request for stock that is not answered yet, or null. */
  String asked;

  /** Goods came in while a request was under way. */
  boolean askAgain;

  String stockLocation;
  LocalDate shipDate;
  LocalDate backorderDate;
  String supplierOrder;
  String reason;
  String reasonText;

  /** Its row as it is stored, or null: only what changed is written. */
  List<Object> stored;

  ScheduleState(Schedule source, int position, LineLedger ledger) {
    this.source = source;
    this.position = position;
    this.ledger = ledger;
  }

  String id() {
    return ledger.schedule();
  }

  /** Does it still need somebody's decision? */
  boolean undecided() {
    return ledger.open().signum() > 0;
  }

  boolean waits() {
    return ledger.backordered().signum() > 0;
  }

  /** What is accepted, has not left, and nobody has been asked to pick yet. */
  BigDecimal toPick() {
    return ledger.toShip().subtract(picking).max(BigDecimal.ZERO);
  }

  /** What may be billed and accounting has not been asked for yet. */
  BigDecimal toBill() {
    return ledger.toBill().subtract(billing).max(BigDecimal.ZERO);
  }

  /** Everything that left has arrived. */
  boolean arrived() {
    return ledger.shipped().signum() > 0
        && delivered.compareTo(ledger.shipped().subtract(ledger.returned())) >= 0;
  }

  void because(String reasonCode, String words) {
    reason = reasonCode;
    reasonText = words;
  }
}
