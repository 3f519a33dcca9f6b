package io.quayside.console;

import static io.quayside.console.OrderPages.blankToNull;

import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.Inventory;
import io.quayside.ops.Audit;
import io.quayside.work.Database;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The embedded inventory: items and stock, changed one by one or pasted in as CSV. */
@Controller
class InventoryPages {

  private final Inventory inventory;
  private final Database database;
  private final Audit audit;

  InventoryPages(Inventory inventory, Database database, Audit audit) {
    this.inventory = inventory;
    this.database = database;
    this.audit = audit;
  }

  @GetMapping("/inventory")
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean test,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    int asked = Math.max(0, page);
    Inventory.Page found = inventory.search(blankToNull(q), test, asked, Paging.SIZE);
    model.addAttribute("items", found.items());
    model.addAttribute("q", q);
    model.addAttribute("test", test);
    model.addAttribute(
        "paging",
        Paging.of(
            UriComponentsBuilder.fromPath("/inventory").queryParam("q", q).queryParam("test", test),
            asked,
            found.items().size(),
            found.total()));
    return "inventory";
  }

  /** An item's page; the sku stands in the query because it may hold any character. */
  @GetMapping("/inventory/item")
  String item(
      @RequestParam(defaultValue = "") String sku,
      @RequestParam(defaultValue = "false") boolean test,
      Model model) {
    if (!sku.isBlank()) {
      model.addAttribute(
          "item", inventory.item(sku, test).orElseThrow(() -> new NotFound("item", sku)));
    }
    model.addAttribute("title", sku.isBlank() ? "New item" : sku);
    model.addAttribute("test", test);
    return "item";
  }

  @PostMapping("/inventory/item")
  String put(
      @RequestParam(defaultValue = "") String sku,
      @RequestParam(defaultValue = "false") boolean test,
      ItemForm form,
      Principal who,
      RedirectAttributes told) {
    String by = who.getName();
    String item = sku.strip();
    try {
      database.inTransaction(
          () -> {
            inventory.put(item, form.change(), test, by);
            audit.record(by, "item-changed", "item/" + item, onHandWords(form));
          });
      told.addFlashAttribute("done", item + " was saved.");
      return "redirect:/inventory" + (test ? "?test=true" : "");
    } catch (FulfilmentRefusal refusal) {
      told.addFlashAttribute("fault", refusal.getMessage());
      boolean known = inventory.item(item, test).isPresent();
      return "redirect:"
          + UriComponentsBuilder.fromPath("/inventory/item")
              .queryParam("sku", known ? item : "")
              .queryParam("test", test)
              .encode()
              .build()
              .toUriString();
    }
  }

  @PostMapping("/inventory/csv")
  String importCsv(
      @RequestParam(defaultValue = "") String csv, Principal who, RedirectAttributes told) {
    String by = who.getName();
    try {
      Inventory.Imported imported =
          database.inTransaction(
              () -> {
                Inventory.Imported result =
                    inventory.importCsv(csv.getBytes(StandardCharsets.UTF_8), by);
                audit.record(by, "items-imported", "inventory", "lines taken: " + result.taken());
                return result;
              });
      told.addFlashAttribute("imported", imported);
    } catch (FulfilmentRefusal refusal) {
      told.addFlashAttribute("fault", refusal.getMessage());
    }
    return "redirect:/inventory";
  }

  private static String onHandWords(ItemForm form) {
    return blankToNull(form.onHand()) == null ? null : "on hand " + form.onHand().strip();
  }

  /** The form of an item; a blank field leaves the value as it is. */
  record ItemForm(
      String description,
      String unit,
      String onHand,
      String location,
      String price,
      String pricePer,
      String currency,
      String gtin,
      String caseGtin,
      String packUnit,
      String packQuantity,
      String supplier,
      String supply,
      String leadTimeDays,
      String weight,
      String minOrder,
      String multiple,
      String reorderPoint,
      String reorderQuantity) {

    Inventory.ItemChange change() {
      return new Inventory.ItemChange(
          blankToNull(description),
          blankToNull(unit),
          blankToNull(onHand),
          blankToNull(location),
          blankToNull(price),
          blankToNull(pricePer),
          blankToNull(currency),
          blankToNull(gtin),
          blankToNull(caseGtin),
          blankToNull(packUnit),
          blankToNull(packQuantity),
          blankToNull(supplier),
          blankToNull(supply),
          days(),
          blankToNull(weight),
          blankToNull(minOrder),
          blankToNull(multiple),
          blankToNull(reorderPoint),
          blankToNull(reorderQuantity));
    }

    private Integer days() {
      String typed = blankToNull(leadTimeDays);
      if (typed == null) {
        return null;
      }
      if (!typed.matches("\\d{1,4}")) {
        throw new FulfilmentRefusal(
            "“" + typed + "” is no number of days: give a whole number, 0 or more.");
      }
      return Integer.valueOf(typed);
    }
  }
}
