package io.quayside.order.process;

import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.canonical.Schedule;
import io.quayside.order.ledger.LedgerTerms;
import io.quayside.order.ledger.LineLedger;
import io.quayside.order.policy.ShipWindow;
import io.quayside.order.policy.ShipWindow.Leaving;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Lays out the lines and deliveries of a canonical order, each with a key of its own. */
final class Skeleton {

  private Skeleton() {}

  /** Fills the state's lines with fresh ledgers; the same order always gives the same keys. */
  static void layOut(OrderState state, Leaving leaving) {
    int position = 0;
    for (Map.Entry<String, Line> keyed : state.order().linesByKey().entrySet()) {
      Line line = keyed.getValue();
      LineState laidOut = new LineState(keyed.getKey(), position, line);
      laidOut.description = line.description();
      laidOut.price = line.price() == null || line.price().amount() == null ? null : line.price();
      deliveries(state.order(), laidOut, state.ledgerTerms, leaving);
      state.lines.put(laidOut.key, laidOut);
      position++;
    }
  }

  private static void deliveries(
      PurchaseOrder order, LineState line, LedgerTerms terms, Leaving leaving) {
    if (line.source.schedules().isEmpty()) {
      add(order, line, null, "1", line.source.quantity(), terms, leaving);
      return;
    }
    Map<String, Integer> ids = new HashMap<>();
    for (Schedule schedule : line.source.schedules()) {
      String id = schedule.id() == null ? "" + (line.schedules.size() + 1) : schedule.id();
      add(order, line, schedule, unique(id, ids), schedule.quantity(), terms, leaving);
    }
  }

  private static void add(
      PurchaseOrder order,
      LineState line,
      Schedule schedule,
      String id,
      String quantity,
      LedgerTerms terms,
      Leaving leaving) {
    BigDecimal ordered = quantity == null ? BigDecimal.ZERO : new BigDecimal(quantity);
    LineLedger ledger = LineLedger.of(line.key, id, ordered.max(BigDecimal.ZERO), terms);
    ScheduleState state = new ScheduleState(schedule, line.schedules.size(), ledger);
    state.window = ShipWindow.of(order, line.source, schedule, leaving);
    line.schedules.add(state);
  }

  private static String unique(String name, Map<String, Integer> seen) {
    int count = seen.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + "#" + count;
  }
}
