package io.quayside.outbound;

import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.Shipment;
import io.quayside.order.Answers.ShippedLine;
import io.quayside.order.canonical.Line;
import io.quayside.order.message.GoodsShipped;
import io.quayside.outbound.OrderEcho.Ref;
import io.quayside.outbound.ShipNotice856.Day;
import io.quayside.outbound.ShipNotice856.Item;
import io.quayside.partner.TradingPartner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was packed, by line and by package, as items of an 856. */
final class Packing {
  private final Shipment facts;
  private final Confirmation decided;
  private final TradingPartner partner;

  Packing(Shipment facts, Confirmation decided, TradingPartner partner) {
    this.facts = facts;
    this.decided = decided;
    this.partner = partner;
  }

  /**
   * The agreed structure; SOI when the packages do not account for everything that was packed,
   * because nothing is said of a package that was not confirmed, and when one of them has no mark:
   * a package level is there to name it.
   */
  String structure() {
    return missing().isPresent() ? "SOI" : partner.asn().structure();
  }

  /** Why the agreed structure cannot be written, in words for a person. */
  Optional<String> missing() {
    String agreed = partner.asn().structure();
    if (agreed.equals("SOI")) {
      return Optional.empty();
    }
    if (!accounted()) {
      return Optional.of("it was not said what is in which package");
    }
    boolean marked =
        levels(packages(), agreed.equals("SOTPI"))
            .allMatch(one -> Text.has(one.sscc()) || Text.has(one.tracking()));
    return marked
        ? Optional.empty()
        : Optional.of("a package has neither SSCC nor tracking number");
  }

  /** Whether the packages account for everything that was packed, and each has its SSCC. */
  boolean labelled() {
    return accounted() && levels(packages(), true).allMatch(one -> Text.has(one.sscc()));
  }

  /** Whether it was told of everything that was packed in which package it is. */
  boolean accounted() {
    return !packages().isEmpty() && same(packedByLine(), packages());
  }

  /** Packages that become a level: those that hold lines, and with {@code outer} those around. */
  private static Stream<GoodsShipped.Package> levels(
      List<GoodsShipped.Package> packages, boolean outer) {
    return packages.stream()
        .flatMap(
            one ->
                Stream.concat(
                    outer || !contents(one).isEmpty() ? Stream.of(one) : Stream.empty(),
                    levels(Lading856.inside(one), outer)));
  }

  List<GoodsShipped.Package> packages() {
    List<GoodsShipped.Package> packages = facts.packed().packages();
    return packages == null ? List.of() : packages;
  }

  /** One item for each line that was packed. */
  List<Item> items() {
    List<Item> items = new ArrayList<>();
    packedByLine().forEach((line, quantity) -> items.add(item(line, quantity)));
    return items;
  }

  /** One item for each line in this very package, what stands in packages inside it left out. */
  List<Item> items(GoodsShipped.Package one) {
    List<Item> items = new ArrayList<>();
    contents(one).forEach((line, quantity) -> items.add(item(line, quantity)));
    return items;
  }

  private Map<String, BigDecimal> packedByLine() {
    Map<String, BigDecimal> packed = new LinkedHashMap<>();
    for (ShippedLine line : facts.lines()) {
      BigDecimal quantity = Text.number(line.quantity());
      if (quantity.signum() > 0) {
        packed.merge(line.lineNumber(), quantity, BigDecimal::add);
      }
    }
    return packed;
  }

  private static Map<String, BigDecimal> contents(GoodsShipped.Package one) {
    Map<String, BigDecimal> inside = new LinkedHashMap<>();
    if (one.contents() != null) {
      one.contents()
          .forEach(
              content ->
                  inside.merge(
                      content.lineNumber(), Text.number(content.quantity()), BigDecimal::add));
    }
    return inside;
  }

  private static boolean same(Map<String, BigDecimal> packed, List<GoodsShipped.Package> packages) {
    Map<String, BigDecimal> boxed = new LinkedHashMap<>();
    collect(packages, boxed);
    return boxed.keySet().equals(packed.keySet())
        && packed.entrySet().stream()
            .allMatch(entry -> entry.getValue().compareTo(boxed.get(entry.getKey())) == 0);
  }

  private static void collect(List<GoodsShipped.Package> packages, Map<String, BigDecimal> boxed) {
    for (GoodsShipped.Package one : packages) {
      contents(one).forEach((line, quantity) -> boxed.merge(line, quantity, BigDecimal::add));
      collect(Lading856.inside(one), boxed);
    }
  }

  private Item item(String key, BigDecimal quantity) {
    Line line = facts.head().order().linesByKey().get(key);
    if (line == null) {
      throw new IllegalStateException(
          "Shipment %s has a line %s that order %s does not have."
              .formatted(facts.packed().shipmentId(), key, facts.head().orderId()));
    }
    return new Item(
        key,
        line.lineNumber() == null ? key : line.lineNumber(),
        OrderEcho.pairs(line),
        Text.plain(quantity),
        unit(key, line),
        ordered(key, line),
        unit(key, line),
        status(key, line),
        references(key, line),
        expiry(key));
  }

  /** SN105: as the order says it, or the part of it that is for this place. */
  private String ordered(String key, Line line) {
    BigDecimal here = most(key, ShippedLine::ordered);
    return here.compareTo(Text.number(line.quantity())) == 0 ? line.quantity() : Text.plain(here);
  }

  /** As ordered, or the item's own where the order names none. */
  private String unit(String key, Line line) {
    return facts.lines().stream()
        .filter(one -> one.lineNumber().equals(key))
        .map(ShippedLine::unit)
        .findFirst()
        .orElse(line.unit());
  }

  /** SN108: AC all of it has gone, BP more will come, IQ the rest will not. */
  private String status(String key, Line line) {
    BigDecimal shipped = most(key, ShippedLine::shippedInAll);
    if (shipped.compareTo(most(key, ShippedLine::ordered)) >= 0) {
      return "AC";
    }
    Set<Object> places =
        facts.lines().stream()
            .filter(one -> one.lineNumber().equals(key))
            .map(one -> place(line, one.scheduleId()))
            .collect(Collectors.toSet());
    BigDecimal promised =
        decided.lines().stream()
            .filter(one -> one.lineNumber().equals(key))
            .flatMap(one -> one.schedules().stream())
            .filter(one -> places.contains(place(line, one.id())))
            .map(one -> Text.number(one.accepted()).add(Text.number(one.backordered())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return promised.compareTo(shipped) > 0 ? "BP" : "IQ";
  }

  private BigDecimal most(String key, Function<ShippedLine, String> quantity) {
    return facts.lines().stream()
        .filter(one -> one.lineNumber().equals(key))
        .map(one -> Text.number(quantity.apply(one)))
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO);
  }

  /** Where a delivery of the line goes; the same for all where the line does not say. */
  private static Object place(Line line, String scheduleId) {
    return line.schedules().stream()
        .filter(one -> one.id().equals(scheduleId))
        .flatMap(one -> Stream.of(one.location(), one.shipTo()).filter(Objects::nonNull))
        .toList();
  }

  private List<Ref> references(String key, Line line) {
    List<Ref> references =
        new ArrayList<>(OrderEcho.references(partner, ShipNotice856.TYPE, line.references()));
    for (GoodsShipped.Packed packed : packed(key)) {
      if (packed.lots() != null) {
        packed.lots().forEach(lot -> references.add(Ref.of("LT", lot)));
      }
      if (packed.serials() != null) {
        packed.serials().forEach(serial -> references.add(Ref.of("SE", serial)));
      }
    }
    return references.stream().filter(Objects::nonNull).distinct().toList();
  }

  private List<Day> expiry(String key) {
    return packed(key).stream()
        .map(GoodsShipped.Packed::expiry)
        .filter(Text::has)
        .distinct()
        .map(date -> new Day("036", Text.date(date)))
        .toList();
  }

  private List<GoodsShipped.Packed> packed(String key) {
    return facts.packed().lines().stream().filter(one -> one.lineNumber().equals(key)).toList();
  }
}
