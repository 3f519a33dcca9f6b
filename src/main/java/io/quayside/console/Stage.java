package io.quayside.console;

import io.quayside.order.OrderViews.InvoiceView;
import io.quayside.order.OrderViews.LineView;
import io.quayside.order.OrderViews.OrderView;
import io.quayside.order.OrderViews.ShipmentView;
import io.quayside.work.Columns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One stage of an order's way; {@code state} is {@code done}, {@code now}, {@code bad} or empty.
 */
record Stage(String name, String state, String text) {

  private static final Set<String> UNDECIDED = Set.of("received", "on-hold");

  /** The six stages of an order, from received to invoiced. */
  static List<Stage> of(OrderView order, Words words) {
    List<Stage> stages = new ArrayList<>();
    stages.add(
        new Stage(
            "Received",
            "done",
            words.when(order.receivedAt()) + ", by " + words.channel(order.channel())));
    stages.add(accepted(order));
    if (order.status().equals("rejected") || order.status().equals("cancelled")) {
      return stages;
    }
    BigDecimal promised = sum(order, LineView::accepted).add(sum(order, LineView::backordered));
    BigDecimal shipped = sum(order, LineView::shipped);
    boolean allPacked = shipped.signum() > 0 && shipped.compareTo(promised) >= 0;
    stages.add(new Stage("Packed", allPacked ? "done" : "", packed(order, shipped, promised)));
    List<ShipmentView> shipments = order.shipments() == null ? List.of() : order.shipments();
    long delivered = shipments.stream().filter(s -> s.deliveredAt() != null).count();
    stages.add(new Stage("On its way", allPacked ? "done" : "", carriers(shipments)));
    stages.add(
        new Stage(
            "Delivered",
            allPacked && delivered == shipments.size() ? "done" : "",
            shipments.isEmpty()
                ? ""
                : delivered + " of " + words.count(shipments.size(), "shipment")));
    stages.add(
        new Stage(
            "Invoiced",
            Set.of("complete", "invoiced", "paid").contains(String.valueOf(order.invoiceStatus()))
                ? "done"
                : "",
            invoices(order.invoices())));
    return markNow(stages);
  }

  private static Stage accepted(OrderView order) {
    if (order.status().equals("rejected") || order.status().equals("cancelled")) {
      return new Stage(order.status().equals("rejected") ? "Rejected" : "Cancelled", "bad", "");
    }
    String number = order.salesOrder() == null ? null : order.salesOrder().number();
    String text = number != null ? number : order.holds().isEmpty() ? "" : "held";
    return new Stage("Accepted", UNDECIDED.contains(order.status()) ? "" : "done", text);
  }

  private static String packed(OrderView order, BigDecimal shipped, BigDecimal promised) {
    Set<String> units =
        order.lines().stream()
            .map(LineView::unit)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (units.size() == 1) {
      return Columns.text(shipped)
          + " of "
          + Columns.text(promised)
          + " "
          + units.iterator().next();
    }
    long lines = order.lines().stream().filter(line -> number(line.shipped()).signum() > 0).count();
    return lines + " of " + order.lines().size() + " lines";
  }

  private static String carriers(List<ShipmentView> shipments) {
    return shipments.stream()
        .map(s -> String.join(" ", or(s.scac()), or(s.tracking())).strip())
        .filter(text -> !text.isEmpty())
        .reduce((first, last) -> last)
        .orElse("");
  }

  private static String invoices(List<InvoiceView> invoices) {
    if (invoices == null || invoices.isEmpty()) {
      return "";
    }
    InvoiceView last = invoices.get(invoices.size() - 1);
    return last.number() + ", " + last.total() + " " + or(last.currency());
  }

  private static List<Stage> markNow(List<Stage> stages) {
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      if (stage.state().isEmpty()) {
        stages.set(i, new Stage(stage.name(), "now", stage.text()));
        break;
      }
    }
    return stages;
  }

  private static BigDecimal sum(OrderView order, Function<LineView, String> quantity) {
    return order.lines().stream()
        .map(quantity)
        .map(Stage::number)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal number(String text) {
    return text == null ? BigDecimal.ZERO : Columns.decimal(text);
  }

  private static String or(String text) {
    return text == null ? "" : text;
  }
}
