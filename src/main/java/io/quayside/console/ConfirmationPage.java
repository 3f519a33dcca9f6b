package io.quayside.console;

import io.quayside.order.OrderViews;
import io.quayside.order.OrderViews.LineView;
import io.quayside.order.OrderViews.OrderView;
import io.quayside.order.canonical.Line;
import io.quayside.partner.Companies;
import io.quayside.partner.Company;
import io.quayside.partner.Partners;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An order on paper: what was ordered, what we do about each line, what it comes to. */
@Controller
class ConfirmationPage {

  private final OrderViews orders;
  private final Partners partners;
  private final Companies companies;
  private final Words words;

  ConfirmationPage(OrderViews orders, Partners partners, Companies companies, Words words) {
    this.orders = orders;
    this.partners = partners;
    this.companies = companies;
    this.words = words;
  }

  @GetMapping("/orders/{id}/confirmation")
  String confirmation(@PathVariable String id, Model model) {
    OrderView order = orders.find(id).orElseThrow(() -> new NotFound("order", id));
    model.addAttribute("order", order);
    Company us =
        partners
            .find(order.partner() == null ? "" : order.partner())
            .map(companies::of)
            .orElseGet(companies::standard);
    model.addAttribute("us", us);
    model.addAttribute(
        "bars",
        order.lines().stream()
            .collect(
                Collectors.toMap(
                    LineView::lineNumber, line -> LedgerBar.of(line, words), (a, b) -> a)));
    Map<String, Line> sent = order.order() == null ? Map.of() : order.order().linesByKey();
    Map<String, String> amounts = amounts(order, sent);
    model.addAttribute("sent", sent);
    model.addAttribute("amounts", amounts);
    model.addAttribute("total", amounts.size() == order.lines().size() ? sum(amounts) : null);
    model.addAttribute("taken", LocalDate.ofInstant(order.receivedAt(), us.zone()).toString());
    return "confirmation";
  }

  /** What each line that has a price comes to: all of it but what is rejected or cancelled. */
  private static Map<String, String> amounts(OrderView order, Map<String, Line> sent) {
    Map<String, String> amounts = new HashMap<>();
    for (LineView line : order.lines()) {
      if (line.price() != null) {
        Line asked = sent.get(line.lineNumber());
        String per = asked == null || asked.price() == null ? null : asked.price().per();
        BigDecimal quantity =
            number(line.ordered())
                .subtract(number(line.rejected()))
                .subtract(number(line.cancelled()));
        amounts.put(
            line.lineNumber(),
            quantity
                .multiply(new BigDecimal(line.price()))
                .divide(per == null ? BigDecimal.ONE : new BigDecimal(per), 2, RoundingMode.HALF_UP)
                .toPlainString());
      }
    }
    return amounts;
  }

  private static String sum(Map<String, String> amounts) {
    return amounts.values().stream()
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .toPlainString();
  }

  private static BigDecimal number(String text) {
    return text == null ? BigDecimal.ZERO : new BigDecimal(text);
  }
}
