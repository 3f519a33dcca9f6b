package io.quayside.intake.supplier;

import io.quayside.intake.supplier.SupplierDocument.Line;
import io.quayside.order.message.SupplierStatus;
import io.quayside.order.message.SupplierStatus.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A supplier's document as messages of the queue {@code supplier.status}, one for each order. */
public final class SupplierSpeech {
  private final SupplierDocument document;
  private final String documentId;
  private final Instant receivedAt;
  private final ZoneId zone;
  private final Days days;

  /**
   * @param transitDays how long goods are under way from the supplier to us
   */
  public SupplierSpeech(
      SupplierDocument document,
      String documentId,
      Instant receivedAt,
      ZoneId zone,
      int transitDays) {
    this.document = document;
    this.documentId = documentId;
    this.receivedAt = receivedAt;
    this.zone = zone;
    this.days = new Days(transitDays);
  }

  public List<SupplierStatus> statuses() {
    return switch (document.kind()) {
      case "shipped" -> shipped();
      case "invoiced" -> invoiced();
      default -> List.of(confirmed());
    };
  }

  private SupplierStatus confirmed() {
    Confirming confirming = new Confirming(document, days);
    List<Item> items = new ArrayList<>();
    document.lines().forEach(line -> items.addAll(confirming.items(line)));
    boolean nothing =
        items.isEmpty()
            ? "refused".equals(document.verdict())
            : !document.isChange() && items.stream().allMatch(Item::refused);
    return status(
        document.supplierOrder(),
        nothing ? "refused" : "confirmed",
        receivedAt,
        null,
        items,
        null,
        null);
  }

  private List<SupplierStatus> shipped() {
    ShipLevels levels = new ShipLevels(document.levels(), document.supplierOrder());
    String ships = days.ships(levels.days(), document.days());
    String arrives = days.arrives(levels.days(), document.days());
    List<SupplierStatus> all = new ArrayList<>();
    for (String order : levels.orders()) {
      List<Item> items =
          levels.lines(order).stream().map(line -> item(line, ships, arrives)).toList();
      all.add(
          status(
              order,
              "shipped",
              at(ships),
              levels.first(document.tracking(), SupplierDocument.Level::tracking),
              items,
              new SupplierStatus.Shipment(
                  document.number(),
                  levels.first(document.scac(), SupplierDocument.Level::scac),
                  levels.first(document.billOfLading(), SupplierDocument.Level::billOfLading),
                  levels.packages(order)),
              null));
    }
    return all;
  }

  /** An invoice over several orders has a total that is no order's own. */
  private List<SupplierStatus> invoiced() {
    Map<String, List<Item>> byOrder = new LinkedHashMap<>();
    for (Line line : document.lines()) {
      String order = line.supplierOrder() == null ? document.supplierOrder() : line.supplierOrder();
      byOrder.computeIfAbsent(order, one -> new ArrayList<>()).add(item(line, null, null));
    }
    if (byOrder.isEmpty()) {
      byOrder.put(document.supplierOrder(), List.of());
    }
    String total = byOrder.size() == 1 ? document.total() : null;
    return byOrder.entrySet().stream()
        .map(
            one ->
                status(
                    one.getKey(), "invoiced", receivedAt, null, one.getValue(), null, bill(total)))
        .toList();
  }

  private SupplierStatus.Invoice bill(String total) {
    return new SupplierStatus.Invoice(
        document.number(),
        document.invoiceKind() == null ? "invoice" : document.invoiceKind(),
        document.date(),
        document.currency(),
        total);
  }

  private SupplierStatus status(
      String order,
      String status,
      Instant at,
      String tracking,
      List<Item> items,
      SupplierStatus.Shipment shipment,
      SupplierStatus.Invoice invoice) {
    return new SupplierStatus(
        order, null, status, at, tracking, items, shipment, invoice, documentId);
  }

  private static Item item(Line line, String date, String arrives) {
    return new Item(
        line.lineNumber(),
        line.sku(),
        line.quantity(),
        line.unit(),
        date,
        null,
        null,
        arrives,
        line.priceOfOne());
  }

  /** The supplier's day where it is not today, else now. */
  private Instant at(String ships) {
    if (ships == null || receivedAt.atZone(zone).toLocalDate().toString().equals(ships)) {
      return receivedAt;
    }
    return LocalDate.parse(ships).atTime(LocalTime.NOON).atZone(zone).toInstant();
  }
}
