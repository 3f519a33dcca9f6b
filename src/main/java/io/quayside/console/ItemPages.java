package io.quayside.console;

import io.quayside.fulfilment.Inventory;
import io.quayside.ops.Audit;
import io.quayside.order.Catalogue;
import io.quayside.order.Catalogue.Suggestion;
import io.quayside.order.OrderViews;
import io.quayside.order.canonical.ItemId;
import io.quayside.order.canonical.Line;
import io.quayside.partner.PartnerFileException;
import io.quayside.partner.Partners;
import io.quayside.work.Problems;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Says which item of ours a partner's number means, once: it is written into the partner's file,
 * and all orders that wait for the number go on.
 */
@Controller
class ItemPages {

  static final String UNKNOWN = "unknown-item";

  /** A number that the partner may use again, and what it may be. */
  record Unknown(List<ItemId> numbers, List<Suggestion> suggestions) {}

  private final Problems problems;
  private final OrderViews orders;
  private final Catalogue catalogue;
  private final Inventory inventory;
  private final Partners partners;
  private final Audit audit;

  ItemPages(
      Problems problems,
      OrderViews orders,
      Catalogue catalogue,
      Inventory inventory,
      Partners partners,
      Audit audit) {
    this.problems = problems;
    this.orders = orders;
    this.catalogue = catalogue;
    this.inventory = inventory;
    this.partners = partners;
    this.audit = audit;
  }

  /** What can be mapped of the line that an exception is about; empty where nothing can. */
  Optional<Unknown> unknown(Problems.Problem problem) {
    String start = "order/%s/%s/".formatted(problem.orderId(), UNKNOWN);
    if (!problem.key().startsWith(start)
        || problem.partnerId() == null
        || partners.find(problem.partnerId()).isEmpty()) {
      return Optional.empty();
    }
    List<String> match = partners.find(problem.partnerId()).orElseThrow().items().match();
    return orders
        .find(problem.orderId())
        .map(order -> order.order().linesByKey().get(problem.key().substring(start.length())))
        .map(line -> unknown(line, match))
        .filter(found -> !found.numbers().isEmpty());
  }

  private Unknown unknown(Line line, List<String> match) {
    List<ItemId> numbers =
        match.stream()
            .flatMap(scheme -> line.ids().stream().filter(id -> scheme.equals(id.scheme())))
            .filter(id -> id.value() != null && !id.value().isBlank())
            .toList();
    return new Unknown(numbers, catalogue.suggest(line.ids(), line.description()));
  }

  @PostMapping("/exceptions/{id}/item")
  String map(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String sku,
      Principal who,
      RedirectAttributes told) {
    Problems.Problem problem = problems.find(id).orElseThrow(() -> new NotFound("exception", id));
    String theirs = number.strip();
    String ours = sku.strip();
    boolean asked =
        unknown(problem).stream()
            .flatMap(unknown -> unknown.numbers().stream())
            .anyMatch(one -> one.value().strip().equals(theirs));
    if (!asked || inventory.item(ours, problem.test()).isEmpty()) {
      told.addFlashAttribute(
          "fault",
          asked
              ? "There is no item %s: choose one of ours, or add it under Inventory first."
                  .formatted(ours)
              : "Choose one of the numbers that stand on the line.");
      return "redirect:/exceptions/" + id;
    }
    try {
      audit.during(
          who.getName(),
          "item-mapped",
          "partner/" + problem.partnerId(),
          theirs + " is " + ours,
          () -> partners.saveCrossReference(problem.partnerId(), theirs, ours, who.getName()));
    } catch (PartnerFileException refusal) {
      told.addFlashAttribute("fault", refusal.getMessage());
      return "redirect:/exceptions/" + id;
    }
    told.addFlashAttribute(
        "done",
        "%s means %s for %s from now on: the orders that wait for it go on."
            .formatted(theirs, ours, problem.partnerId()));
    return "redirect:/exceptions";
  }
}
