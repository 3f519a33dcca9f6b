package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.decimal;
import static io.quayside.work.Columns.text;

import io.quayside.fulfilment.ShippingDesk;
import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.GoodsShipped.Content;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Puts what was packed into packages, as told; where nobody told, counts them and says nothing of
 * what is in which.
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
   * How many cartons by rule: one a pack where the line holds whole or nearly whole packs, else one
   * a line.
   */
  static int byPack(List<Goods> goods) {
    int cartons = 0;
    for (Goods line : goods) {
      if (line.quantity().signum() > 0) {
        int packs =
            line.perPack() == null
                ? 1
                : line.quantity().divide(line.perPack(), 0, RoundingMode.CEILING).intValue();
        cartons += packs > MOST_PACKS ? 1 : packs;
      }
    }
    return cartons;
  }

  /** So many cartons; what is in them is known where one holds all, and not said of several. */
  static List<ShippingDesk.Package> counted(List<Goods> goods, int count) {
    List<Content> all =
        goods.stream()
            .filter(line -> line.quantity().signum() > 0)
            .map(line -> line.content(line.quantity()))
            .toList();
    if (all.isEmpty()) {
      return List.of();
    }
    return Collections.nCopies(count, carton(count == 1 ? all : List.of()));
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
    boolean told = cartons.stream().allMatch(carton -> !carton.contents().isEmpty());
    List<BigDecimal> weights = weights(cartons, goods, told || total != null ? total : all(goods));
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
        weight = known(cartons.get(i).contents(), goods);
      } else if (weight == null) {
        int open = cartons.size() - i;
        weight = left.divide(BigDecimal.valueOf(open), 2, RoundingMode.HALF_UP);
      }
      left = left == null || weight == null ? left : left.subtract(weight).max(BigDecimal.ZERO);
      weights.add(weight);
    }
    return weights;
  }

  /** What all goods weigh by their items; null when one of them is unknown. */
  private static BigDecimal all(List<Goods> goods) {
    return known(goods.stream().map(line -> line.content(line.quantity())).toList(), goods);
  }

  /** What the contents weigh by their items; null when one of them is unknown. */
  private static BigDecimal known(List<Content> contents, List<Goods> goods) {
    if (contents.isEmpty()) {
      return null;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Content content : contents) {
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
