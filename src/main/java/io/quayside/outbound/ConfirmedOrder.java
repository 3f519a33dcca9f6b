package io.quayside.outbound;

import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.ConfirmedLine;
import io.quayside.order.Answers.ConfirmedSchedule;
import io.quayside.order.canonical.Line;
import io.quayside.outbound.AnsweredOrder.Cost;
import io.quayside.outbound.AnsweredOrder.Day;
import io.quayside.outbound.AnsweredOrder.Item;
import io.quayside.partner.Company;
import io.quayside.partner.TradingPartner;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The decision on an order, for an answer in JSON or cXML.
 *
 * @param number our sales order, else the order's own number
 * @param verdict {@code accepted} as ordered, {@code changed}, {@code rejected} all of it
 */
record ConfirmedOrder(
    String number, String verdict, String date, AnsweredOrder order, List<Answered> lines) {

  static final String ACCEPTED = "accepted";
  static final String CHANGED = "changed";
  static final String NOTHING = "rejected";

  /**
   * One line with its answer; quantities in the ordered unit.
   *
   * @param rejected what will never come, cancelled or not
   * @param price the one in force
   * @param from the first day something of it arrives, null when nothing does or no day is known
   */
  record Answered(
      String number,
      String verdict,
      Item item,
      String quantity,
      String unit,
      String accepted,
      String backordered,
      String rejected,
      Cost price,
      boolean priceChanged,
      String from,
      String until,
      List<Part> parts) {}

  /** {@code accepted}, {@code backordered}, {@code rejected} or {@code cancelled} quantity. */
  record Part(
      String status, String quantity, Day ship, Day delivery, String reason, String reasonText) {}

  /** It arrives {@code transit} days after it leaves. */
  private record Promise(int transit, ZoneId zone) {
    Day leaves(String day) {
      return day == null ? null : Day.of(LocalDate.parse(day), zone);
    }

    Day arrives(String day) {
      return day == null ? null : Day.of(LocalDate.parse(day).plusDays(transit), zone);
    }
  }

  static ConfirmedOrder of(
      Confirmation facts, TradingPartner partner, Company company, LocalDate today) {
    Map<String, ConfirmedLine> decided = new LinkedHashMap<>();
    facts.lines().forEach(line -> decided.put(line.lineNumber(), line));
    Promise promise = new Promise(partner.agreement().transitDays(), partner.zone());
    List<Answered> lines = new ArrayList<>();
    facts
        .head()
        .order()
        .linesByKey()
        .forEach(
            (key, line) ->
                lines.add(
                    answered(key, line, Objects.requireNonNull(decided.get(key), key), promise)));
    AnsweredOrder order = AnsweredOrder.of(facts.head(), null, company);
    return new ConfirmedOrder(
        order.salesOrder() == null ? order.poNumber() : order.salesOrder(),
        verdict(lines),
        today.toString(),
        order,
        lines);
  }

  boolean unchanged() {
    return verdict.equals(ACCEPTED);
  }

  boolean rejected() {
    return verdict.equals(NOTHING);
  }

  private static String verdict(List<Answered> lines) {
    if (!lines.isEmpty() && lines.stream().allMatch(line -> line.verdict().equals(NOTHING))) {
      return NOTHING;
    }
    return lines.stream().allMatch(line -> line.verdict().equals(ACCEPTED)) ? ACCEPTED : CHANGED;
  }

  private static Answered answered(String key, Line line, ConfirmedLine decision, Promise promise) {
    List<Part> parts = new ArrayList<>();
    for (ConfirmedSchedule one : decision.schedules()) {
      part(parts, ACCEPTED, one.accepted(), one.shipDate(), null, promise);
      part(parts, "backordered", one.backordered(), one.backorderDate(), one, promise);
      part(parts, NOTHING, one.rejected(), null, one, promise);
      part(parts, "cancelled", one.cancelled(), null, one, promise);
    }
    BigDecimal accepted = sum(parts, ACCEPTED);
    BigDecimal waiting = sum(parts, "backordered");
    BigDecimal never = sum(parts, NOTHING).add(sum(parts, "cancelled"));
    boolean nothing = accepted.add(waiting).signum() == 0;
    boolean plain = waiting.add(never).signum() == 0 && !decision.priceChanged();
    List<String> days =
        parts.stream()
            .map(Part::delivery)
            .filter(Objects::nonNull)
            .map(Day::date)
            .sorted()
            .toList();
    return new Answered(
        AnsweredOrder.number(key, line),
        nothing ? NOTHING : plain ? ACCEPTED : CHANGED,
        Item.of(line, decision.sku()),
        line.quantity(),
        decision.unit() == null ? line.unit() : decision.unit(),
        Text.plain(accepted),
        Text.plain(waiting),
        Text.plain(never),
        Cost.of(decision.price() == null ? line.price() : decision.price()),
        decision.priceChanged(),
        days.isEmpty() ? null : days.get(0),
        days.isEmpty() ? null : days.get(days.size() - 1),
        parts);
  }

  private static void part(
      List<Part> parts,
      String status,
      String quantity,
      String ships,
      ConfirmedSchedule why,
      Promise promise) {
    if (Text.number(quantity).signum() > 0) {
      parts.add(
          new Part(
              status,
              Text.plain(Text.number(quantity)),
              promise.leaves(ships),
              promise.arrives(ships),
              why == null ? null : why.reason(),
              why == null ? null : why.reasonText()));
    }
  }

  private static BigDecimal sum(List<Part> parts, String status) {
    return parts.stream()
        .filter(part -> part.status().equals(status))
        .map(part -> new BigDecimal(part.quantity()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
