package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.decimal;
import static io.quayside.work.Columns.text;

import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.Inventory;
import io.quayside.fulfilment.ItemsChanged;
import io.quayside.fulfilment.QueueMessages;
import io.quayside.fulfilment.Replenishment;
import io.quayside.order.message.GoodsReceived;
import io.quayside.work.Database;
import io.quayside.work.Ids;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The inventory over the tables of items and stock. */
@Component
class EmbeddedInventory implements Inventory {

  /** How many lines of a CSV go in one transaction: others write between them. */
  private static final int BATCH = 500;

  private final Database database;
  private final ItemRows items;
  private final StockRows stock;
  private final StockCounts counts;
  private final Reordering reordering;
  private final Replenishment replenishment;
  private final QueueMessages messages;
  private final Ids ids;
  private final ApplicationEventPublisher events;

  EmbeddedInventory(
      Database database,
      ItemRows items,
      StockRows stock,
      StockCounts counts,
      Reordering reordering,
      Replenishment replenishment,
      QueueMessages messages,
      Ids ids,
      ApplicationEventPublisher events) {
    this.database = database;
    this.items = items;
    this.stock = stock;
    this.counts = counts;
    this.reordering = reordering;
    this.replenishment = replenishment;
    this.messages = messages;
    this.ids = ids;
    this.events = events;
  }

  @Override
  public Page search(String q, boolean test, int page, int size) {
    List<Item> found =
        items.search(q, size, (long) page * size).stream()
            .map(item -> ItemViews.of(item, stock.of(item.sku(), test)))
            .toList();
    return new Page(found, page, size, items.count(q));
  }

  @Override
  public Optional<Item> item(String sku, boolean test) {
    return items.find(sku).map(item -> ItemViews.of(item, stock.of(sku, test)));
  }

  @Override
  public Item put(String sku, ItemChange change, boolean test, String by) {
    return database.inTransaction(
        () -> {
          List<GoodsReceived.Item> raised = new ArrayList<>();
          String kept = apply(sku, change, test, by, raised);
          tell(raised, test);
          events.publishEvent(new ItemsChanged());
          return item(kept, test).orElseThrow();
        });
  }

  @Override
  public Imported importCsv(byte[] csv, String by) {
    ItemCsv.Content content = ItemCsv.read(csv);
    List<BadLine> bad = new ArrayList<>(content.bad());
    List<ItemCsv.Row> rows = content.rows();
    int taken = 0;
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<ItemCsv.Row> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
      taken += database.inTransaction(() -> take(batch, bad, by));
    }
    bad.sort(java.util.Comparator.comparingLong(BadLine::line));
    return new Imported(taken, List.copyOf(bad));
  }

  @Override
  public String receive(List<Received> goods, String supplierOrder, boolean test, String by) {
    if (goods == null || goods.isEmpty()) {
      throw new FulfilmentRefusal("Nothing to book in: name at least one item with a quantity");
    }
    return database.inTransaction(
        () -> {
          List<GoodsReceived.Item> booked =
              goods.stream().map(one -> book(one, supplierOrder, test)).toList();
          if (supplierOrder != null) {
            replenishment.arrived(
                supplierOrder,
                test,
                booked.stream()
                    .map(item -> new Replenishment.Arrived(item.sku(), decimal(item.quantity())))
                    .toList());
          }
          return tell(booked, test);
        });
  }

  @Override
  public void notComing(String supplierOrder, boolean test) {
    database.inTransaction(() -> reordering.close(supplierOrder, test));
  }

  private int take(List<ItemCsv.Row> rows, List<BadLine> bad, String by) {
    List<GoodsReceived.Item> raised = new ArrayList<>();
    int taken = 0;
    for (ItemCsv.Row row : rows) {
      try {
        apply(row.sku(), row.change(), false, by, raised);
        taken++;
      } catch (FulfilmentRefusal refusal) {
        bad.add(new BadLine(row.line(), refusal.getMessage()));
      }
    }
    tell(raised, false);
    events.publishEvent(new ItemsChanged());
    return taken;
  }

  /** Checks everything before the first write: a refused change leaves nothing behind. */
  private String apply(
      String sku, ItemChange change, boolean test, String by, List<GoodsReceived.Item> raised) {
    StoredItem before = sku == null ? null : items.find(sku.trim()).orElse(null);
    StoredItem item = ItemRules.apply(sku, before, change);
    BigDecimal onHand = ItemRules.onHand(change.onHand(), item);
    if (test && (before == null || ItemRules.changesItem(change))) {
      throw new FulfilmentRefusal(
          "Items are the same in the test area: only onHand can be set there");
    }
    if (before != null
        && !before.item().unit().equals(item.item().unit())
        && !stock.of(item.sku(), false).isEmpty()) {
      throw new FulfilmentRefusal(
          "unit is `%s`, but item %s has stock in %s: make another item for another unit"
              .formatted(item.item().unit(), item.sku(), before.item().unit()));
    }
    if (!test) {
      items.save(item, by);
    }
    if (onHand != null) {
      String location = location(change.location());
      BigDecimal[] was = new BigDecimal[1];
      stock.change(
          item.sku(),
          location,
          test,
          level -> {
            was[0] = level.onHand();
            return new StockLevel(location, onHand, level.reserved(), level.version());
          });
      counts.counted(item.sku(), location, test, by);
      if (onHand.compareTo(was[0]) > 0) {
        raised.add(goods(item, location, onHand.subtract(was[0]), null));
      }
    }
    reordering.check(item.sku(), test);
    return item.sku();
  }

  private GoodsReceived.Item book(Received goods, String supplierOrder, boolean test) {
    StoredItem item =
        items
            .find(goods.sku() == null ? "" : goods.sku().trim())
            .orElseThrow(
                () ->
                    new FulfilmentRefusal(
                        "Item `"
                            + goods.sku()
                            + "` is unknown: make it first, or correct the number"));
    BigDecimal factor =
        item.stockUnits(goods.unit())
            .orElseThrow(
                () ->
                    new FulfilmentRefusal(
                        "Item %s is stocked in %s, not in `%s`"
                            .formatted(item.sku(), item.item().unit(), goods.unit())));
    String unit = goods.unit() == null ? item.item().unit() : goods.unit();
    BigDecimal quantity = PackingRules.number(goods.quantity(), "Item " + item.sku(), unit);
    if (quantity.signum() == 0) {
      throw new FulfilmentRefusal(
          "Item %s: quantity %s; more than 0 can come in".formatted(item.sku(), goods.quantity()));
    }
    BigDecimal pieces = quantity.multiply(factor);
    String location = location(goods.location());
    stock.change(
        item.sku(),
        location,
        test,
        level ->
            new StockLevel(
                location, level.onHand().add(pieces), level.reserved(), level.version()));
    if (supplierOrder != null) {
      reordering.received(supplierOrder, item.sku(), pieces, test);
    }
    return goods(item, location, pieces, supplierOrder);
  }

  private static GoodsReceived.Item goods(
      StoredItem item, String location, BigDecimal quantity, String supplierOrder) {
    return new GoodsReceived.Item(
        item.sku(), location, text(quantity), item.item().unit(), supplierOrder);
  }

  /** Says that stock has come, so that what waits for it goes on; and looks what is low still. */
  private String tell(List<GoodsReceived.Item> goods, boolean test) {
    String receiptId = ids.next();
    if (!goods.isEmpty()) {
      messages.send(
          "inventory.received", null, null, test, new GoodsReceived(receiptId, test, goods));
    }
    Set<String> skus = new LinkedHashSet<>();
    goods.forEach(item -> skus.add(item.sku()));
    skus.forEach(sku -> reordering.check(sku, test));
    return receiptId;
  }

  private static String location(String location) {
    return location == null || location.isBlank() ? MAIN : location.trim();
  }
}
