package io.quayside.outbound;

import io.quayside.order.Answers.Change;
import io.quayside.order.Answers.ChangedLine;
import io.quayside.order.canonical.Dates;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.Price;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.canonical.Schedule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * POC02 (670) of a line in the answer to a change: as its sender wrote it, so that it knows its
 * request again; else what differs.
 *
 * <pre>POC*10*QD*30**EA*12.50~</pre>
 */
final class ChangeCode {
  static final String UNCHANGED = "NC";
  static final String DELETED = "DI";

  private ChangeCode() {}

  static String of(Change change, ChangedLine line) {
    if (Text.has(line.code())) {
      return line.code();
    }
    if (line.before() == null) {
      return "AI";
    }
    return line.after() == null ? DELETED : difference(change, line);
  }

  /** Whether the change asks anything of the line. */
  static boolean asks(Change change, ChangedLine line) {
    return line.before() == null
        || line.after() == null
        || !difference(change, line).equals(UNCHANGED);
  }

  private static String difference(Change change, ChangedLine line) {
    int quantity = quantity(line.after()).compareTo(quantity(line.before()));
    boolean price = !samePrice(line.before(), line.after());
    boolean date =
        !dates(change.before(), line.before()).equals(dates(change.after(), line.after()));
    if (!sameElse(line.before(), line.after()) || quantity != 0 && price && date) {
      return "CA";
    }
    if (quantity != 0) {
      return price ? "PQ" : date ? "RQ" : quantity > 0 ? "QI" : "QD";
    }
    if (price) {
      return date ? "PR" : "PC";
    }
    return date ? "RS" : UNCHANGED;
  }

  private static BigDecimal quantity(Line line) {
    return Text.number(line.quantity());
  }

  static boolean samePrice(Line one, Line other) {
    return amount(one.price()).compareTo(amount(other.price())) == 0
        && Objects.equals(per(one.price()), per(other.price()));
  }

  private static String per(Price price) {
    return price == null || price.per() == null ? "1" : price.per();
  }

  private static BigDecimal amount(Price price) {
    return Text.number(price == null ? null : price.amount());
  }

  /** Item, unit and where it goes. */
  private static boolean sameElse(Line one, Line other) {
    return one.ids().equals(other.ids())
        && Objects.equals(one.unit(), other.unit())
        && Objects.equals(one.shipTo(), other.shipTo())
        && places(one).equals(places(other));
  }

  private static List<Object> places(Line line) {
    List<Object> places = new ArrayList<>();
    line.schedules().forEach(one -> places.add(Arrays.asList(one.location(), one.shipTo())));
    return places;
  }

  /** Every day that the line wishes: its own, its deliveries', the order's where it has none. */
  private static List<Dates> dates(PurchaseOrder order, Line line) {
    Dates own = line.dates() == null ? order.dates() : line.dates();
    List<Dates> all = new ArrayList<>();
    all.add(own);
    line.schedules().stream().map(Schedule::dates).forEach(all::add);
    return all;
  }
}
