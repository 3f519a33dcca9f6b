package io.quayside.order.process;

import io.quayside.order.message.ReserveStock;
import io.quayside.order.message.ReserveStock.Wanted;
import io.quayside.order.message.StockReserved;
import io.quayside.order.message.StockReserved.Held;
import io.quayside.work.Columns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks inventory to hold stock, and decides by its answer: accept, let wait, or reject. */
@Component
class Reservation {

  private static final String RESERVE = "inventory.reserve";

  /** The goods were promised by a person before inventory was asked. */
  private static final String PROMISED = "reserve-promised";

  private final Requests requests;
  private final Agreements agreements;
  private final Promises promises;
  private final Waiting waiting;
  private final StoredJourney journey;

  Reservation(
      Requests requests,
      Agreements agreements,
      Promises promises,
      Waiting waiting,
      StoredJourney journey) {
    this.requests = requests;
    this.agreements = agreements;
    this.promises = promises;
    this.waiting = waiting;
    this.journey = journey;
  }

  /** Asks for all that is open on the lines that nothing holds; drop-ship lines need no stock. */
  void askForOpenLines(OrderState order) {
    order.lines.values().stream()
        .filter(line -> line.dropShipped() && !order.held(line))
        .forEach(line -> promise(order, line));
    ask(
        order,
        "reserve",
        line -> !line.dropShipped() && !order.held(line),
        s -> s.undecided() ? s.ledger.open() : BigDecimal.ZERO);
  }

  /** Goods of an item came in: asks for all that waits for it. */
  void askForWaiting(OrderState order, String sku) {
    order.lines.values().stream()
        .filter(line -> sku.equals(line.sku))
        .flatMap(line -> line.schedules.stream())
        .filter(schedule -> schedule.asked != null)
        .forEach(schedule -> schedule.askAgain = true);
    askFor(order, line -> sku.equals(line.sku));
  }

  /** Asks for all that waits, of whatever item: it may be there though nobody said so. */
  void askForAllThatWaits(OrderState order) {
    askFor(order, line -> true);
  }

  /** Asks again for what waits of one delivery. */
  void askFor(OrderState order, ScheduleState schedule) {
    if (schedule.asked != null) {
      schedule.askAgain = true;
      return;
    }
    ask(
        order,
        "reserve",
        line -> line.schedules.contains(schedule),
        s -> s == schedule ? s.ledger.backordered() : BigDecimal.ZERO);
  }

  /** Goods of an item are free again: other orders may wait for them. */
  void freed(OrderState order, LineState line, BigDecimal quantity) {
    waiting.wake(line.sku, quantity.multiply(line.pack), order.testArea(), order.id());
  }

  private void askFor(OrderState order, Predicate<LineState> lines) {
    ask(order, "reserve", lines, s -> s.ledger.backordered());
  }

  /** Asks for what a person has promised already. */
  void askForPromised(OrderState order, LineState promised, ScheduleState schedule, BigDecimal n) {
    ask(order, PROMISED, line -> line == promised, s -> s == schedule ? n : BigDecimal.ZERO);
  }

  private void ask(
      OrderState order,
      String kind,
      Predicate<LineState> lines,
      Function<ScheduleState, BigDecimal> quantity) {
    List<Wanted> wanted = new ArrayList<>();
    List<ScheduleState> asked = new ArrayList<>();
    for (LineState line : order.lines.values()) {
      for (ScheduleState schedule : line.schedules) {
        BigDecimal n = quantity.apply(schedule);
        if (lines.test(line) && schedule.asked == null && n.signum() > 0 && line.sku != null) {
          wanted.add(wanted(line, schedule, n));
          asked.add(schedule);
        }
      }
    }
    if (!wanted.isEmpty()) {
      String id =
          requests.send(order, RESERVE, kind, request -> stock(order, request, "reserve", wanted));
      asked.forEach(schedule -> schedule.asked = id);
    }
  }

  /** Gives held stock back; nothing is answered to it. */
  void giveBack(OrderState order, LineState line, ScheduleState schedule, BigDecimal quantity) {
    if (quantity.signum() > 0 && !line.dropShipped()) {
      List<Wanted> wanted = List.of(wanted(line, schedule, quantity));
      requests.tell(order, RESERVE, request -> stock(order, request, "release", wanted));
      freed(order, line, quantity);
    }
  }

  /**
   * Takes inventory's answer; each delivery is answered once.
   *
   * @return true where the customer was told no day for what waits, and there is one now
   */
  boolean record(OrderState order, StockReserved answer) {
    Map<ScheduleState, BigDecimal> dayless =
        order
            .schedules()
            .filter(s -> s.waits() && s.backorderDate == null)
            .collect(Collectors.toMap(Function.identity(), s -> s.ledger.backordered()));
    String kind = requests.find(answer.requestId()).map(Requests.Sent::kind).orElse("");
    for (Held held : answer.lines()) {
      order
          .schedule(held.lineNumber(), held.scheduleId())
          .filter(schedule -> answer.requestId().equals(schedule.asked))
          .ifPresent(schedule -> record(order, schedule, held, PROMISED.equals(kind)));
    }
    if (!order.any(schedule -> answer.requestId().equals(schedule.asked))) {
      requests.answered(RESERVE, answer.requestId());
    }
    return dayless.entrySet().stream()
        .anyMatch(
            before ->
                before.getKey().backorderDate != null
                    || before.getKey().ledger.backordered().compareTo(before.getValue()) < 0);
  }

  private void record(OrderState order, ScheduleState schedule, Held held, boolean promised) {
    LineState line = order.lines.get(schedule.ledger.line());
    BigDecimal reserved =
        held.reserved() == null ? BigDecimal.ZERO : new BigDecimal(held.reserved());
    // An answer of nothing to goods that wait leaves the day of what was promised before.
    boolean something = promised || schedule.undecided() || reserved.signum() > 0;
    schedule.asked = null;
    if (held.location() != null) {
      schedule.stockLocation = held.location();
    }
    if (promised) {
      BigDecimal missing = schedule.toPick().subtract(reserved).max(BigDecimal.ZERO);
      schedule.ledger = schedule.ledger.shorten(missing);
    } else if (schedule.undecided()) {
      BigDecimal taken = reserved.min(schedule.ledger.open());
      schedule.ledger = schedule.ledger.accept(taken);
      decideShortage(order, line, schedule, held);
      giveBack(order, line, schedule, reserved.subtract(taken));
    } else {
      BigDecimal taken = reserved.min(schedule.ledger.backordered());
      schedule.ledger = schedule.ledger.release(taken);
      giveBack(order, line, schedule, reserved.subtract(taken));
      if (taken.signum() > 0) {
        journey.add(
            order,
            "order",
            "released",
            "Line %s: %s %s that waited are there now."
                .formatted(line.key, Columns.text(taken), line.unit()));
      }
    }
    if (something) {
      promises.accepted(order, schedule, 0);
    }
    if (held.availableDate() != null) {
      promises.backordered(order, schedule, LocalDate.parse(held.availableDate()));
    }
    if (schedule.askAgain) {
      schedule.askAgain = false;
      askFor(order, l -> l == line);
    }
  }

  private void decideShortage(OrderState order, LineState line, ScheduleState schedule, Held held) {
    BigDecimal rest = schedule.ledger.open();
    if (rest.signum() == 0) {
      return;
    }
    if (held.refusal() == null && agreements.backorder(order, line)) {
      schedule.ledger = schedule.ledger.backorder(rest);
      if (line.leadTimeDays != null && line.supplier != null) {
        promises.backordered(order, schedule, promises.after(order, line.leadTimeDays));
      }
      return;
    }
    schedule.ledger = schedule.ledger.reject(rest);
    schedule.because(
        "out-of-stock", held.refusal() == null ? "The goods are not in stock." : held.refusal());
  }

  /**
   * Everything or nothing: where something of what leaves together is short and nothing may wait,
   * all of it is refused.
   */
  void rejectIncomplete(OrderState order) {
    Set<LineState> refused =
        order.lines.values().stream()
            .filter(line -> line.schedules.stream().anyMatch(Reservation::outOfStock))
            .flatMap(line -> Agreements.together(order, line).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String whole = Agreements.complete(order) ? "order" : "line";
    for (LineState line : refused) {
      for (ScheduleState schedule : line.schedules) {
        BigDecimal held = schedule.ledger.toShip();
        if (held.signum() > 0 && schedule.ledger.shipped().signum() == 0) {
          schedule.ledger =
              schedule.ledger.decide(
                  BigDecimal.ZERO,
                  schedule.ledger.backordered(),
                  schedule.ledger.rejected().add(held),
                  schedule.ledger.cancelled());
          schedule.because("out-of-stock", "The %s cannot be delivered complete.".formatted(whole));
          giveBack(order, line, schedule, held);
        }
      }
    }
  }

  private static boolean outOfStock(ScheduleState schedule) {
    return "out-of-stock".equals(schedule.reason) && schedule.ledger.rejected().signum() > 0;
  }

  private void promise(OrderState order, LineState line) {
    for (ScheduleState schedule : line.schedules) {
      if (schedule.undecided()) {
        schedule.ledger = schedule.ledger.accept(schedule.ledger.open());
        promises.accepted(order, schedule, line.leadTimeDays == null ? 0 : line.leadTimeDays);
      }
    }
  }

  private static ReserveStock stock(
      OrderState order, String requestId, String kind, List<Wanted> wanted) {
    return new ReserveStock(
        requestId,
        kind,
        order.id(),
        order.order().poNumber(),
        order.head.partnerId(),
        order.head.company(),
        order.testArea(),
        wanted);
  }

  private static Wanted wanted(LineState line, ScheduleState schedule, BigDecimal quantity) {
    return new Wanted(
        line.key,
        schedule.id(),
        line.sku,
        null,
        Columns.text(quantity),
        line.unit(),
        Columns.text(schedule.window.wished()),
        Columns.text(schedule.window.earliest()));
  }
}
