package io.quayside.outbound;

import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.ConfirmedLine;
import io.quayside.order.Answers.ConfirmedSchedule;
import io.quayside.order.Answers.Head;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.outbound.OrderEcho.Ref;
import io.quayside.partner.Company;
import io.quayside.partner.TradingPartner;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an ORDRSP says: EDIFACT ORDRSP, purchase order response.
 *
 * <pre>BGM+231+SO-1001+4' RFF+ON:4500000042'</pre>
 *
 * @param function 1225: 29 accepted without amendment, 4 changed, 27 not accepted
 */
record OrderResponse(
    String number,
    String function,
    String date,
    String poNumber,
    String poDate,
    String currency,
    List<Ref> references,
    List<PartyLoop> parties,
    List<Answer> lines) {

  static final String TYPE = "ORDRSP";

  private static final Set<String> AS_ASKED = Set.of("5", "2");

  /**
   * One line with its answer.
   *
   * @param action 1229: 5 accepted without amendment, 3 changed, 7 not accepted, 2 deleted as a
   *     change asked
   * @param deliver QTY+113, {@code waiting} QTY+83, null when nothing
   * @param missing QVR: what will never come, below zero
   * @param date DTM+67 of the whole line; null where its parts have their own
   * @param parts QTY+11 with DTM+67 of its own, where they differ; what has no day has no part
   */
  record Answer(
      String number,
      String action,
      Message.Item item,
      String ordered,
      String unit,
      String deliver,
      String waiting,
      String missing,
      String reason,
      String date,
      List<Part> parts,
      Message.Price price,
      List<Ref> references) {}

  /** SCC+1' QTY+11:40:PCE' DTM+67:20261208:102' */
  record Part(String quantity, String date) {}

  /**
   * @param number 1 for the first answer to the order, 2 for the second
   */
  static OrderResponse of(
      Confirmation facts, TradingPartner partner, Company company, LocalDate today, int number) {
    Map<String, ConfirmedLine> decided = new LinkedHashMap<>();
    facts.lines().forEach(line -> decided.put(line.lineNumber(), line));
    List<Answer> lines = new ArrayList<>();
    facts
        .head()
        .order()
        .linesByKey()
        .forEach(
            (key, line) ->
                lines.add(
                    answer(key, line, Objects.requireNonNull(decided.get(key), key), partner)));
    return with(lines, facts, partner, company, today, number);
  }

  /** The same with lines that say more than the order's: what a change deleted. */
  static OrderResponse with(
      List<Answer> lines,
      Confirmation facts,
      TradingPartner partner,
      Company company,
      LocalDate today,
      int number) {
    PurchaseOrder order = facts.head().order();
    return new OrderResponse(
        own(facts.head(), number),
        function(lines),
        Text.date(today),
        order.poNumber(),
        Text.date(order.poDate()),
        order.currency(),
        OrderEcho.references(partner, TYPE, order.references()),
        Message.parties(order, null, company),
        lines);
  }

  /**
   * Our number of the answer, used once: SO-1001, SO-1001-2; the order's id where all is refused.
   */
  private static String own(Head head, int number) {
    String id = head.orderId() == null ? head.documentId() : head.orderId();
    String order = head.salesOrder() == null ? id : head.salesOrder();
    return number == 1 ? order : order + "-" + number;
  }

  /** Nothing but plain acceptance: no change to tell. */
  boolean unchanged() {
    return function.equals("29");
  }

  private static String function(List<Answer> lines) {
    if (lines.stream().allMatch(line -> line.action().equals("7"))) {
      return "27";
    }
    return lines.stream().allMatch(line -> AS_ASKED.contains(line.action())) ? "29" : "4";
  }

  static Answer answer(String key, Line line, ConfirmedLine decision, TradingPartner partner) {
    BigDecimal accepted = BigDecimal.ZERO;
    BigDecimal waiting = BigDecimal.ZERO;
    BigDecimal refused = BigDecimal.ZERO;
    List<Part> parts = new ArrayList<>();
    for (ConfirmedSchedule schedule : decision.schedules()) {
      accepted = accepted.add(Text.number(schedule.accepted()));
      waiting = waiting.add(Text.number(schedule.backordered()));
      refused =
          refused.add(Text.number(schedule.rejected())).add(Text.number(schedule.cancelled()));
      part(parts, schedule.accepted(), schedule.shipDate(), partner);
      part(parts, schedule.backordered(), schedule.backorderDate(), partner);
    }
    boolean nothing = accepted.add(waiting).signum() == 0;
    boolean asWished =
        !decision.priceChanged()
            && decision.schedules().stream().noneMatch(ConfirmedSchedule::late);
    boolean plain = waiting.add(refused).signum() == 0 && asWished && !nothing;
    boolean oneDay = parts.stream().map(Part::date).distinct().count() <= 1;
    return new Answer(
        line.lineNumber() == null ? key : line.lineNumber(),
        nothing ? "7" : plain ? "5" : "3",
        Message.Item.of(line),
        line.quantity(),
        line.unit(),
        amount(accepted),
        amount(waiting),
        refused.signum() == 0 ? null : Text.plain(refused.negate()),
        reason(decision, refused),
        oneDay && !parts.isEmpty() ? parts.get(0).date() : null,
        oneDay ? List.of() : parts.stream().filter(part -> part.date() != null).toList(),
        Message.Price.of(
            decision.priceChanged() || line.price() == null ? decision.price() : line.price()),
        OrderEcho.references(partner, TYPE, line.references()));
  }

  /** The day it arrives. */
  private static void part(
      List<Part> parts, String quantity, String ships, TradingPartner partner) {
    if (Text.number(quantity).signum() > 0) {
      String day =
          ships == null
              ? null
              : Text.date(LocalDate.parse(ships).plusDays(partner.agreement().transitDays()));
      parts.add(new Part(Text.plain(Text.number(quantity)), day));
    }
  }

  private static String amount(BigDecimal quantity) {
    return quantity.signum() == 0 ? null : Text.plain(quantity);
  }

  /** 4295: AUE article unknown, AV out of stock; null where no code says it. */
  private static String reason(ConfirmedLine decision, BigDecimal refused) {
    boolean never = refused.signum() > 0 || decision.schedules().isEmpty();
    if (never && decision.sku() == null) {
      return "AUE";
    }
    return decision.schedules().stream().anyMatch(one -> "out-of-stock".equals(one.reason()))
        ? "AV"
        : null;
  }
}
