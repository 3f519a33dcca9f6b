package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.decimal;
import static io.quayside.work.Columns.text;

import io.quayside.fulfilment.ShippingDesk;
import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.GoodsShipped.Content;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Puts what was packed into packages, as told or by rule: a carton a pack, else a carton a line.
 */
final class Packer {

  /** A line with more packs than this goes as one package: nobody labels them one by one. */
  private static final int MOST_PACKS = 500;

  private Packer() {}

  /**
   * What was packed of a schedule.
   *
   * @param perPack how many ordered units fill a pack, null when it has none
   * @param unitWeight of one ordered unit, null when unknown
   */
  record Goods(
      String lineNumber,
      String scheduleId,
      String unit,
      BigDecimal quantity,
      BigDecimal perPack,
      BigDecimal unitWeight) {

    Content content(BigDecimal part) {
      return new Content(lineNumber, scheduleId, text(part), unit);
    }
  }

  /**
   * Cartons by rule: one a pack where the line holds whole or nearly whole packs, else one a line.
   */
  static List<ShippingDesk.Package> byPack(List<Goods> goods) {
    List<ShippingDesk.Package> cartons = new ArrayList<>();
    for (Goods line : goods) {
      if (line.quantity().signum() == 0) {
        continue;
      }
      BigDecimal each = line.perPack();
      if (each == null
          || line.quantity().divide(each, 0, RoundingMode.CEILING).intValue() > MOST_PACKS) {
        each = line.quantity();
      }
      for (BigDecimal left = line.quantity(); left.signum() > 0; left = left.subtract(each)) {
        cartons.add(carton(List.of(line.content(left.min(each)))));
      }
    }
    return cartons;
  }

  /** A given number of cartons, filled in line order with the same number of units each. */
  static List<ShippingDesk.Package> byCount(List<Goods> goods, int count) {
    BigDecimal all = goods.stream().map(Goods::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal room = all.divide(BigDecimal.valueOf(count), 0, RoundingMode.CEILING);
    List<ShippingDesk.Package> cartons = new ArrayList<>();
    List<Content> contents = new ArrayList<>();
    BigDecimal free = room;
    for (Goods line : goods) {
      for (BigDecimal left = line.quantity(); left.signum() > 0; ) {
        BigDecimal part = left.min(free);
        contents.add(line.content(part));
        left = left.subtract(part);
        free = free.subtract(part);
        if (free.signum() == 0) {
          cartons.add(carton(contents));
          contents = new ArrayList<>();
          free = room;
        }
      }
    }
    if (!contents.isEmpty()) {
      cartons.add(carton(contents));
    }
    return cartons;
  }

  /**
   * The tree as it stands on {@code inventory.shipped}: cartons, those with a pallet below it;
   * missing SSCCs are made, missing weights worked out.
   *
   * @param total gross weight of all, spread over cartons that tell none; null when unknown
   */
  static List<GoodsShipped.Package> tree(
      List<ShippingDesk.Package> cartons,
      List<Goods> goods,
      BigDecimal total,
      String weightUnit,
      Supplier<String> sscc) {
    List<BigDecimal> weights = weights(cartons, goods, total);
    List<GoodsShipped.Package> tree = new ArrayList<>();
    Map<String, List<GoodsShipped.Package>> pallets = new LinkedHashMap<>();
    for (int i = 0; i < cartons.size(); i++) {
      ShippingDesk.Package carton = cartons.get(i);
      GoodsShipped.Package packed =
          new GoodsShipped.Package(
              "carton",
              carton.sscc() == null ? sscc.get() : new Sscc(carton.sscc()).value(),
              text(weights.get(i)),
              weights.get(i) == null ? null : weightUnit,
              carton.tracking(),
              carton.contents(),
              List.of());
      if (carton.pallet() == null) {
        tree.add(packed);
      } else {
        pallets.computeIfAbsent(carton.pallet(), pallet -> new ArrayList<>()).add(packed);
      }
    }
    pallets.forEach(
        (pallet, on) ->
            tree.add(
                new GoodsShipped.Package("pallet", sscc.get(), null, null, null, List.of(), on)));
    return List.copyOf(tree);
  }

  private static ShippingDesk.Package carton(List<Content> contents) {
    return new ShippingDesk.Package(null, null, null, null, List.copyOf(contents));
  }

  private static List<BigDecimal> weights(
      List<ShippingDesk.Package> cartons, List<Goods> goods, BigDecimal total) {
    List<BigDecimal> weights = new ArrayList<>();
    BigDecimal left = total;
    for (int i = 0; i < cartons.size(); i++) {
      BigDecimal weight = decimal(cartons.get(i).weight());
      if (weight == null && total == null) {
        weight = known(cartons.get(i), goods);
      } else if (weight == null) {
        int open = cartons.size() - i;
        weight = left.divide(BigDecimal.valueOf(open), 2, RoundingMode.HALF_UP);
      }
      left = left == null || weight == null ? left : left.subtract(weight).max(BigDecimal.ZERO);
      weights.add(weight);
    }
    return weights;
  }

  /** What the contents weigh by their items; null when one of them is unknown. */
  private static BigDecimal known(ShippingDesk.Package carton, List<Goods> goods) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Content content : carton.contents()) {
      BigDecimal each =
          goods.stream()
              .filter(line -> line.lineNumber().equals(content.lineNumber()))
              .filter(line -> line.scheduleId().equals(content.scheduleId()))
              .map(Goods::unitWeight)
              .filter(java.util.Objects::nonNull)
              .findFirst()
              .orElse(null);
      if (each == null) {
        return null;
      }
      sum = sum.add(each.multiply(decimal(content.quantity())));
    }
    return sum;
  }
}
