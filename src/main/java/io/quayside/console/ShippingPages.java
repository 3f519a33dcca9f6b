package io.quayside.console;

import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.ShippingDesk;
import io.quayside.ops.Audit;
import io.quayside.order.OrderViews;
import io.quayside.work.Database;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What waits to be packed, and the page on which a person confirms what was. */
@Controller
class ShippingPages {

  /** A short pick's reasons, and a packer's words for them. */
  static final Map<String, String> SHORT_REASONS =
      new TreeMap<>(
          Map.of("not-found", "not on the shelf", "damaged", "damaged", "later", "more later"));

  private final ShippingDesk desk;
  private final OrderViews orders;
  private final Database database;
  private final Audit audit;

  ShippingPages(ShippingDesk desk, OrderViews orders, Database database, Audit audit) {
    this.desk = desk;
    this.orders = orders;
    this.database = database;
    this.audit = audit;
  }

  @GetMapping("/shipping")
  String list(
      @RequestParam(defaultValue = "false") boolean test,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    int asked = Math.max(0, page);
    ShippingDesk.Page found = desk.list(test, asked, Paging.SIZE);
    model.addAttribute("waiting", found.items());
    model.addAttribute("held", held(found.items()));
    model.addAttribute("test", test);
    model.addAttribute(
        "paging",
        Paging.of(
            UriComponentsBuilder.fromPath("/shipping").queryParam("test", test),
            asked,
            found.items().size(),
            found.total()));
    return "shipping";
  }

  @GetMapping("/shipping/{id}")
  String one(@PathVariable String id, Model model, RedirectAttributes told) {
    Optional<ShippingDesk.Waiting> found = desk.find(id);
    if (found.isEmpty()) {
      return gone(told);
    }
    ShippingDesk.Waiting pick = found.get();
    model.addAttribute("pick", pick);
    model.addAttribute("held", !held(List.of(pick)).isEmpty());
    model.addAttribute("reasons", SHORT_REASONS);
    return "pack";
  }

  @PostMapping("/shipping/{id}")
  String confirm(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> typed,
      Principal who,
      RedirectAttributes told) {
    PackingForm form = PackingForm.of(typed);
    Optional<ShippingDesk.Waiting> found = desk.find(id);
    if (found.isEmpty()) {
      return gone(told);
    }
    ShippingDesk.Waiting pick = found.get();
    String by = who.getName();
    try {
      ShippingDesk.Packing packing = form.packing(pick);
      String shipment =
          database.inTransaction(
              () -> {
                String made = desk.confirm(packing, by);
                audit.record(by, "shipment-confirmed", "order/" + pick.orderId(), made);
                return made;
              });
      told.addFlashAttribute(
          "done",
          "PO %s is packed: shipment %s.%s"
              .formatted(
                  pick.poNumber(),
                  shipment,
                  held(List.of(pick)).isEmpty()
                      ? ""
                      : " Put it aside: the order is held, and no carrier is asked until it is released."));
      return "redirect:/shipping" + (pick.test() ? "?test=true" : "");
    } catch (FulfilmentRefusal refusal) {
      told.addFlashAttribute("fault", refusal.getMessage());
      told.addFlashAttribute("form", form);
      return "redirect:/shipping/" + id;
    }
  }

  private Set<String> held(List<ShippingDesk.Waiting> picks) {
    return orders.held(picks.stream().map(ShippingDesk.Waiting::orderId).toList());
  }

  private static String gone(RedirectAttributes told) {
    told.addFlashAttribute(
        "fault",
        "This does not wait to be packed any more: somebody was faster, or the order was cancelled.");
    return "redirect:/shipping";
  }
}
