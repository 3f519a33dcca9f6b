package io.quayside.order.process;

import io.quayside.order.Answers.Change;
import io.quayside.order.Answers.ChangedLine;
import io.quayside.order.Answers.Head;
import io.quayside.order.Orders.Outcome;
import io.quayside.order.Terms.Agreed;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.process.KeptOrders.Kept;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a customer asked to change and what a person made of it, line by line. */
@Component
class SettledChanges {

  private final KeptOrders kept;
  private final OrderStore store;
  private final Agreements agreements;
  private final Json json;

  SettledChanges(KeptOrders kept, OrderStore store, Agreements agreements, Json json) {
    this.kept = kept;
    this.store = store;
    this.agreements = agreements;
    this.json = json;
  }

  Optional<Change> find(String documentId) {
    return documentId == null
        ? Optional.empty()
        : kept.find(documentId)
            .filter(document -> document.outcome() == Outcome.CHANGE && !document.open())
            .map(document -> document.orderId() == null ? stray(document) : change(document));
  }

  /** Who asked to change an order that is not here. */
  Optional<Head> withoutOrder(String documentId) {
    return kept.find(documentId)
        .filter(document -> document.orderId() == null)
        .map(
            document -> {
              Agreed terms = agreements.with(document.partnerId());
              return new Head(
                  null,
                  document.partnerId(),
                  terms.company(),
                  document.test(),
                  terms.parallel(),
                  document.id(),
                  document.order(),
                  null,
                  null);
            });
  }

  private static Change stray(Kept document) {
    List<ChangedLine> lines = new ArrayList<>();
    document
        .order()
        .linesByKey()
        .forEach((key, line) -> lines.add(new ChangedLine(key, null, line, line.changeCode())));
    return new Change(document.id(), null, false, document.order(), null, document.order(), lines);
  }

  private Change change(Kept document) {
    PurchaseOrder before = store.read(document.orderId()).orElseThrow().order();
    PurchaseOrder after =
        Purpose.cancels(document.order()) ? null : Amendment.of(before, document.order(), json);
    PurchaseOrder asked = Amendment.numbered(before, document.order(), json);
    boolean accepted = "accepted".equals(document.state());
    return new Change(
        document.id(),
        document.orderId(),
        accepted,
        asked,
        before,
        after,
        lines(before, after, asked));
  }

  private static List<ChangedLine> lines(
      PurchaseOrder before, PurchaseOrder after, PurchaseOrder asked) {
    Map<String, Line> now =
        after == null ? new LinkedHashMap<>() : new LinkedHashMap<>(after.linesByKey());
    List<ChangedLine> lines = new ArrayList<>();
    before
        .linesByKey()
        .forEach(
            (key, line) -> {
              Optional<String> same =
                  now.keySet().stream().filter(one -> same(line, now.get(one))).findFirst();
              lines.add(
                  new ChangedLine(
                      same.orElse(key),
                      line,
                      same.map(now::remove).orElse(null),
                      code(line, asked)));
            });
    now.forEach((key, line) -> lines.add(new ChangedLine(key, null, line, code(line, asked))));
    asked.lines().stream()
        .filter(line -> line.change() != null && lines.stream().noneMatch(one -> has(one, line)))
        .forEach(
            line -> lines.add(new ChangedLine(line.lineNumber(), null, line, line.changeCode())));
    return lines;
  }

  private static String code(Line line, PurchaseOrder asked) {
    return asked.lines().stream()
        .filter(one -> one.changeCode() != null && same(line, one))
        .map(Line::changeCode)
        .findFirst()
        .orElse(null);
  }

  private static boolean has(ChangedLine one, Line asked) {
    return same(one.before() == null ? one.after() : one.before(), asked);
  }

  private static boolean same(Line one, Line other) {
    return one.lineNumber() != null
        && other.lineNumber() != null
        && Amendment.bare(one.lineNumber()).equals(Amendment.bare(other.lineNumber()));
  }
}
