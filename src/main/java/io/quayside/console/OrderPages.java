package io.quayside.console;

import io.quayside.document.Documents;
import io.quayside.order.OrderViews;
import io.quayside.order.OrderViews.LineView;
import io.quayside.order.OrderViews.OrderView;
import io.quayside.partner.Partners;
import io.quayside.work.Problems;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of orders, and one order with everything that happened to it. */
@Controller
class OrderPages {

  static final List<String> STATUSES =
      List.of(
          "received",
          "on-hold",
          "rejected",
          "accepted",
          "scheduled",
          "backordered",
          "partially-shipped",
          "shipped",
          "delivered",
          "cancelled",
          "closed");

  private static final int ALL = 200;

  private final OrderViews orders;
  private final Documents documents;
  private final Problems problems;
  private final Partners partners;
  private final Words words;

  OrderPages(
      OrderViews orders, Documents documents, Problems problems, Partners partners, Words words) {
    this.orders = orders;
    this.documents = documents;
    this.problems = problems;
    this.partners = partners;
    this.words = words;
  }

  @GetMapping("/orders")
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "false") boolean test,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    int asked = Math.max(0, page);
    OrderViews.Page found =
        orders.search(
            new OrderViews.Query(
                null,
                blankToNull(partner),
                blankToNull(status),
                blankToNull(q.strip()),
                null,
                test ? true : null,
                asked,
                Paging.SIZE));
    model.addAttribute("orders", found.items());
    model.addAttribute(
        "paging",
        Paging.of(
            UriComponentsBuilder.fromPath("/orders")
                .queryParam("q", q)
                .queryParam("partner", partner)
                .queryParam("status", status)
                .queryParam("test", test),
            asked,
            found.items().size(),
            found.total()));
    model.addAttribute("q", q);
    model.addAttribute("partner", partner);
    model.addAttribute("status", status);
    model.addAttribute("test", test);
    model.addAttribute("statuses", STATUSES);
    model.addAttribute("partners", partners.all());
    return "orders";
  }

  @GetMapping("/orders/{id}")
  String one(@PathVariable String id, Model model) {
    OrderView order = find(id);
    model.addAttribute("order", order);
    model.addAttribute("steps", CarriageActions.STEPS);
    model.addAttribute("stages", Stage.of(order, words));
    model.addAttribute(
        "bars",
        order.lines().stream()
            .collect(
                Collectors.toMap(
                    LineView::lineNumber, line -> LedgerBar.of(line, words), (a, b) -> a)));
    model.addAttribute("waits", Waits.of(order, words));
    model.addAttribute("canonical", canonicalLines(order));
    List<Problems.Problem> open =
        problems.list(new Problems.Query(null, id, null, true, order.test(), 0, ALL)).items();
    model.addAttribute("held", HeldUp.holds(order, open));
    model.addAttribute("problems", HeldUp.others(order, open));
    model.addAttribute(
        "documents",
        documents
            .list(
                new Documents.Query(
                    null, null, null, id, null, null, null, null, null, order.test(), 0, ALL))
            .items());
    model.addAttribute(
        "partnerName",
        partners
            .find(order.partner() == null ? "" : order.partner())
            .map(p -> p.name())
            .orElse(order.partner()));
    return "order";
  }

  @GetMapping("/orders/{id}/lines/{line}")
  String line(@PathVariable String id, @PathVariable String line, Model model) {
    OrderView order = find(id);
    LineView found =
        order.lines().stream()
            .filter(one -> one.lineNumber().equals(line))
            .findFirst()
            .orElseThrow(() -> new NotFound("line in this order", line));
    model.addAttribute("order", order);
    model.addAttribute("line", found);
    model.addAttribute("bar", LedgerBar.of(found, words));
    return "order-line";
  }

  private OrderView find(String id) {
    return orders.find(id).orElseThrow(() -> new NotFound("order", id));
  }

  /** The customer's own words of each line, by line number. */
  private static Map<String, io.quayside.order.canonical.Line> canonicalLines(OrderView order) {
    return order.order() == null
        ? Map.of()
        : order.order().lines().stream()
            .filter(line -> line.lineNumber() != null)
            .collect(
                Collectors.toMap(
                    io.quayside.order.canonical.Line::lineNumber,
                    Function.identity(),
                    (a, b) -> a));
  }

  static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
