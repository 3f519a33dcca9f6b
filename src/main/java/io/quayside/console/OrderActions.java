package io.quayside.console;

import static io.quayside.console.OrderPages.blankToNull;

import io.quayside.ops.Audit;
import io.quayside.order.OrderRefusal;
import io.quayside.order.Orders;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person can do with an order: let it go on, cancel it, overrule a line. */
@Controller
class OrderActions {

  private final Orders orders;
  private final Audit audit;

  OrderActions(Orders orders, Audit audit) {
    this.orders = orders;
    this.audit = audit;
  }

  @PostMapping("/orders/{id}/release")
  String release(@PathVariable String id, Principal who, RedirectAttributes told) {
    String by = who.getName();
    return during(
        told,
        "Released: the order is being decided again.",
        "/orders/" + id,
        () ->
            audit.during(by, "order-released", "order/" + id, null, () -> orders.release(id, by)));
  }

  @PostMapping("/orders/{id}/cancel")
  String cancel(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      Principal who,
      RedirectAttributes told) {
    if (reason.isBlank()) {
      told.addFlashAttribute("fault", "Say why the order is cancelled: the customer will ask.");
      return "redirect:/orders/" + id;
    }
    String by = who.getName();
    return during(
        told,
        "Cancelled what had not been shipped.",
        "/orders/" + id,
        () ->
            audit.during(
                by,
                "order-cancelled",
                "order/" + id,
                reason.strip(),
                () -> orders.cancel(id, reason.strip(), by)));
  }

  @PostMapping("/orders/{id}/lines/{line}")
  String decide(
      @PathVariable String id,
      @PathVariable String line,
      @RequestParam MultiValueMap<String, String> typed,
      Principal who,
      RedirectAttributes told) {
    List<Orders.Decision> decisions = DecisionForm.of(typed).decisions(line);
    if (decisions.isEmpty()) {
      told.addFlashAttribute("fault", "Nothing was filled in, so nothing was changed.");
      return "redirect:/orders/{id}/lines/{line}";
    }
    String by = who.getName();
    return during(
        told,
        "Line " + line + " was overruled.",
        "/orders/" + id,
        () ->
            audit.during(
                by,
                "order-overruled",
                "order/" + id,
                "line " + line,
                () -> orders.decide(id, decisions, by)));
  }

  private static String during(RedirectAttributes told, String done, String page, Runnable change) {
    try {
      change.run();
      told.addFlashAttribute("done", done);
    } catch (OrderRefusal refusal) {
      told.addFlashAttribute("fault", refusal.getMessage());
    }
    return "redirect:" + page;
  }

  /** The form to overrule a line: one entry a schedule, in the same order in each list. */
  record DecisionForm(
      List<String> schedule,
      List<String> accept,
      List<String> backorder,
      List<String> until,
      List<String> reject,
      List<String> cancel,
      List<String> date,
      String price,
      String per,
      String sku,
      String reason) {

    static DecisionForm of(MultiValueMap<String, String> typed) {
      return new DecisionForm(
          typed.get("schedule"),
          typed.get("accept"),
          typed.get("backorder"),
          typed.get("until"),
          typed.get("reject"),
          typed.get("cancel"),
          typed.get("date"),
          typed.getFirst("price"),
          typed.getFirst("per"),
          typed.getFirst("sku"),
          typed.getFirst("reason"));
    }

    List<Orders.Decision> decisions(String line) {
      List<Orders.Decision> decisions = new ArrayList<>();
      for (int i = 0; schedule != null && i < schedule.size(); i++) {
        Orders.Decision decision =
            new Orders.Decision(
                line,
                blankToNull(schedule.get(i)),
                at(accept, i),
                at(backorder, i),
                at(until, i),
                at(reject, i),
                at(cancel, i),
                blankToNull(price),
                blankToNull(per),
                at(date, i),
                blankToNull(sku),
                blankToNull(reason));
        if (!saysNothing(decision)) {
          decisions.add(decision);
        }
      }
      return decisions;
    }

    private static boolean saysNothing(Orders.Decision d) {
      return d.accept() == null
          && d.backorder() == null
          && d.until() == null
          && d.reject() == null
          && d.cancel() == null
          && d.price() == null
          && d.date() == null
          && d.sku() == null;
    }

    private static String at(List<String> list, int i) {
      return list == null || i >= list.size() ? null : blankToNull(list.get(i));
    }
  }
}
