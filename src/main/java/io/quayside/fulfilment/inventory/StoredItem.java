package io.quayside.fulfilment.inventory;

import io.quayside.order.Catalogue;
import java.math.BigDecimal;
import java.util.Optional;

/** A row of items: the catalogue's item, and when and how much of it to reorder. */
record StoredItem(
    Catalogue.Item item,
    BigDecimal minOrder,
    BigDecimal multiple,
    BigDecimal reorderPoint,
    BigDecimal reorderQuantity) {

  String sku() {
    return item.sku();
  }

  Optional<BigDecimal> stockUnits(String orderedUnit) {
    return item.stockUnits(orderedUnit);
  }

  /** Where the supplier order brings stock back to, at least its minimum, in whole multiples. */
  BigDecimal orderFor(BigDecimal available) {
    BigDecimal quantity =
        reorderQuantity != null ? reorderQuantity : reorderPoint.subtract(available);
    if (minOrder != null) {
      quantity = quantity.max(minOrder);
    }
    if (multiple == null || multiple.signum() <= 0) {
      return quantity;
    }
    return quantity.divide(multiple, 0, java.math.RoundingMode.CEILING).multiply(multiple);
  }
}
