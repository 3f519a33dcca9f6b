package io.quayside.console;

import io.quayside.order.OrderViews.LineView;
import io.quayside.order.OrderViews.OrderView;
import io.quayside.order.OrderViews.ScheduleView;
import io.quayside.work.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A line that waits for goods, in words: “Line 10 waits for 40 EA of W-001.” and what is known. */
record Waits(String what, String more) {

  static List<Waits> of(OrderView order, Words words) {
    List<Waits> waits = new ArrayList<>();
    for (LineView line : order.lines()) {
      if (line.backordered() == null || Columns.decimal(line.backordered()).signum() <= 0) {
        continue;
      }
      String item = line.sku() == null ? "" : " of " + line.sku();
      String unit = line.unit() == null ? "" : " " + line.unit();
      waits.add(
          new Waits(
              "Line " + line.lineNumber() + " waits for " + line.backordered() + unit + item + ".",
              more(line, words)));
    }
    return waits;
  }

  private static String more(LineView line, Words words) {
    List<String> days =
        line.schedules().stream()
            .filter(s -> s.backordered() != null && Columns.decimal(s.backordered()).signum() > 0)
            .map(ScheduleView::promised)
            .filter(Objects::nonNull)
            .distinct()
            .map(words::day)
            .toList();
    String promised =
        days.isEmpty() ? "No day is known yet." : "Promised for " + String.join(", ", days) + ".";
    return promised + " It goes on by itself when the goods are booked in.";
  }
}
