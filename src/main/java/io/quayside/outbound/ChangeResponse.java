package io.quayside.outbound;

import io.quayside.order.Answers.Change;
import io.quayside.order.Answers.ChangedLine;
import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.ConfirmedLine;
import io.quayside.order.canonical.Line;
import io.quayside.outbound.LineAnswer.Ack;
import io.quayside.partner.Company;
import io.quayside.partner.TradingPartner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ORDRSP that answers an ORDCHG: EDIFACT has no change acknowledgment of its own. Beside the
 * lines of the order as it is now it has those that were deleted; of a change that was set aside,
 * what it asked.
 *
 * <pre>BGM+231+SO-1001-2+27' LIN+10+7' QTY+21:60:PCE'   the order keeps what it had</pre>
 */
final class ChangeResponse {
  private static final String DELETED = "2";
  private static final String REFUSED = "7";

  private ChangeResponse() {}

  /**
   * @param facts the decision on the order as it is now: the revision, where the change was
   *     accepted and is no cancellation; else the order that it is about
   * @param number 1 for the first answer to that order, 2 for the second
   */
  static OrderResponse of(
      Change change,
      Confirmation facts,
      TradingPartner partner,
      Company company,
      LocalDate today,
      int number) {
    List<OrderResponse.Answer> lines =
        change.accepted() && change.after() != null
            ? revised(change, facts, partner)
            : settled(change, facts, partner);
    return OrderResponse.with(lines, facts, partner, company, today, number);
  }

  private static List<OrderResponse.Answer> revised(
      Change change, Confirmation facts, TradingPartner partner) {
    Map<String, Line> revision = facts.head().order().linesByKey();
    Map<String, ConfirmedLine> now = decided(facts);
    return change.lines().stream()
        .map(
            line -> {
              if (line.after() == null) {
                return bare(line, DELETED, partner);
              }
              return revision.containsKey(line.key())
                  ? OrderResponse.answer(
                      line.key(), revision.get(line.key()), now.get(line.key()), partner)
                  : bare(line, REFUSED, partner);
            })
        .toList();
  }

  private static List<OrderResponse.Answer> settled(
      Change change, Confirmation facts, TradingPartner partner) {
    Map<String, ConfirmedLine> now = decided(facts);
    AskedLine asked = new AskedLine(change, partner);
    List<OrderResponse.Answer> lines = new ArrayList<>();
    for (ChangedLine line : change.lines()) {
      if (!ChangeCode.asks(change, line)) {
        continue;
      }
      List<String> codes =
          asked.acks(line, now.get(line.key())).stream().map(Ack::code).distinct().toList();
      if (codes.equals(List.of("IR"))) {
        lines.add(bare(line, REFUSED, partner));
      } else if (codes.equals(List.of("ID"))) {
        lines.add(bare(line, DELETED, partner));
      } else if (line.after() == null) {
        lines.add(OrderResponse.answer(line.key(), line.before(), now.get(line.key()), partner));
      } else {
        lines.add(
            OrderResponse.answer(
                line.key(), line.after(), AskedLine.held(now.get(line.key())), partner));
      }
    }
    return lines;
  }

  /** The line as asked, with nothing to deliver. */
  private static OrderResponse.Answer bare(
      ChangedLine changed, String action, TradingPartner partner) {
    Line line = changed.after() == null ? changed.before() : changed.after();
    return new OrderResponse.Answer(
        line.lineNumber() == null ? changed.key() : line.lineNumber(),
        action,
        Message.Item.of(line),
        line.quantity(),
        line.unit(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        Message.Price.of(line.price()),
        OrderEcho.references(partner, OrderResponse.TYPE, line.references()));
  }

  private static Map<String, ConfirmedLine> decided(Confirmation facts) {
    Map<String, ConfirmedLine> decided = new LinkedHashMap<>();
    facts.lines().forEach(line -> decided.put(line.lineNumber(), line));
    return decided;
  }
}
