package io.quayside.order.process;

import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.GoodsShipped.Content;
import io.quayside.order.message.GoodsShipped.Package;
import io.quayside.order.message.GoodsShipped.Packed;
import io.quayside.order.message.OrderFromSupplier.Wanted;
import io.quayside.order.message.SupplierStatus;
import io.quayside.order.message.SupplierStatus.Item;
import io.quayside.order.process.SupplierOrders.Ordered;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A drop shipment as the customer's order sees it: its own lines, the supplier's packages. */
final class SupplierShipment {
  private SupplierShipment() {}

  static GoodsShipped of(Ordered ordered, SupplierStatus status) {
    SupplierStatus.Shipment shipment = status.shipment();
    return new GoodsShipped(
        "%s-%d".formatted(status.supplierOrder(), ordered.shipments() + 1),
        null,
        ordered.orderId(),
        null,
        status.at(),
        ordered.body().supplier(),
        shipment == null ? null : shipment.scac(),
        status.tracking(),
        shipment == null ? null : shipment.billOfLading(),
        packed(ordered, status),
        shipment == null ? List.of() : packages(ordered, shipment.packages()));
  }

  private static List<Packed> packed(Ordered ordered, SupplierStatus status) {
    List<Packed> packed = new ArrayList<>();
    for (Wanted wanted : ordered.body().lines()) {
      if (status.lines() == null || status.lines().isEmpty()) {
        packed.add(packed(wanted, wanted.quantity()));
        continue;
      }
      List<Item> items =
          status.lines().stream()
              .filter(item -> item.speaksOf(wanted.lineNumber(), wanted.sku()))
              .toList();
      if (!items.isEmpty()) {
        BigDecimal sum =
            items.stream()
                .map(item -> item.quantity() == null ? wanted.quantity() : item.quantity())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        packed.add(packed(wanted, sum.toPlainString()));
      }
    }
    return packed;
  }

  private static Packed packed(Wanted wanted, String quantity) {
    return new Packed(
        wanted.forLine(),
        wanted.forSchedule(),
        wanted.sku(),
        quantity,
        wanted.unit(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null);
  }

  private static List<Package> packages(Ordered ordered, List<Package> theirs) {
    return theirs == null
        ? List.of()
        : theirs.stream()
            .map(
                one ->
                    new Package(
                        one.type(),
                        one.sscc(),
                        one.weight(),
                        one.weightUnit(),
                        one.tracking(),
                        contents(ordered, one.contents()),
                        packages(ordered, one.packages())))
            .toList();
  }

  /** A line that was not ordered is told as a mismatch of the shipment, not of a package. */
  private static List<Content> contents(Ordered ordered, List<Content> theirs) {
    return theirs == null
        ? List.of()
        : theirs.stream().map(content -> ours(ordered, content)).filter(Objects::nonNull).toList();
  }

  private static Content ours(Ordered ordered, Content content) {
    return ordered.body().lines().stream()
        .filter(wanted -> wanted.lineNumber().equals(content.lineNumber()))
        .findFirst()
        .map(
            wanted ->
                new Content(
                    wanted.forLine(), wanted.forSchedule(), content.quantity(), wanted.unit()))
        .orElse(null);
  }
}
