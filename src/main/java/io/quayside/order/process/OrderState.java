package io.quayside.order.process;

import io.quayside.order.Terms.Agreed;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.ledger.LedgerTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An order as its steps see and change it, inside one transaction. */
final class OrderState {

  /** What never changes. */
  record Head(
      String id,
      String identityKey,
      String contentHash,
      String partnerId,
      String company,
      boolean test,
      boolean parallel,
      String channel,
      String documentId,
      String customerId,
      Instant receivedAt,
      PurchaseOrder order) {}

  /** Something that waits for a person; waived when one said that it may go on all the same. */
  record HoldState(
      String reason,
      String line,
      String subject,
      String text,
      Instant since,
      Instant deadline,
      String owner,
      String waivedBy) {

    boolean waived() {
      return waivedBy != null;
    }

    boolean ofOrder() {
      return "-".equals(line);
    }
  }

  /** A shipment on its way. */
  record ShipmentState(String id, String status, String lines) {}

  final Head head;
  final Map<String, LineState> lines = new LinkedHashMap<>();
  final List<HoldState> holds = new ArrayList<>();
  LedgerTerms ledgerTerms = LedgerTerms.STRICT;

  /** What was agreed with the partner when this step began, null where nothing was. */
  Agreed agreed;

  Step step = Step.DECIDING;
  String salesOrder;
  String tag;
  boolean creditOk;
  Instant decidedAt;
  int invoices;
  int paidInvoices;
  long version;

  OrderState(Head head) {
    this.head = head;
  }

  String id() {
    return head.id();
  }

  PurchaseOrder order() {
    return head.order();
  }

  /** True where neither live stock nor live numbers may be touched. */
  boolean testArea() {
    return head.test() || head.parallel();
  }

  Stream<ScheduleState> schedules() {
    return lines.values().stream().flatMap(line -> line.schedules.stream());
  }

  boolean any(Predicate<ScheduleState> what) {
    return schedules().anyMatch(what);
  }

  List<HoldState> openHolds() {
    return holds.stream().filter(hold -> !hold.waived()).toList();
  }

  boolean held() {
    return holds.stream().anyMatch(hold -> !hold.waived());
  }

  boolean heldAsAWhole() {
    return openHolds().stream().anyMatch(HoldState::ofOrder);
  }

  boolean held(LineState line) {
    return openHolds().stream().anyMatch(h -> h.ofOrder() || h.line().equals(line.key));
  }

  boolean waived(String reason, String line) {
    return holds.stream()
        .anyMatch(h -> h.waived() && h.reason().equals(reason) && h.line().equals(line));
  }

  /** The delivery that a message names; a line with one delivery needs no schedule id. */
  Optional<ScheduleState> schedule(String lineKey, String scheduleId) {
    LineState line = lines.get(lineKey);
    if (line == null) {
      return Optional.empty();
    }
    if (scheduleId == null && line.schedules.size() == 1) {
      return Optional.of(line.schedules.get(0));
    }
    return line.schedules.stream().filter(s -> s.id().equals(scheduleId)).findFirst();
  }
}
