package io.quayside.fulfilment.supplier;

import io.quayside.fulfilment.Inventory;
import io.quayside.fulfilment.supplier.PurchaseRows.Line;
import io.quayside.fulfilment.supplier.PurchaseRows.Purchase;
import io.quayside.order.message.SupplierStatus;
import io.quayside.order.message.SupplierStatus.Item;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import io.quayside.work.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * What suppliers say in documents of their own, noted in our book of supplier orders: confirmed
 * lines, shipments on their way, invoices.
 */
@Component("supplierReports")
public class SupplierReports {

  private static final String CONSUMER = "supplier.status/book";
  private static final Set<String> OVER = Set.of("received", "refused");

  private final Database database;
  private final Inbox inbox;
  private final PurchaseRows purchases;
  private final SupplierPapers papers;
  private final Inventory inventory;
  private final InvoiceMatching matching;
  private final Problems problems;

  SupplierReports(
      Database database,
      Inbox inbox,
      PurchaseRows purchases,
      SupplierPapers papers,
      Inventory inventory,
      InvoiceMatching matching,
      Problems problems) {
    this.database = database;
    this.inbox = inbox;
    this.purchases = purchases;
    this.papers = papers;
    this.inventory = inventory;
    this.matching = matching;
    this.problems = problems;
  }

  /** Queue {@code supplier.status}: what a person or a system says is in the book already. */
  public void note(SupplierStatus status, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    if (status.document() == null) {
      return;
    }
    database.inTransaction(
        () -> {
          if (inbox.accept(CONSUMER, messageId)) {
            Stream.of(false, true)
                .map(test -> purchases.find(status.supplierOrder(), test))
                .flatMap(Optional::stream)
                .forEach(purchase -> note(purchase, status));
          }
        });
  }

  private void note(Purchase purchase, SupplierStatus status) {
    strangeLines(purchase, status);
    switch (status.status()) {
      case "confirmed" -> confirmed(purchase, status);
      case "refused" -> {
        move(purchase, "refused", null);
        inventory.notComing(purchase.number(), purchase.test());
      }
      case "shipped" -> {
        papers.add(purchase.test(), SupplierPapers.SHIPMENT, status.shipment().number(), status);
        move(purchase, "shipped", arrival(status));
        matching.match(purchase);
      }
      case "invoiced" -> {
        papers.add(purchase.test(), SupplierPapers.INVOICE, status.invoice().number(), status);
        matching.match(purchase);
      }
      default -> {}
    }
  }

  /** An invoice's lines are compared by themselves; what else fits no line is for a person. */
  private void strangeLines(Purchase purchase, SupplierStatus status) {
    List<Line> lines = purchases.lines(purchase.number(), purchase.test());
    List<String> strange =
        status.lines().stream()
            .filter(item -> ThreeWayMatch.line(lines, item) == null)
            .map(
                item ->
                    "%s %s of line %s, item %s"
                        .formatted(item.quantity(), item.unit(), item.lineNumber(), item.sku()))
            .toList();
    if (!strange.isEmpty() && status.invoice() == null) {
      problems.raise(
          new Problems.NewProblem(
              "document/" + status.document() + "/supplier-mismatch",
              "supplier-mismatch",
              status.orderId(),
              status.document(),
              null,
              purchase.request().supplier(),
              purchase.test(),
              "%s says of %s what was not ordered"
                  .formatted(purchase.request().supplier(), purchase.number()),
              "Supplier order %s has no such line: %s."
                  .formatted(purchase.number(), String.join("; ", strange)),
              "Ask the supplier to answer with our line numbers, and note on the receiving page what it means.",
              null,
              null));
    }
  }

  private void confirmed(Purchase purchase, SupplierStatus status) {
    for (Line line : purchases.lines(purchase.number(), purchase.test())) {
      List<Item> items =
          status.lines().stream()
              .filter(item -> ThreeWayMatch.line(List.of(line), item) != null)
              .toList();
      if (!items.isEmpty()) {
        BigDecimal quantity =
            items.stream()
                .filter(item -> !item.refused() && item.quantity() != null)
                .map(item -> new BigDecimal(item.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        purchases.confirmed(
            purchase.number(),
            purchase.test(),
            line.lineNumber(),
            quantity,
            items.stream().map(Item::price).filter(Objects::nonNull).findFirst().orElse(null));
      }
    }
    move(purchase, "confirmed", arrival(status));
    matching.match(purchase);
  }

  /** The book does not go back: goods that came, came. */
  private void move(Purchase purchase, String status, LocalDate expected) {
    boolean stays =
        OVER.contains(purchase.status())
            || "shipped".equals(purchase.status()) && "confirmed".equals(status);
    purchases.status(
        purchase.number(), purchase.test(), stays ? purchase.status() : status, expected);
  }

  private static LocalDate arrival(SupplierStatus status) {
    return status.lines().stream()
        .filter(item -> !item.refused())
        .map(item -> item.arrives() == null ? item.date() : item.arrives())
        .filter(Objects::nonNull)
        .map(LocalDate::parse)
        .max(LocalDate::compareTo)
        .orElse(null);
  }
}
