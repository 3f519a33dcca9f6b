package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.text;

import io.quayside.fulfilment.Inventory;
import io.quayside.order.Catalogue;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** An item and its stock as pages and API show them. */
final class ItemViews {

  private ItemViews() {}

  static Inventory.Item of(StoredItem stored, List<StockLevel> levels) {
    Catalogue.Item item = stored.item();
    return new Inventory.Item(
        item.sku(),
        item.description(),
        item.unit(),
        sum(levels, StockLevel::onHand),
        sum(levels, StockLevel::reserved),
        sum(levels, StockLevel::available),
        text(item.price()),
        text(item.pricePer()),
        item.currency(),
        item.gtin(),
        item.caseGtin(),
        item.packUnit(),
        text(item.packQuantity()),
        item.supplier(),
        item.supply(),
        item.leadTimeDays(),
        text(item.weight()),
        text(stored.minOrder()),
        text(stored.multiple()),
        text(stored.reorderPoint()),
        text(stored.reorderQuantity()),
        levels.stream().map(ItemViews::level).toList());
  }

  private static Inventory.Level level(StockLevel level) {
    return new Inventory.Level(
        level.location(), text(level.onHand()), text(level.reserved()), text(level.available()));
  }

  private static String sum(List<StockLevel> levels, Function<StockLevel, BigDecimal> value) {
    return text(levels.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
