package io.quayside.order.process;

import io.quayside.order.Terms.Agreed;
import io.quayside.order.canonical.Party;
import io.quayside.order.message.ShipGoods;
import io.quayside.order.message.ShipGoods.Pick;
import io.quayside.order.policy.ShipTos;
import io.quayside.order.policy.ShipWindow;
import io.quayside.work.Columns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the warehouse to pack what is accepted and may leave now. */
@Component
class Shipping {

  static final String QUEUE = "inventory.ship";

  /** Deliveries that leave together: one ship notice for each shipment and ship-to. */
  private record Together(Party shipTo, ShipWindow window) {}

  private record Due(LineState line, ScheduleState schedule) {}

  private final Requests requests;
  private final Agreements agreements;
  private final OrderStore store;
  private final StoredJourney journey;

  Shipping(Requests requests, Agreements agreements, OrderStore store, StoredJourney journey) {
    this.requests = requests;
    this.agreements = agreements;
    this.store = store;
    this.journey = journey;
  }

  void shipWhatIsDue(OrderState order) {
    LocalDate today = store.today(order);
    if (order.held()) {
      return;
    }
    Agreed terms = agreements.of(order);
    Map<Together, List<Due>> groups = new LinkedHashMap<>();
    for (LineState line : order.lines.values()) {
      if (waitsForTheRest(order, line, today)) {
        continue;
      }
      for (ScheduleState schedule : line.schedules) {
        if (toPick(line, schedule).signum() > 0 && schedule.window.isOpenOn(today)) {
          groups
              .computeIfAbsent(together(order, line, schedule, terms), key -> new ArrayList<>())
              .add(new Due(line, schedule));
        }
      }
    }
    groups.forEach((together, due) -> ask(order, together, due));
  }

  /**
   * Takes note that a pick will not be answered, so that it is asked for again.
   *
   * @param pick position of the line, position of the delivery, quantity: {@code 0/0/12}
   */
  void forget(OrderState order, String pick) {
    String[] parts = pick.split("/", 3);
    ScheduleState schedule =
        List.copyOf(order.lines.values())
            .get(Integer.parseInt(parts[0]))
            .schedules
            .get(Integer.parseInt(parts[1]));
    BigDecimal quantity = new BigDecimal(parts[2]);
    schedule.picking = schedule.picking.subtract(quantity.min(schedule.picking));
  }

  /** The next day on which something opens, or null. */
  LocalDate nextOpening(OrderState order) {
    LocalDate today = store.today(order);
    return order.lines.values().stream()
        .flatMap(line -> line.schedules.stream().filter(s -> toPick(line, s).signum() > 0))
        .map(schedule -> schedule.window.earliest())
        .filter(earliest -> earliest != null && earliest.isAfter(today))
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  /** Where a delivery goes, with its address. */
  Party shipTo(OrderState order, LineState line, ScheduleState schedule) {
    return together(order, line, schedule, agreements.of(order)).shipTo();
  }

  private static BigDecimal toPick(LineState line, ScheduleState schedule) {
    return line.dropShipped() || schedule.asked != null ? BigDecimal.ZERO : schedule.toPick();
  }

  /** Where all leaves together: nothing does before the last is there and its window is open. */
  private static boolean waitsForTheRest(OrderState order, LineState line, LocalDate today) {
    return Agreements.together(order, line).stream()
        .anyMatch(other -> other.schedules.stream().anyMatch(s -> hinders(other, s, today)));
  }

  private static boolean hinders(LineState line, ScheduleState schedule, LocalDate today) {
    return schedule.waits()
        || schedule.undecided()
        || toPick(line, schedule).signum() > 0 && !schedule.window.isOpenOn(today);
  }

  private static Together together(
      OrderState order, LineState line, ScheduleState schedule, Agreed terms) {
    Party named = ShipTos.named(order.order(), line.source, schedule.source);
    return new Together(ShipTos.resolve(named, terms.locations()).orElse(named), schedule.window);
  }

  private void ask(OrderState order, Together together, List<Due> due) {
    List<Pick> picks = due.stream().map(Shipping::pick).toList();
    requests.send(
        order,
        QUEUE,
        "ship",
        id ->
            new ShipGoods(
                id,
                order.id(),
                order.order().poNumber(),
                order.salesOrder,
                order.head.partnerId(),
                order.head.company(),
                order.testArea(),
                together.shipTo(),
                Columns.text(together.window().earliest()),
                Columns.text(together.window().latest()),
                order.order().freight(),
                order.order().carrier(),
                order.order().references(),
                order.order().notes(),
                picks));
    due.forEach(d -> d.schedule().picking = d.schedule().picking.add(d.schedule().toPick()));
    journey.add(
        order,
        "shipping",
        "ship-asked",
        "The warehouse is asked to pack %d %s."
            .formatted(picks.size(), picks.size() == 1 ? "line" : "lines"));
  }

  private static Pick pick(Due due) {
    LineState line = due.line();
    return new Pick(
        line.key,
        due.schedule().id(),
        line.sku,
        line.description,
        line.source.ids(),
        due.schedule().stockLocation,
        Columns.text(due.schedule().toPick()),
        line.unit(),
        line.source.packaging(),
        line.source.marking(),
        line.source.notes());
  }
}
