package io.quayside.console;

import static io.quayside.console.OrderPages.blankToNull;

import io.quayside.document.Receipts;
import io.quayside.ops.WorkList;
import io.quayside.partner.Partners;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Problems;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The work list: what needs a person, why, and how to mend it. */
@Controller
class ExceptionPages {

  private static final Set<String> OF_LINES =
      Set.of(
          "unknown-item",
          "unit-mismatch",
          "quantity-not-positive",
          "quantity-not-whole",
          "quantity-too-large",
          "price-mismatch",
          "price-unit-mismatch",
          "duplicate-line");

  private final Problems problems;
  private final WorkList work;
  private final Receipts receipts;
  private final Partners partners;
  private final ItemPages items;

  ExceptionPages(
      Problems problems, WorkList work, Receipts receipts, Partners partners, ItemPages items) {
    this.problems = problems;
    this.work = work;
    this.receipts = receipts;
    this.partners = partners;
    this.items = items;
  }

  @GetMapping("/exceptions")
  String list(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "false") boolean test,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    int asked = Math.max(0, page);
    Problems.Page found =
        problems.list(
            new Problems.Query(
                blankToNull(kind), null, blankToNull(partner), open, test, asked, Paging.SIZE));
    model.addAttribute("problems", found.items());
    model.addAttribute(
        "paging",
        Paging.of(
            UriComponentsBuilder.fromPath("/exceptions")
                .queryParam("kind", kind)
                .queryParam("partner", partner)
                .queryParam("open", open)
                .queryParam("test", test),
            asked,
            found.items().size(),
            found.total()));
    model.addAttribute("kind", kind);
    model.addAttribute("partner", partner);
    model.addAttribute("open", open);
    model.addAttribute("test", test);
    model.addAttribute("kinds", WorkList.KINDS);
    model.addAttribute("partners", partners.all());
    return "exceptions";
  }

  @GetMapping("/exceptions/{id}")
  String one(@PathVariable String id, Model model) {
    Problems.Problem problem = find(id);
    model.addAttribute("problem", problem);
    if (problem.receiptId() != null) {
      receipts
          .find(problem.receiptId())
          .ifPresent(
              receipt -> {
                model.addAttribute("receipt", receipt);
                model.addAttribute("raw", RawText.of(receipts.bytes(receipt.id())));
              });
    }
    line(problem).ifPresent(line -> model.addAttribute("line", line));
    items.unknown(problem).ifPresent(unknown -> model.addAttribute("unknown", unknown));
    ShipToPages.code(problem).ifPresent(code -> model.addAttribute("shipTo", code));
    model.addAttribute(
        "places",
        Optional.ofNullable(problem.partnerId())
            .flatMap(partners::find)
            .map(TradingPartner::locations)
            .orElseGet(Map::of));
    model.addAttribute("partners", partners.all());
    return "exception";
  }

  @PostMapping("/exceptions/{id}/retry")
  String retry(@PathVariable String id, Principal who, RedirectAttributes told) {
    find(id);
    return answer(told, work.retry(id, who.getName()), "Queued to be tried again.", "/exceptions");
  }

  @PostMapping("/exceptions/{id}/resolve")
  String resolve(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String note,
      Principal who,
      RedirectAttributes told) {
    find(id);
    return answer(
        told, work.resolve(id, blankToNull(note), who.getName()), "Resolved.", "/exceptions");
  }

  @PostMapping("/exceptions/{id}/assign")
  String assign(
      @PathVariable String id,
      @RequestParam String partner,
      Principal who,
      RedirectAttributes told) {
    find(id);
    if (partners.find(partner).isEmpty()) {
      told.addFlashAttribute("fault", "Choose the partner who sent this.");
      return "redirect:/exceptions/" + id;
    }
    return answer(
        told,
        work.assign(id, partner, who.getName()),
        "Assigned to " + partner + ": it is being read again.",
        "/exceptions");
  }

  private static String answer(RedirectAttributes told, boolean done, String words, String page) {
    told.addFlashAttribute(
        done ? "done" : "fault",
        done
            ? words
            : "That is not possible (any more): somebody was faster, or it cannot be repeated.");
    return "redirect:" + page;
  }

  /** The line that a person can decide on: {@code order/01K…/unknown-item/20}. */
  private static Optional<String> line(Problems.Problem problem) {
    String start = "order/%s/%s/".formatted(problem.orderId(), problem.kind());
    boolean known = OF_LINES.contains(problem.kind()) && problem.key().startsWith(start);
    return known
        ? Optional.of(problem.key().substring(start.length())).filter(line -> !line.equals("-"))
        : Optional.empty();
  }

  private Problems.Problem find(String id) {
    return problems.find(id).orElseThrow(() -> new NotFound("exception", id));
  }
}
