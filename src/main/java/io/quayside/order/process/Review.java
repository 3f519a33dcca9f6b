package io.quayside.order.process;

import io.quayside.order.Catalogue;
import io.quayside.order.Catalogue.Item;
import io.quayside.order.Terms.Agreed;
import io.quayside.order.policy.Candidate;
import io.quayside.order.policy.Candidate.CandidateLine;
import io.quayside.order.policy.Finding;
import io.quayside.order.policy.OrderPolicies;
import io.quayside.order.policy.Pricing;
import io.quayside.order.policy.Pricing.Priced;
import io.quayside.order.policy.Verdict;
import io.quayside.order.process.OrderState.HoldState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Judges the undecided lines of an order by the policies, and keeps its holds up to date. */
@Component
class Review {

  /** Holds that no policy puts, so none takes them away. */
  private static final Set<String> NOT_OURS = Set.of("credit-hold", "change-to-order");

  private final Catalogue catalogue;
  private final Holds holds;
  private final OrderStore store;
  private final StoredJourney journey;

  Review(Catalogue catalogue, Holds holds, OrderStore store, StoredJourney journey) {
    this.catalogue = catalogue;
    this.holds = holds;
    this.store = store;
    this.journey = journey;
  }

  /** Judges again; what is mended goes on, and so do the other orders that wait for the same. */
  void judge(OrderState order, Agreed terms, String by) {
    List<CandidateLine> lines = new ArrayList<>();
    for (LineState line : order.lines.values()) {
      boolean heldInPart =
          order.held(line) && line.schedules.stream().anyMatch(ScheduleState::undecided);
      if ((line.untouched() || heldInPart) && !rejectedEmpty(line)) {
        lines.add(identify(order, line, terms));
      }
    }
    List<Verdict> verdicts =
        OrderPolicies.review(new Candidate(order.order(), terms, lines, store.today(order)))
            .stream()
            .filter(verdict -> !waived(order, verdict.finding()))
            .toList();
    verdicts.forEach(verdict -> apply(order, verdict, terms));
    Set<Finding> still = verdicts.stream().map(Verdict::finding).collect(Collectors.toSet());
    for (HoldState hold : order.openHolds()) {
      if (!NOT_OURS.contains(hold.reason()) && still.stream().noneMatch(f -> same(hold, f))) {
        holds.lift(order, hold, by, "mended");
        holds.wakeOthers(order, hold);
      }
    }
  }

  private void apply(OrderState order, Verdict verdict, Agreed terms) {
    Finding finding = verdict.finding();
    if (verdict instanceof Verdict.Hold) {
      holds.put(order, finding, terms);
      return;
    }
    LineState line = order.lines.get(finding.line());
    for (ScheduleState schedule : line.schedules) {
      schedule.ledger = schedule.ledger.reject(schedule.ledger.open());
      if (schedule.reason == null) {
        schedule.because(finding.reason(), finding.words());
        journey.add(order, "order", "line-rejected", finding.text());
      }
    }
  }

  /** Finds the item and the price in force, and writes them on the line. */
  CandidateLine identify(OrderState order, LineState line, Agreed terms) {
    boolean chosen = line.sku != null;
    Optional<Item> item =
        chosen ? catalogue.bySku(line.sku) : catalogue.find(line.source.ids(), terms);
    boolean priceDecided = line.price != null && order.waived("price-mismatch", line.key);
    item.ifPresent(found -> describe(order, line, found, terms, priceDecided));
    return new CandidateLine(
        line.key,
        line.source,
        item,
        item.isPresent() ? List.of() : catalogue.suggest(line.source.ids(), line.description),
        !line.key.equals(line.source.lineNumber()) && line.key.contains("#"),
        priceDecided);
  }

  private static void describe(
      OrderState order, LineState line, Item item, Agreed terms, boolean priceDecided) {
    line.sku = item.sku();
    line.description = line.source.description() == null ? item.description() : line.description;
    line.supplier = item.supplier();
    line.supply = item.supplier() == null ? "stock" : item.supply();
    line.leadTimeDays = item.leadTimeDays();
    line.unit = line.source.unit() == null ? item.unit() : line.source.unit();
    line.pack = item.stockUnits(line.source.unit()).orElse(BigDecimal.ONE);
    if (!priceDecided) {
      Priced priced = Pricing.price(order.order(), line.source, item, terms);
      line.price = priced.price();
      line.priceChanged = priced.changed();
      line.priceFactor = priced.factor();
    }
  }

  /** A line without any quantity that was refused already is not judged again. */
  private static boolean rejectedEmpty(LineState line) {
    return line.schedules.stream()
        .allMatch(s -> s.ledger.ordered().signum() == 0 && s.reason != null);
  }

  private static boolean waived(OrderState order, Finding finding) {
    return order.waived(finding.reason(), finding.line());
  }

  private static boolean same(HoldState hold, Finding finding) {
    return hold.reason().equals(finding.reason())
        && hold.line().equals(finding.line())
        && hold.subject().equals(finding.subject());
  }
}
