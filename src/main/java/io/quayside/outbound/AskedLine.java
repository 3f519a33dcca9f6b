package io.quayside.outbound;

import io.quayside.order.Answers.Change;
import io.quayside.order.Answers.ChangedLine;
import io.quayside.order.Answers.ConfirmedLine;
import io.quayside.order.Answers.ConfirmedSchedule;
import io.quayside.order.canonical.Line;
import io.quayside.outbound.LineAnswer.Ack;
import io.quayside.outbound.OrderEcho.Ref;
import io.quayside.partner.TradingPartner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of one line's change where no revision stands in place of the order: a cancellation,
 * or a change that was set aside. What a person decided by hand counts as what was asked, when it
 * is that.
 *
 * <pre>POC*10*QI*60**EA~ ACK*IR*60*EA~   the order keeps what it had</pre>
 */
final class AskedLine {
  /** REF03 holds 80 characters. */
  private static final String SET_ASIDE =
      "Change not accepted; the order stands as it was answered";

  private final Change change;
  private final LineAnswer answer;

  AskedLine(Change change, TradingPartner partner) {
    this.change = change;
    this.answer = new LineAnswer(partner.acknowledgment(), partner.agreement().transitDays());
  }

  /**
   * @param now how the line stands, null where the order does not have it
   */
  List<Ack> acks(ChangedLine line, ConfirmedLine now) {
    Line asked = line.after() == null ? line.before() : line.after();
    if (line.after() == null && now != null) {
      BigDecimal gone = sum(now, ConfirmedSchedule::cancelled);
      if (change.accepted()) {
        gone = gone.add(sum(now, ConfirmedSchedule::rejected));
      }
      BigDecimal left = Text.number(asked.quantity()).subtract(gone);
      List<Ack> acks = new ArrayList<>();
      add(acks, "ID", gone, asked.unit());
      add(acks, "IR", left, asked.unit());
      return acks.isEmpty() ? List.of(deleted(asked)) : acks;
    }
    return now != null && line.before() != null && met(line, now)
        ? answer.of(held(now), asked.quantity())
        : List.of(refused(asked));
  }

  /** ACK*IR*60*EA~ */
  static Ack refused(Line line) {
    return ack("IR", line);
  }

  /** A quantity says nothing without its unit. */
  private static Ack ack(String code, Line line) {
    return new Ack(code, line.unit() == null ? null : line.quantity(), line.unit(), null, null);
  }

  /** ACK*ID*5*EA~ */
  static Ack deleted(Line line) {
    return ack("ID", line);
  }

  /** Why, in words, where something was refused. REF*ZZ**Already shipped~ */
  Optional<Ref> reason(ChangedLine line, List<Ack> acks) {
    if (acks.stream().noneMatch(ack -> ack.code().equals("IR"))) {
      return Optional.empty();
    }
    return Optional.of(new Ref("ZZ", null, words(line)));
  }

  private String words(ChangedLine line) {
    if (change.orderId() == null) {
      return "There is no such order";
    }
    if (!change.accepted()) {
      return SET_ASIDE;
    }
    return line.before() == null ? "The order has no such line" : "Already shipped";
  }

  /** Quantity and price, if that is all that it asks, are what holds. */
  private boolean met(ChangedLine line, ConfirmedLine now) {
    String code =
        ChangeCode.of(change, new ChangedLine(line.key(), line.before(), line.after(), null));
    boolean price =
        now.price() != null
            && line.after().price() != null
            && Text.number(now.price().amount())
                    .compareTo(Text.number(line.after().price().amount()))
                == 0;
    return switch (code) {
      case "QI", "QD" -> quantityHolds(line, now);
      case "PC" -> price;
      case "PQ" -> price && quantityHolds(line, now);
      default -> false;
    };
  }

  private static boolean quantityHolds(ChangedLine line, ConfirmedLine now) {
    return kept(now).compareTo(Text.number(line.after().quantity())) == 0;
  }

  private static BigDecimal kept(ConfirmedLine now) {
    return sum(now, ConfirmedSchedule::accepted).add(sum(now, ConfirmedSchedule::backordered));
  }

  /** The line without what will not come of it. */
  static ConfirmedLine held(ConfirmedLine now) {
    return new ConfirmedLine(
        now.lineNumber(),
        now.sku(),
        now.unit(),
        now.price(),
        false,
        now.schedules().stream().map(AskedLine::held).toList());
  }

  private static ConfirmedSchedule held(ConfirmedSchedule one) {
    return new ConfirmedSchedule(
        one.id(),
        Text.plain(Text.number(one.accepted()).add(Text.number(one.backordered()))),
        one.accepted(),
        one.shipDate(),
        one.late(),
        one.backordered(),
        one.backorderDate(),
        "0",
        "0",
        null,
        null);
  }

  private static void add(List<Ack> acks, String code, BigDecimal quantity, String unit) {
    if (quantity.signum() > 0) {
      acks.add(new Ack(code, Text.plain(quantity), unit, null, null));
    }
  }

  private static BigDecimal sum(ConfirmedLine line, Function<ConfirmedSchedule, String> quantity) {
    return line.schedules().stream()
        .map(quantity)
        .map(Text::number)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
