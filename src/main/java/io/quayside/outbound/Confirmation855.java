package io.quayside.outbound;

import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.ConfirmedLine;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.outbound.LineAnswer.Ack;
import io.quayside.outbound.OrderEcho.Pair;
import io.quayside.outbound.OrderEcho.Ref;
import io.quayside.partner.AcknowledgmentShape;
import io.quayside.partner.TradingPartner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an 855 says: X12 855, purchase order acknowledgment.
 *
 * <pre>BAK*00*AC*4500000042*20261120****SO-7781*20261121~</pre>
 *
 * @param purpose BAK01: 00 the first answer, 05 one in place of an earlier answer
 * @param verdict BAK02
 */
record Confirmation855(
    String purpose,
    String verdict,
    String poNumber,
    String poDate,
    String release,
    String contract,
    String salesOrder,
    String date,
    String currency,
    List<Ref> references,
    List<PartyLoop> parties,
    List<Po1> lines) {

  static final String TYPE = "855";

  /** BEG01 of an order that stands in place of an earlier one. */
  private static final Set<String> RESTATED = Set.of("04", "05");

  private static final Set<String> REFUSED = Set.of("IR", "R2", "R3");

  private static final Set<String> AS_ASKED = Set.of("IA", "ID");

  /** One line with its answer. */
  record Po1(
      String number,
      String quantity,
      String unit,
      String price,
      String basis,
      List<Pair> ids,
      List<Ref> references,
      List<Ack> acks) {}

  /**
   * @param number 1 for the first answer to the order, 2 for the second
   */
  static Confirmation855 of(
      Confirmation facts, TradingPartner partner, LocalDate today, int number) {
    PurchaseOrder order = facts.head().order();
    List<Po1> lines = lines(facts, partner);
    return new Confirmation855(
        number > 1 || RESTATED.contains(String.valueOf(order.purposeCode())) ? "05" : "00",
        verdict(lines),
        order.poNumber(),
        Text.date(order.poDate()),
        order.release(),
        order.contract(),
        Text.clean(facts.head().salesOrder(), 30),
        Text.date(today),
        order.currency(),
        OrderEcho.references(partner, TYPE, order.references()),
        parties(order),
        lines);
  }

  /** Buyer, seller and ship-to as they were sent. */
  static List<PartyLoop> parties(PurchaseOrder order) {
    Party seller = OrderEcho.party(order, order.seller(), "SE", "SU", "VN");
    return OrderEcho.present(
        PartyLoop.brief("BY", OrderEcho.party(order, order.buyer(), "BY")),
        PartyLoop.brief(OrderEcho.code(seller, "SE"), seller),
        PartyLoop.brief("ST", OrderEcho.party(order, order.shipTo(), "ST")));
  }

  /** Nothing but plain acceptance: no change to tell. */
  boolean unchanged() {
    return verdict.equals("AD");
  }

  private static List<Po1> lines(Confirmation facts, TradingPartner partner) {
    AcknowledgmentShape shape = partner.acknowledgment();
    LineAnswer answer = new LineAnswer(shape, partner.agreement().transitDays());
    Map<String, ConfirmedLine> decided = new LinkedHashMap<>();
    facts.lines().forEach(line -> decided.put(line.lineNumber(), line));
    List<Po1> lines = new ArrayList<>();
    for (Map.Entry<String, Line> keyed : facts.head().order().linesByKey().entrySet()) {
      Line line = keyed.getValue();
      ConfirmedLine decision = decided.get(keyed.getKey());
      if (decision == null) {
        throw new IllegalStateException(
            "Line %s of order %s has no decision; an 855 answers every line."
                .formatted(keyed.getKey(), facts.head().orderId()));
      }
      List<Ack> acks = answer.of(decision, line.quantity());
      boolean refused = acks.stream().allMatch(ack -> REFUSED.contains(ack.code()));
      lines.add(
          new Po1(
              line.lineNumber() == null ? keyed.getKey() : line.lineNumber(),
              line.quantity(),
              line.unit(),
              price(line, decision, refused, shape),
              line.price() == null ? null : line.price().code(),
              OrderEcho.pairs(line),
              OrderEcho.references(partner, TYPE, line.references()),
              acks));
    }
    return lines;
  }

  /** As ordered; ours where it differs and the line is accepted so, or the order named none. */
  private static String price(
      Line line, ConfirmedLine decision, boolean refused, AcknowledgmentShape shape) {
    String ordered = line.price() == null ? null : line.price().amount();
    boolean ours =
        ordered == null
            || decision.priceChanged()
            || shape.price() == AcknowledgmentShape.Price.OURS;
    return ours && !refused && decision.price() != null && decision.price().amount() != null
        ? decision.price().amount()
        : ordered;
  }

  /** BAK02: AK no lines, RD all rejected, AD all as ordered, AC anything else. */
  private static String verdict(List<Po1> lines) {
    return verdict(lines.stream().flatMap(line -> line.acks().stream()));
  }

  /** The same for the answer to a change, where an item deleted as asked is as asked. */
  static String verdict(Stream<Ack> acks) {
    List<String> codes = acks.map(Ack::code).toList();
    if (codes.isEmpty()) {
      return "AK";
    }
    if (REFUSED.containsAll(codes)) {
      return "RD";
    }
    return AS_ASKED.containsAll(codes) ? "AD" : "AC";
  }
}
