package io.quayside.fulfilment.supplier;

import static io.quayside.work.Columns.text;

import io.quayside.fulfilment.supplier.PurchaseRows.Line;
import io.quayside.fulfilment.supplier.PurchaseRows.Purchase;
import io.quayside.order.Units;
import io.quayside.order.message.OrderFromSupplier.Wanted;
import io.quayside.order.message.SupplierStatus;
import io.quayside.order.message.SupplierStatus.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A supplier's invoices against what was ordered and what came: quantity and price, line by line.
 * What was sent straight to the customer came when the supplier shipped it. A line of which nothing
 * came yet waits and is no difference.
 *
 * @param invoiced in all, by line number of the supplier order
 * @param announced in all, by line number
 * @param differences a sentence each; empty when all agrees so far
 */
record ThreeWayMatch(
    Map<String, BigDecimal> invoiced, Map<String, BigDecimal> announced, List<String> differences) {

  static ThreeWayMatch of(
      Purchase purchase,
      List<Line> lines,
      List<SupplierStatus> shipments,
      List<SupplierStatus> invoices) {
    Map<String, BigDecimal> announced = sums(lines, shipments);
    Map<String, BigDecimal> invoiced = sums(lines, invoices);
    List<String> differences = new ArrayList<>();
    boolean dropShip = purchase.dropShip();
    for (Line line : lines) {
      BigDecimal billed = invoiced.getOrDefault(line.lineNumber(), BigDecimal.ZERO);
      BigDecimal came =
          dropShip ? announced.getOrDefault(line.lineNumber(), BigDecimal.ZERO) : line.received();
      boolean part = came.signum() > 0 && billed.compareTo(came) > 0;
      if (part || billed.compareTo(line.quantity()) > 0) {
        differences.add(
            "Line %s, %s: %s %s are invoiced; %s were ordered, %s came."
                .formatted(
                    line.lineNumber(),
                    line.sku(),
                    text(billed),
                    line.unit(),
                    text(line.quantity()),
                    text(came)));
      }
    }
    invoices.forEach(invoice -> prices(purchase, lines, invoice, differences));
    return new ThreeWayMatch(invoiced, announced, differences);
  }

  private static void prices(
      Purchase purchase, List<Line> lines, SupplierStatus invoice, List<String> differences) {
    for (Item item : invoice.lines()) {
      Line line = line(lines, item);
      if (line == null) {
        differences.add(
            "Invoice %s bills %s %s of %s, which was not ordered."
                .formatted(
                    invoice.invoice().number(),
                    item.quantity(),
                    item.unit(),
                    item.sku() == null ? "line " + item.lineNumber() : item.sku()));
        continue;
      }
      BigDecimal agreed = agreed(purchase, line);
      boolean other = item.unit() != null && !Units.same(item.unit(), line.unit());
      if (other) {
        differences.add(
            "Line %s, %s: invoice %s bills %s, %s were ordered."
                .formatted(
                    line.lineNumber(),
                    line.sku(),
                    invoice.invoice().number(),
                    item.unit(),
                    line.unit()));
      } else if (agreed != null
          && item.price() != null
          && agreed.compareTo(new BigDecimal(item.price())) != 0) {
        differences.add(
            "Line %s, %s: invoice %s has the price %s, agreed is %s."
                .formatted(
                    line.lineNumber(),
                    line.sku(),
                    invoice.invoice().number(),
                    item.price(),
                    agreed.toPlainString()));
      }
    }
  }

  /** As we ordered it, else as the supplier confirmed it; null when nobody named a price. */
  private static BigDecimal agreed(Purchase purchase, Line line) {
    return purchase.request().lines().stream()
        .filter(wanted -> wanted.lineNumber().equals(line.lineNumber()))
        .map(Wanted::price)
        .filter(price -> price != null && !price.isBlank())
        .map(BigDecimal::new)
        .findFirst()
        .orElse(line.confirmedPrice());
  }

  private static Map<String, BigDecimal> sums(List<Line> lines, List<SupplierStatus> papers) {
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    for (SupplierStatus paper : papers) {
      boolean credit = paper.invoice() != null && "credit".equals(paper.invoice().kind());
      for (Item item : paper.lines()) {
        Line line = line(lines, item);
        if (line != null && item.quantity() != null) {
          BigDecimal quantity = new BigDecimal(item.quantity());
          sums.merge(
              line.lineNumber(), credit ? quantity.abs().negate() : quantity, BigDecimal::add);
        }
      }
    }
    return sums;
  }

  static Line line(List<Line> lines, Item item) {
    return lines.stream()
        .filter(line -> item.speaksOf(line.lineNumber(), line.sku()))
        .findFirst()
        .orElse(null);
  }
}
