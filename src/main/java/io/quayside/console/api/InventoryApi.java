package io.quayside.console.api;

import io.quayside.fulfilment.Inventory;
import io.quayside.fulfilment.Inventory.Item;
import io.quayside.fulfilment.SupplierOrders;
import io.quayside.ops.Audit;
import io.quayside.work.Database;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The embedded inventory: items, stock and what comes in. */
@RestController
@RequestMapping("/api/inventory")
class InventoryApi {

  /**
   * What came in: one item ({@code sku} and {@code quantity}) or several ({@code items}), for a
   * supplier order or for none.
   */
  record Receipt(
      String supplierOrder,
      boolean test,
      String sku,
      String location,
      String quantity,
      String unit,
      List<Inventory.Received> items) {

    List<Inventory.Received> all() {
      if (items != null && !items.isEmpty()) {
        return items;
      }
      if (sku == null) {
        throw ApiProblem.badRequest("/items: is missing. Name at least one sku with its quantity.");
      }
      return List.of(new Inventory.Received(sku, location, quantity, unit));
    }
  }

  /** An item as it is to be; what is left out stays as it is. */
  record ItemBody(
      String sku,
      boolean test,
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
      Integer leadTimeDays,
      String weight,
      String minOrder,
      String multiple,
      String reorderPoint,
      String reorderQuantity) {

    Inventory.ItemChange change() {
      return new Inventory.ItemChange(
          description,
          unit,
          onHand,
          location,
          price,
          pricePer,
          currency,
          gtin,
          caseGtin,
          packUnit,
          packQuantity,
          supplier,
          supply,
          leadTimeDays,
          weight,
          minOrder,
          multiple,
          reorderPoint,
          reorderQuantity);
    }
  }

  private final Inventory inventory;
  private final SupplierOrders supplierOrders;
  private final Database database;
  private final Audit audit;
  private final Bodies bodies;

  InventoryApi(
      Inventory inventory,
      SupplierOrders supplierOrders,
      Database database,
      Audit audit,
      Bodies bodies) {
    this.inventory = inventory;
    this.supplierOrders = supplierOrders;
    this.database = database;
    this.audit = audit;
    this.bodies = bodies;
  }

  @GetMapping("/items")
  PageOf<Item> list(
      @RequestParam(required = false) String q,
      @RequestParam(defaultValue = "false") boolean test,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    PageOf.check(page, size);
    Inventory.Page found = inventory.search(q, test, page, size);
    return new PageOf<>(found.items(), page, size, found.total());
  }

  @GetMapping("/items/{sku}")
  Item one(@PathVariable String sku, @RequestParam(defaultValue = "false") boolean test) {
    return inventory.item(sku, test).orElseThrow(() -> ApiProblem.notFound("item", sku));
  }

  @PutMapping("/items/{sku}")
  Item put(@PathVariable String sku, HttpServletRequest request, Principal who) {
    ItemBody body = bodies.value(request, ItemBody.class);
    if (body.sku() != null && !body.sku().equals(sku)) {
      throw ApiProblem.badRequest("/sku `" + body.sku() + "`: is another item than the address.");
    }
    return database.inTransaction(
        () -> {
          Item item = inventory.put(sku, body.change(), body.test(), who.getName());
          String onHand = body.onHand() == null ? null : "on hand " + body.onHand();
          audit.record(who.getName(), "item-changed", "item/" + sku, onHand);
          return item;
        });
  }

  /** Items as CSV. */
  @PostMapping("/items")
  Inventory.Imported importCsv(HttpServletRequest request, Principal who) {
    byte[] csv = bodies.table(request);
    return database.inTransaction(
        () -> {
          Inventory.Imported imported = inventory.importCsv(csv, who.getName());
          audit.record(
              who.getName(), "items-imported", "inventory", "lines taken: " + imported.taken());
          return imported;
        });
  }

  @PostMapping("/receipts")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, String> receive(HttpServletRequest request, Principal who) {
    Receipt body = bodies.value(request, Receipt.class);
    List<Inventory.Received> items = body.all();
    return database.inTransaction(
        () -> {
          String id = inventory.receive(items, body.supplierOrder(), body.test(), who.getName());
          audit.record(who.getName(), "goods-received", "receipt/" + id, body.supplierOrder());
          return Map.of("receiptId", id);
        });
  }

  @GetMapping("/supplier-orders")
  PageOf<SupplierOrders.SupplierOrder> supplierOrders(
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "false") boolean test,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    PageOf.check(page, size);
    SupplierOrders.Page found = supplierOrders.list(open, test, page, size);
    return new PageOf<>(found.items(), page, size, found.total());
  }

  /** What was ordered, confirmed, announced, received and invoiced, line by line. */
  @GetMapping("/supplier-orders/{number}")
  SupplierOrders.SupplierOrder supplierOrder(
      @PathVariable String number, @RequestParam(defaultValue = "false") boolean test) {
    return supplierOrders
        .find(number, test)
        .orElseThrow(() -> ApiProblem.notFound("supplier order", number));
  }
}
