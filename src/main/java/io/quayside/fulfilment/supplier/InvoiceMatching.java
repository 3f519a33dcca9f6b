package io.quayside.fulfilment.supplier;

import io.quayside.fulfilment.supplier.PurchaseRows.Purchase;
import io.quayside.order.message.SupplierStatus;
import io.quayside.work.Problems;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts a supplier's invoices that do not agree with what was ordered and came on the work list. */
@Component
class InvoiceMatching {

  private final PurchaseRows purchases;
  private final SupplierPapers papers;
  private final Problems problems;

  InvoiceMatching(PurchaseRows purchases, SupplierPapers papers, Problems problems) {
    this.purchases = purchases;
    this.papers = papers;
    this.problems = problems;
  }

  /** After each paper and each receipt: what agrees settles itself. */
  void match(Purchase purchase) {
    List<SupplierStatus> invoices =
        papers.of(purchase.number(), purchase.test(), SupplierPapers.INVOICE);
    if (invoices.isEmpty()) {
      return;
    }
    List<String> differences =
        ThreeWayMatch.of(
                purchase,
                purchases.lines(purchase.number(), purchase.test()),
                papers.of(purchase.number(), purchase.test(), SupplierPapers.SHIPMENT),
                invoices)
            .differences();
    String key = "supplier-order/" + purchase.number() + "/invoice-mismatch";
    if (differences.isEmpty()) {
      problems.resolve(key, "hub", "The invoice agrees with what came");
      return;
    }
    problems.raise(
        new Problems.NewProblem(
            key,
            "invoice-mismatch",
            null,
            invoices.get(invoices.size() - 1).document(),
            null,
            purchase.request().supplier(),
            purchase.test(),
            "The supplier's invoice for %s does not agree".formatted(purchase.number()),
            String.join(" ", differences),
            "Ask the supplier for a credit or the rest of the goods. Booking the rest in settles a quantity by itself.",
            null,
            null));
  }
}
