package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.decimal;
import static io.quayside.work.Columns.flag;
import static io.quayside.work.Columns.micros;
import static io.quayside.work.Columns.text;

import io.quayside.fulfilment.QueueMessages;
import io.quayside.order.canonical.ItemId;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.work.Database;
import io.quayside.work.Numbers;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stock below its reorder point makes a supplier order, one while one is open. */
@Component
class Reordering {

  private final Database database;
  private final ItemRows items;
  private final StockRows stock;
  private final Numbers numbers;
  private final QueueMessages messages;
  private final Clock clock;

  Reordering(
      Database database,
      ItemRows items,
      StockRows stock,
      Numbers numbers,
      QueueMessages messages,
      Clock clock) {
    this.database = database;
    this.items = items;
    this.stock = stock;
    this.numbers = numbers;
    this.messages = messages;
    this.clock = clock;
  }

  /** Orders more of an item when what is available is below its reorder point. */
  void check(String sku, boolean test) {
    StoredItem item = items.find(sku).orElse(null);
    if (item == null || item.reorderPoint() == null || open(sku, test)) {
      return;
    }
    BigDecimal available =
        stock.of(sku, test).stream()
            .map(StockLevel::available)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (available.compareTo(item.reorderPoint()) < 0) {
      order(item, item.orderFor(available), test);
    }
  }

  /** Counts goods in that came for a reorder; when all are here, the next one may be made. */
  void received(String supplierOrder, String sku, BigDecimal quantity, boolean test) {
    database
        .read()
        .sql(
            "SELECT quantity, received FROM inventory_reorder"
                + " WHERE test = ? AND sku = ? AND supplier_order = ?")
        .params(flag(test), sku, supplierOrder)
        .query(
            (row, n) ->
                new BigDecimal[] {
                  decimal(row.getString("quantity")), decimal(row.getString("received"))
                })
        .optional()
        .ifPresent(
            reorder -> {
              BigDecimal received = reorder[1].add(quantity);
              if (received.compareTo(reorder[0]) >= 0) {
                close(supplierOrder, test);
              } else {
                count(supplierOrder, sku, received, test);
              }
            });
  }

  /** Forgets a reorder that nothing will come of. */
  void close(String supplierOrder, boolean test) {
    database
        .write()
        .sql("DELETE FROM inventory_reorder WHERE test = ? AND supplier_order = ?")
        .params(flag(test), supplierOrder)
        .update();
  }

  private void count(String supplierOrder, String sku, BigDecimal received, boolean test) {
    database
        .write()
        .sql(
            "UPDATE inventory_reorder SET received = ?"
                + " WHERE test = ? AND sku = ? AND supplier_order = ?")
        .params(text(received), flag(test), sku, supplierOrder)
        .update();
  }

  private boolean open(String sku, boolean test) {
    return database
            .read()
            .sql("SELECT count(*) FROM inventory_reorder WHERE test = ? AND sku = ?")
            .params(flag(test), sku)
            .query(Long.class)
            .single()
        > 0;
  }

  private void order(StoredItem stored, BigDecimal quantity, boolean test) {
    String number = numbers.next("RO", "reorder", test);
    int made =
        database
            .write()
            .sql(
                "INSERT INTO inventory_reorder (test, sku, supplier_order, quantity, received,"
                    + " ordered_at) VALUES (?, ?, ?, ?, '0', ?) ON CONFLICT DO NOTHING")
            .params(flag(test), stored.sku(), number, text(quantity), micros(clock.instant()))
            .update();
    if (made == 1) {
      messages.send("supplier.order", null, null, test, message(number, stored, quantity, test));
    }
  }

  private static OrderFromSupplier message(
      String number, StoredItem stored, BigDecimal quantity, boolean test) {
    var item = stored.item();
    List<ItemId> ids = new ArrayList<>();
    ids.add(new ItemId("buyer", null, item.sku(), null));
    if (item.gtin() != null) {
      ids.add(new ItemId("gtin", null, item.gtin(), null));
    }
    return new OrderFromSupplier(
        number,
        "stock",
        item.supplier(),
        null,
        test,
        null,
        null,
        null,
        null,
        item.currency(),
        List.of(
            new OrderFromSupplier.Wanted(
                "1",
                item.sku(),
                ids,
                item.description(),
                text(quantity),
                item.unit(),
                null,
                null,
                null)));
  }
}
