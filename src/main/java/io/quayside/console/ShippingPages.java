package io.quayside.console;

import static io.quayside.console.OrderPages.blankToNull;

import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.ShippingDesk;
import io.quayside.ops.Audit;
import io.quayside.work.Database;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final Database database;
  private final Audit audit;

  ShippingPages(ShippingDesk desk, Database database, Audit audit) {
    this.desk = desk;
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
  String one(@PathVariable String id, Model model) {
    model.addAttribute("pick", find(id));
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
    ShippingDesk.Waiting pick = find(id);
    String by = who.getName();
    try {
      ShippingDesk.Packing packing = form.packing(id);
      String shipment =
          database.inTransaction(
              () -> {
                String made = desk.confirm(packing, by);
                audit.record(by, "shipment-confirmed", "order/" + pick.orderId(), made);
                return made;
              });
      told.addFlashAttribute(
          "done", "PO " + pick.poNumber() + " is packed: shipment " + shipment + ".");
      return "redirect:/shipping" + (pick.test() ? "?test=true" : "");
    } catch (FulfilmentRefusal refusal) {
      told.addFlashAttribute("fault", refusal.getMessage());
      told.addFlashAttribute("form", form);
      return "redirect:/shipping/" + id;
    }
  }

  private ShippingDesk.Waiting find(String id) {
    return desk.find(id).orElseThrow(() -> new NotFound("pick that waits", id));
  }

  /** What was packed, as typed in: the lists have one entry a pick line, in the page's order. */
  record PackingForm(
      List<String> line,
      List<String> schedule,
      List<String> quantity,
      List<String> shortReason,
      List<String> lot,
      String cartons,
      String weight,
      String weightUnit,
      String scac,
      String tracking,
      String billOfLading) {

    static PackingForm of(MultiValueMap<String, String> typed) {
      return new PackingForm(
          typed.get("line"),
          typed.get("schedule"),
          typed.get("quantity"),
          typed.get("shortReason"),
          typed.get("lot"),
          typed.getFirst("cartons"),
          typed.getFirst("weight"),
          typed.getFirst("weightUnit"),
          typed.getFirst("scac"),
          typed.getFirst("tracking"),
          typed.getFirst("billOfLading"));
    }

    ShippingDesk.Packing packing(String requestId) {
      List<ShippingDesk.Line> lines = new ArrayList<>();
      for (int i = 0; line != null && i < line.size(); i++) {
        String lotNumber = at(lot, i);
        lines.add(
            new ShippingDesk.Line(
                line.get(i),
                at(schedule, i),
                at(quantity, i),
                at(shortReason, i),
                lotNumber == null ? null : List.of(lotNumber),
                null,
                null));
      }
      return new ShippingDesk.Packing(
          requestId,
          lines,
          cartonCount(),
          null,
          blankToNull(weight),
          blankToNull(weightUnit),
          blankToNull(scac),
          blankToNull(tracking),
          blankToNull(billOfLading));
    }

    private Integer cartonCount() {
      String typed = blankToNull(cartons);
      if (typed == null) {
        return null;
      }
      if (!typed.matches("[1-9]\\d{0,3}")) {
        throw new FulfilmentRefusal(
            "“" + typed + "” is no number of cartons: give a whole number from 1 to 9999.");
      }
      return Integer.valueOf(typed);
    }

    /** What was typed in a field of the i-th line, or null. */
    public String at(List<String> list, int i) {
      return list == null || i >= list.size() ? null : blankToNull(list.get(i));
    }
  }
}
