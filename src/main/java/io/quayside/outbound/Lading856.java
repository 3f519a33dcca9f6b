package io.quayside.outbound;

import io.quayside.order.message.GoodsShipped;
import io.quayside.outbound.ShipNotice856.Lading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts and weighs packages for TD1. */
final class Lading856 {
  private static final Map<String, String> PACKAGING =
      Map.of(
          "carton", "CTN", "case", "CAS", "pallet", "PLT", "box", "BOX", "bag", "BAG", "drum",
          "DRM", "crate", "CRT", "roll", "ROL");

  private Lading856() {}

  /** One for each kind of package, pallets and what stands on them counted apart. */
  static List<Lading> of(List<GoodsShipped.Package> packages) {
    if (packages == null || packages.isEmpty()) {
      return List.of();
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    count(packages, counts);
    String unit = weightUnit(packages);
    BigDecimal weight = unit == null ? BigDecimal.ZERO : weight(packages);
    List<Lading> lading = new ArrayList<>();
    counts.forEach(
        (packaging, count) -> {
          boolean weighed = lading.isEmpty() && weight.signum() > 0;
          lading.add(
              new Lading(
                  packaging, count, weighed ? Text.plain(weight) : null, weighed ? unit : null));
        });
    return lading;
  }

  /** What a package holds inside, never null. */
  static List<GoodsShipped.Package> inside(GoodsShipped.Package outer) {
    return outer.packages() == null ? List.of() : outer.packages();
  }

  private static void count(List<GoodsShipped.Package> packages, Map<String, Integer> counts) {
    for (GoodsShipped.Package one : packages) {
      String type = one.type() == null ? "" : one.type().toLowerCase(Locale.ROOT);
      counts.merge(PACKAGING.getOrDefault(type, "PKG"), 1, Integer::sum);
      count(inside(one), counts);
    }
  }

  /** Gross: a package's own weight, else that of what is inside; 0 when any is unknown. */
  private static BigDecimal weight(List<GoodsShipped.Package> packages) {
    BigDecimal sum = BigDecimal.ZERO;
    for (GoodsShipped.Package one : packages) {
      BigDecimal weight = Text.has(one.weight()) ? Text.number(one.weight()) : weight(inside(one));
      if (weight.signum() == 0) {
        return BigDecimal.ZERO;
      }
      sum = sum.add(weight);
    }
    return sum;
  }

  /** The one unit that all weights are in; null when there are several or none. */
  private static String weightUnit(List<GoodsShipped.Package> packages) {
    List<String> units = new ArrayList<>();
    collectUnits(packages, units);
    List<String> distinct = units.stream().distinct().toList();
    return distinct.size() == 1 ? distinct.get(0) : null;
  }

  private static void collectUnits(List<GoodsShipped.Package> packages, List<String> units) {
    for (GoodsShipped.Package one : packages) {
      if (Text.has(one.weight()) && Text.has(one.weightUnit())) {
        units.add(one.weightUnit().toUpperCase(Locale.ROOT));
      }
      collectUnits(inside(one), units);
    }
  }
}
