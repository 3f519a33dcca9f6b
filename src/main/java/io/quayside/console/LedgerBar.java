package io.quayside.console;

import io.quayside.order.OrderViews.LineView;
import io.quayside.order.OrderViews.ScheduleView;
import io.quayside.work.Columns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ledger of a line as a bar: where its quantity is, in parts of a hundred, and in words. */
record LedgerBar(List<Piece> pieces, String words) {

  /** One stretch of the bar; {@code start} and {@code width} in percent. */
  record Piece(String name, String start, String width) {}

  static LedgerBar of(LineView line, Words words) {
    BigDecimal ordered = Columns.decimal(line.ordered());
    BigDecimal shipped = number(line.shipped()).subtract(number(line.returned()));
    BigDecimal accepted =
        number(line.accepted()).subtract(number(line.shipped())).max(BigDecimal.ZERO);
    List<Piece> pieces = new ArrayList<>();
    BigDecimal start = BigDecimal.ZERO;
    start = add(pieces, "shipped", shipped, start, ordered);
    start = add(pieces, "accepted", accepted, start, ordered);
    start = add(pieces, "returned", number(line.returned()), start, ordered);
    start = add(pieces, "back", number(line.backordered()), start, ordered);
    start = add(pieces, "rejected", number(line.rejected()), start, ordered);
    add(pieces, "cancelled", number(line.cancelled()), start, ordered);
    return new LedgerBar(pieces, words(line, shipped, accepted, words));
  }

  private static BigDecimal add(
      List<Piece> pieces, String name, BigDecimal quantity, BigDecimal start, BigDecimal ordered) {
    if (quantity.signum() <= 0 || ordered == null || ordered.signum() <= 0) {
      return start;
    }
    BigDecimal width =
        quantity.multiply(BigDecimal.valueOf(100)).divide(ordered, 2, RoundingMode.HALF_UP);
    pieces.add(new Piece(name, start.toPlainString() + "%", width.toPlainString() + "%"));
    return start.add(width);
  }

  private static String words(LineView line, BigDecimal shipped, BigDecimal accepted, Words words) {
    List<String> said = new ArrayList<>();
    BigDecimal invoiced = number(line.invoiced());
    if (shipped.signum() > 0) {
      boolean all = invoiced.compareTo(number(line.shipped())) >= 0;
      said.add(Columns.text(shipped) + " shipped" + (all ? " and invoiced" : ""));
      if (!all && invoiced.signum() > 0) {
        said.add(Columns.text(invoiced) + " invoiced");
      }
    }
    say(said, accepted, "accepted" + when(line, true, words));
    say(said, number(line.backordered()), "backordered" + when(line, false, words));
    say(said, number(line.rejected()), "rejected" + reason(line));
    say(said, number(line.cancelled()), "cancelled");
    say(said, number(line.returned()), "returned");
    say(said, number(line.open()), "not decided yet");
    return String.join(" · ", said);
  }

  private static void say(List<String> said, BigDecimal quantity, String what) {
    if (quantity.signum() > 0) {
      said.add(Columns.text(quantity) + " " + what);
    }
  }

  private static String reason(LineView line) {
    return line.reason() == null ? "" : " (" + line.reason() + ")";
  }

  /** The day promised, when all schedules with such a quantity have the same. */
  private static String when(LineView line, boolean accepted, Words words) {
    Optional<List<String>> days =
        Optional.ofNullable(line.schedules())
            .map(
                all ->
                    all.stream()
                        .filter(s -> number(accepted ? s.accepted() : s.backordered()).signum() > 0)
                        .map(ScheduleView::promised)
                        .distinct()
                        .toList());
    return days.filter(found -> found.size() == 1 && found.get(0) != null)
        .map(found -> ", promised for " + words.day(found.get(0)))
        .orElse("");
  }

  private static BigDecimal number(String text) {
    return text == null ? BigDecimal.ZERO : Columns.decimal(text);
  }
}
