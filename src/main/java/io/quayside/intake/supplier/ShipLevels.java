package io.quayside.intake.supplier;

import io.quayside.intake.supplier.SupplierDocument.Day;
import io.quayside.intake.supplier.SupplierDocument.Level;
import io.quayside.intake.supplier.SupplierDocument.Line;
import io.quayside.order.message.GoodsShipped.Content;
import io.quayside.order.message.GoodsShipped.Package;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The levels of a ship notice: who stands in whom, whatever the structure.
 *
 * <pre>
 * S-O-I     shipment, order, items
 * S-O-P-I   shipment, order, packages, items
 * S-P-O-I   shipment, packages, order, items
 * </pre>
 */
final class ShipLevels {
  private final List<Level> levels;
  private final String otherwise;
  private final Map<String, Level> byNumber = new LinkedHashMap<>();

  /**
   * @param otherwise our order where no level or line names one; may be null
   */
  ShipLevels(List<Level> levels, String otherwise) {
    this.levels = levels;
    this.otherwise = otherwise;
    levels.forEach(level -> byNumber.putIfAbsent(level.number(), level));
  }

  /** Our orders that it speaks of. */
  Set<String> orders() {
    Set<String> orders = new LinkedHashSet<>();
    levels.stream()
        .flatMap(
            level ->
                Stream.concat(
                    Stream.of(level).map(Level::supplierOrder),
                    level.lines().stream().map(Line::supplierOrder)))
        .filter(Objects::nonNull)
        .forEach(orders::add);
    if (orders.isEmpty() && otherwise != null) {
      orders.add(otherwise);
    }
    return orders;
  }

  /** What is said of the shipment as a whole: in the head, at its own level or the first. */
  String first(String head, Function<Level, String> what) {
    return Stream.concat(Stream.ofNullable(head), levels.stream().map(what))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The days of the shipment. */
  List<Day> days() {
    return levels.stream()
        .filter(level -> "shipment".equals(level.kind()))
        .flatMap(level -> level.days().stream())
        .toList();
  }

  /** The lines of one order, in the order of the notice. */
  List<Line> lines(String order) {
    return levels.stream().flatMap(level -> lines(level, order).stream()).toList();
  }

  /** The packages with goods of one order, pallets with what stands on them. */
  List<Package> packages(String order) {
    Box all = new Box(null);
    for (Level level : levels) {
      List<Line> lines = lines(level, order);
      if (!lines.isEmpty()) {
        Box box = all;
        for (Level outer : path(level)) {
          if (outer.holdsGoods()) {
            box = box.inside.computeIfAbsent(outer.number(), number -> new Box(outer));
          }
        }
        box.lines.addAll(lines);
      }
    }
    return all.packages();
  }

  /** The lines at this very level that are of an order. */
  private List<Line> lines(Level level, String order) {
    return level.lines().stream()
        .filter(
            line ->
                order.equals(line.supplierOrder() == null ? orderOf(level) : line.supplierOrder()))
        .toList();
  }

  private String orderOf(Level level) {
    List<Level> path = path(level);
    for (int i = path.size() - 1; i >= 0; i--) {
      if (path.get(i).supplierOrder() != null) {
        return path.get(i).supplierOrder();
      }
    }
    Set<String> all = orders();
    return all.size() == 1 ? all.iterator().next() : null;
  }

  /** From the outermost level to this one; a level that stands in itself ends it. */
  private List<Level> path(Level level) {
    List<Level> path = new ArrayList<>();
    for (Level at = level; at != null && !path.contains(at); at = byNumber.get(at.parent())) {
      path.add(0, at);
    }
    return path;
  }

  private static final class Box {
    private final Level level;
    private final Map<String, Box> inside = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    Box(Level level) {
      this.level = level;
    }

    List<Package> packages() {
      return inside.values().stream().map(Box::asPackage).toList();
    }

    private Package asPackage() {
      return new Package(
          level.packaging() == null
              ? "pallet".equals(level.kind()) ? "pallet" : "carton"
              : level.packaging(),
          sscc(level.mark("sscc")),
          level.weight(),
          level.weight() == null ? null : level.weightUnit(),
          level.mark("tracking"),
          lines.stream()
              .map(line -> new Content(line.lineNumber(), null, line.quantity(), line.unit()))
              .toList(),
          packages());
    }

    /** GM has the application identifier 00 before the 18 digits. */
    private static String sscc(String mark) {
      return mark != null && mark.length() == 20 && mark.startsWith("00")
          ? mark.substring(2)
          : mark;
    }
  }
}
