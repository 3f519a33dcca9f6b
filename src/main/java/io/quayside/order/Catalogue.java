package io.quayside.order;

import io.quayside.order.canonical.ItemId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Port: the items we sell, by any of their ids. */
public interface Catalogue {

  /**
   * An item of ours.
   *
   * @param unit the stock unit; {@code price} is for {@code pricePer} of it, null when there is no
   *     list price
   * @param packUnit a larger unit that holds {@code packQuantity} stock units ({@code CA} of 12),
   *     or null
   * @param supply {@code stock}, {@code drop-ship} or {@code to-order}
   */
  record Item(
      String sku,
      String description,
      String unit,
      BigDecimal price,
      BigDecimal pricePer,
      String currency,
      String gtin,
      String caseGtin,
      String packUnit,
      BigDecimal packQuantity,
      String supplier,
      String supply,
      Integer leadTimeDays,
      BigDecimal weight) {

    /** How many stock units one of this unit holds; empty when the item is not sold by it. */
    public Optional<BigDecimal> stockUnits(String orderedUnit) {
      if (orderedUnit == null || orderedUnit.equals(unit)) {
        return Optional.of(BigDecimal.ONE);
      }
      if (orderedUnit.equals(packUnit) || Units.same(orderedUnit, packUnit)) {
        return Optional.ofNullable(packQuantity);
      }
      return Units.same(orderedUnit, unit) ? Optional.of(BigDecimal.ONE) : Optional.empty();
    }
  }

  /** An item of ours that the ids may mean, for a person to choose from. */
  record Suggestion(String sku, String description) {}

  /**
   * The item that the ids mean, tried in the order of the agreement's {@code match}; empty when
   * none or several.
   */
  Optional<Item> find(List<ItemId> ids, Terms.Agreed terms);

  Optional<Item> bySku(String sku);

  /** Up to five items that look like it. */
  List<Suggestion> suggest(List<ItemId> ids, String description);
}
