package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.decimal;
import static io.quayside.work.Columns.text;

import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.ShippingDesk;
import io.quayside.order.Quantities;
import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.ShipGoods;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a packing may say about a pick, and what each line of it comes to. */
final class PackingRules {

  private static final int MOST_CARTONS = 10_000;

  private PackingRules() {}

  /** The lines as packed, in the pick's order; a line that is not named was packed whole. */
  static List<GoodsShipped.Packed> packed(
      ShippingDesk.Waiting pick, ShippingDesk.Packing packing, BigDecimal overPercent) {
    Map<String, ShippingDesk.Line> told = new HashMap<>();
    if (packing.lines() != null) {
      packing.lines().forEach(line -> told.put(key(line.lineNumber(), line.scheduleId()), line));
    }
    List<GoodsShipped.Packed> lines =
        pick.lines().stream()
            .map(p -> packed(p, told.remove(key(p.lineNumber(), p.scheduleId())), overPercent))
            .toList();
    if (!told.isEmpty()) {
      ShippingDesk.Line line = told.values().iterator().next();
      throw new FulfilmentRefusal(
          "Line %s, schedule %s does not wait to be packed in pick %s"
              .formatted(line.lineNumber(), line.scheduleId(), pick.requestId()));
    }
    return lines;
  }

  private static GoodsShipped.Packed packed(
      ShipGoods.Pick pick, ShippingDesk.Line told, BigDecimal overPercent) {
    BigDecimal wanted = decimal(pick.quantity());
    String counted = Quantities.whole(wanted, pick.unit()) ? pick.unit() : null;
    BigDecimal quantity =
        told == null || told.quantity() == null
            ? wanted
            : number(told.quantity(), "Line " + pick.lineNumber(), counted);
    BigDecimal most = wanted.multiply(overPercent.movePointLeft(2).add(BigDecimal.ONE));
    if (quantity.compareTo(most) > 0) {
      throw new FulfilmentRefusal(
          "Line %s: %s %s packed, but %s are to be picked; a quantity from 0 to %s is possible"
              .formatted(
                  pick.lineNumber(),
                  text(quantity),
                  pick.unit(),
                  pick.quantity(),
                  text(most.setScale(wanted.scale(), RoundingMode.FLOOR))));
    }
    BigDecimal shortQuantity = wanted.subtract(quantity).max(BigDecimal.ZERO);
    boolean isShort = shortQuantity.signum() > 0;
    return new GoodsShipped.Packed(
        pick.lineNumber(),
        pick.scheduleId(),
        pick.sku(),
        text(quantity),
        pick.unit(),
        told == null || told.lots() == null ? List.of() : told.lots(),
        told == null || told.serials() == null ? List.of() : told.serials(),
        told == null ? null : told.expiry(),
        null,
        isShort ? text(shortQuantity) : null,
        isShort && told != null ? told.shortReason() : null);
  }

  /**
   * Refuses packages that hold more or less of a line than was packed; packages of which no
   * contents are told are only counted.
   */
  static void holdsAll(List<ShippingDesk.Package> cartons, List<GoodsShipped.Packed> lines) {
    if (cartons.stream().allMatch(carton -> carton.contents().isEmpty())) {
      return;
    }
    Map<String, BigDecimal> held = new HashMap<>();
    cartons.stream()
        .flatMap(carton -> carton.contents().stream())
        .forEach(
            c ->
                held.merge(
                    key(c.lineNumber(), c.scheduleId()),
                    number(c.quantity(), "Carton, line " + c.lineNumber(), c.unit()),
                    BigDecimal::add));
    for (GoodsShipped.Packed line : lines) {
      BigDecimal in = held.remove(key(line.lineNumber(), line.scheduleId()));
      if ((in == null ? BigDecimal.ZERO : in).compareTo(decimal(line.quantity())) != 0) {
        throw new FulfilmentRefusal(
            "Line %s: %s packed, but the packages hold %s"
                .formatted(line.lineNumber(), line.quantity(), in == null ? "0" : text(in)));
      }
    }
    if (!held.isEmpty()) {
      throw new FulfilmentRefusal(
          "The packages hold line/schedule " + held.keySet() + ", which was not packed");
    }
  }

  static int cartons(int count) {
    if (count < 1 || count > MOST_CARTONS) {
      throw new FulfilmentRefusal(
          count + " cartons: a number from 1 to " + MOST_CARTONS + " is possible");
    }
    return count;
  }

  /** A carrier's code is 2 to 4 letters (NMFTA); null: none is said. UPSN */
  static String scac(String scac) {
    if (scac != null && !scac.matches("[A-Za-z]{2,4}")) {
      throw new FulfilmentRefusal(
          "Carrier `" + scac + "` is no SCAC: it has 2 to 4 letters, for example UPSN");
    }
    return scac;
  }

  /** A quantity that a person typed, of a unit. */
  static BigDecimal number(String value, String where, String unit) {
    Quantities.fault(value, unit)
        .ifPresent(
            why -> {
              throw new FulfilmentRefusal("%s: quantity `%s` %s".formatted(where, value, why));
            });
    return new BigDecimal(value.trim());
  }

  private static String key(String lineNumber, String scheduleId) {
    return lineNumber + "/" + scheduleId;
  }
}
