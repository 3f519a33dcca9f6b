package io.quayside.outbound;

import io.quayside.order.Answers.Change;
import io.quayside.order.Answers.ChangedLine;
import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.ConfirmedLine;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.outbound.Confirmation855.Po1;
import io.quayside.outbound.LineAnswer.Ack;
import io.quayside.outbound.OrderEcho.Pair;
import io.quayside.outbound.OrderEcho.Ref;
import io.quayside.partner.TradingPartner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an 865 says: X12 865, purchase order change acknowledgment, to a change that its sender
 * asked for.
 *
 * <pre>BCA*00*AC*4500000042**2*20261120***SO-7781*20261121~</pre>
 *
 * @param purpose BCA01: 00; 05 and 01 where a person corrects it
 * @param verdict BCA02: AD all as asked, RD nothing, RJ the same without lines, AC anything else
 * @param changeNumber BCA05, as BCH05
 */
record Confirmation865(
    String purpose,
    String verdict,
    String poNumber,
    String release,
    String changeNumber,
    String poDate,
    String contract,
    String salesOrder,
    String date,
    String currency,
    List<Ref> references,
    List<PartyLoop> parties,
    List<Poc> lines) {

  static final String TYPE = AnswerFormat.CHANGE;

  /**
   * One line with what was asked of it, as asked, and what became of that.
   *
   * @param code POC02
   */
  record Poc(
      String number,
      String code,
      String quantity,
      String unit,
      String price,
      String basis,
      List<Pair> ids,
      List<Ref> references,
      List<Ack> acks) {}

  /**
   * @param facts the decision on the order as it is now: the revision, where the change was
   *     accepted and is no cancellation; else the order that it is about
   */
  static Confirmation865 of(
      Change change, Confirmation facts, TradingPartner partner, LocalDate today) {
    PurchaseOrder order = facts.head().order();
    List<Poc> lines = lines(change, facts, partner, today);
    return new Confirmation865(
        "00",
        verdict(change, lines),
        order.poNumber(),
        order.release(),
        change.asked().changeNumber(),
        Text.date(order.poDate() == null ? change.asked().poDate() : order.poDate()),
        order.contract(),
        Text.clean(facts.head().salesOrder(), 30),
        Text.date(today),
        order.currency(),
        OrderEcho.references(partner, echo(partner), order.references()),
        Confirmation855.parties(order),
        lines);
  }

  private static List<Poc> lines(
      Change change, Confirmation facts, TradingPartner partner, LocalDate today) {
    if (change.accepted() && change.after() != null) {
      return revised(change, Confirmation855.of(facts, partner, today, 1), facts, partner);
    }
    Map<String, ConfirmedLine> now = new LinkedHashMap<>();
    facts.lines().forEach(line -> now.put(line.lineNumber(), line));
    AskedLine asked = new AskedLine(change, partner);
    return change.lines().stream()
        .filter(line -> ChangeCode.asks(change, line))
        .map(line -> poc(change, line, partner, asked.acks(line, now.get(line.key()))))
        .toList();
  }

  /** Each line of the revision as an 855 answers it, and what was deleted. */
  private static List<Poc> revised(
      Change change, Confirmation855 said, Confirmation facts, TradingPartner partner) {
    List<String> keys = List.copyOf(facts.head().order().linesByKey().keySet());
    List<Poc> lines = new ArrayList<>();
    for (ChangedLine line : change.lines()) {
      if (line.after() == null) {
        lines.add(poc(change, line, partner, List.of(AskedLine.deleted(line.before()))));
        continue;
      }
      int at = keys.indexOf(line.key());
      if (at < 0) {
        lines.add(poc(change, line, partner, List.of(AskedLine.refused(line.after()))));
        continue;
      }
      Po1 po1 = said.lines().get(at);
      lines.add(
          new Poc(
              po1.number(),
              ChangeCode.of(change, line),
              po1.quantity(),
              po1.unit(),
              po1.price(),
              po1.basis(),
              po1.ids(),
              po1.references(),
              po1.acks()));
    }
    return lines;
  }

  private static Poc poc(
      Change change, ChangedLine changed, TradingPartner partner, List<Ack> acks) {
    Line line = changed.after() == null ? changed.before() : changed.after();
    return new Poc(
        line.lineNumber() == null ? changed.key() : line.lineNumber(),
        ChangeCode.of(change, changed),
        line.unit() == null ? null : line.quantity(),
        line.unit(),
        line.price() == null ? null : line.price().amount(),
        line.price() == null ? null : line.price().code(),
        OrderEcho.pairs(line),
        Stream.concat(
                OrderEcho.references(partner, echo(partner), line.references()).stream(),
                new AskedLine(change, partner).reason(changed, acks).stream())
            .toList(),
        acks);
  }

  /** What an 855 echoes, unless the partner file says another for the 865. */
  private static String echo(TradingPartner partner) {
    return partner.echo().containsKey(TYPE) ? TYPE : Confirmation855.TYPE;
  }

  private static String verdict(Change change, List<Poc> lines) {
    if (lines.isEmpty()) {
      return change.accepted() ? "AK" : "RJ";
    }
    return Confirmation855.verdict(lines.stream().flatMap(line -> line.acks().stream()));
  }
}
