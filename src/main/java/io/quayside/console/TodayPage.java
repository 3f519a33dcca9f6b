package io.quayside.console;

import io.quayside.document.Documents;
import io.quayside.fulfilment.ShippingDesk;
import io.quayside.fulfilment.SupplierOrders;
import io.quayside.order.OrderViews;
import io.quayside.partner.Companies;
import io.quayside.work.Problems;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: how the orders stand, and what needs somebody. */
@Controller
class TodayPage {

  private static final int SHOWN = 8;
  private static final List<String> STATUSES =
      List.of(
          "received",
          "on-hold",
          "accepted",
          "scheduled",
          "backordered",
          "partially-shipped",
          "shipped",
          "delivered");

  /** A status and how many orders have it. */
  record Count(String status, long orders) {}

  private final OrderViews orders;
  private final Problems problems;
  private final ShippingDesk shipping;
  private final SupplierOrders supplierOrders;
  private final Documents documents;
  private final Companies companies;

  TodayPage(
      OrderViews orders,
      Problems problems,
      ShippingDesk shipping,
      SupplierOrders supplierOrders,
      Documents documents,
      Companies companies) {
    this.orders = orders;
    this.problems = problems;
    this.shipping = shipping;
    this.supplierOrders = supplierOrders;
    this.documents = documents;
    this.companies = companies;
  }

  @GetMapping("/")
  String today(Model model) {
    Map<String, Long> counts = orders.counts();
    model.addAttribute(
        "counts", STATUSES.stream().map(s -> new Count(s, counts.getOrDefault(s, 0L))).toList());
    model.addAttribute(
        "problems", problems.list(new Problems.Query(null, null, null, true, false, 0, SHOWN)));
    model.addAttribute("waiting", shipping.list(false, 0, SHOWN));
    model.addAttribute("expected", supplierOrders.list(true, false, 0, 1).total());
    model.addAttribute("failed", count("failed", null));
    model.addAttribute("unset", companies.standard().missing());
    model.addAttribute("overdue", count(null, "overdue"));
    model.addAttribute(
        "latest",
        orders.search(new OrderViews.Query(null, null, null, null, null, null, 0, SHOWN)).items());
    return "today";
  }

  private long count(String delivery, String acknowledgment) {
    return documents
        .list(
            new Documents.Query(
                "out", null, null, null, null, null, null, delivery, acknowledgment, null, 0, 1))
        .total();
  }
}
