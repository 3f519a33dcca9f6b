package io.quayside.console;

import static io.quayside.console.OrderPages.blankToNull;

import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.Inventory;
import io.quayside.fulfilment.SupplierOrders;
import io.quayside.ops.Audit;
import io.quayside.work.Database;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Goods that come in: against a supplier order, or without one. */
@Controller
class ReceivingPages {

  private final SupplierOrders supplierOrders;
  private final Inventory inventory;
  private final Database database;
  private final Audit audit;

  ReceivingPages(
      SupplierOrders supplierOrders, Inventory inventory, Database database, Audit audit) {
    this.supplierOrders = supplierOrders;
    this.inventory = inventory;
    this.database = database;
    this.audit = audit;
  }

  @GetMapping("/receiving")
  String list(
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "false") boolean test,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    int asked = Math.max(0, page);
    SupplierOrders.Page found = supplierOrders.list(open, test, asked, Paging.SIZE);
    model.addAttribute("orders", found.items());
    model.addAttribute("open", open);
    model.addAttribute("test", test);
    model.addAttribute(
        "paging",
        Paging.of(
            UriComponentsBuilder.fromPath("/receiving")
                .queryParam("open", open)
                .queryParam("test", test),
            asked,
            found.items().size(),
            found.total()));
    return "receiving";
  }

  @GetMapping("/receiving/{number}")
  String one(
      @PathVariable String number,
      @RequestParam(defaultValue = "false") boolean test,
      Model model) {
    model.addAttribute("order", find(number, test));
    return "receive";
  }

  @PostMapping("/receiving/{number}")
  String receive(
      @PathVariable String number,
      @RequestParam(defaultValue = "false") boolean test,
      @RequestParam MultiValueMap<String, String> typed,
      Principal who,
      RedirectAttributes told) {
    SupplierOrders.SupplierOrder order = find(number, test);
    List<SupplierOrders.Goods> goods =
        new GoodsForm(typed.get("line"), typed.get("quantity"), typed.getFirst("location")).goods();
    String back = "/receiving/" + number + (test ? "?test=true" : "");
    if (goods.isEmpty()) {
      told.addFlashAttribute("fault", "Fill in how much came of at least one line.");
      return "redirect:" + back;
    }
    String by = who.getName();
    return book(
        told,
        "supplier-order/" + order.number(),
        by,
        () -> supplierOrders.receive(number, test, goods, by),
        back);
  }

  @PostMapping("/receiving/{number}/status")
  String status(
      @PathVariable String number,
      @RequestParam(defaultValue = "false") boolean test,
      @RequestParam String status,
      @RequestParam(defaultValue = "") String date,
      @RequestParam(defaultValue = "") String reason,
      Principal who,
      RedirectAttributes told) {
    find(number, test);
    String by = who.getName();
    try {
      audit.during(
          by,
          "supplier-order-" + status,
          "supplier-order/" + number,
          blankToNull(reason),
          () ->
              supplierOrders.status(
                  number, test, status, blankToNull(date), blankToNull(reason), by));
      told.addFlashAttribute("done", "Noted what the supplier says.");
    } catch (FulfilmentRefusal refusal) {
      told.addFlashAttribute("fault", refusal.getMessage());
    }
    return "redirect:/receiving/" + number + (test ? "?test=true" : "");
  }

  @PostMapping("/receiving")
  String receiveFree(
      @RequestParam(defaultValue = "") String sku,
      @RequestParam(defaultValue = "") String quantity,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String location,
      @RequestParam(defaultValue = "false") boolean test,
      Principal who,
      RedirectAttributes told) {
    String by = who.getName();
    Inventory.Received goods =
        new Inventory.Received(
            sku.strip(), blankToNull(location), quantity.strip(), blankToNull(unit));
    return book(
        told,
        "item/" + sku.strip(),
        by,
        () -> inventory.receive(List.of(goods), null, test, by),
        "/receiving" + (test ? "?test=true" : ""));
  }

  private String book(
      RedirectAttributes told, String subject, String by, Supplier<String> booking, String page) {
    try {
      database.inTransaction(
          () -> {
            String receipt = booking.get();
            audit.record(by, "goods-received", subject, receipt);
          });
      told.addFlashAttribute("done", "Booked in. Orders that wait for these goods go on.");
    } catch (FulfilmentRefusal refusal) {
      told.addFlashAttribute("fault", refusal.getMessage());
    }
    return "redirect:" + page;
  }

  private SupplierOrders.SupplierOrder find(String number, boolean test) {
    return supplierOrders
        .find(number, test)
        .orElseThrow(() -> new NotFound("supplier order", number));
  }

  /** What came, as typed in: one entry a line, in the page's order; blank means nothing. */
  record GoodsForm(List<String> line, List<String> quantity, String location) {

    List<SupplierOrders.Goods> goods() {
      List<SupplierOrders.Goods> goods = new ArrayList<>();
      for (int i = 0; line != null && quantity != null && i < line.size(); i++) {
        String typed = i < quantity.size() ? blankToNull(quantity.get(i)) : null;
        if (typed != null) {
          goods.add(new SupplierOrders.Goods(line.get(i), blankToNull(location), typed));
        }
      }
      return goods;
    }
  }
}
