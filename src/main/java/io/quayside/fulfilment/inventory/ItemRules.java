package io.quayside.fulfilment.inventory;

import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.Inventory.ItemChange;
import io.quayside.order.Catalogue;
import io.quayside.order.Quantities;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** What an item's values may be, and what it is when a change is laid over it. */
final class ItemRules {

  private static final Set<String> SUPPLY = Set.of("stock", "drop-ship", "to-order");

  private ItemRules() {}

  /** The item after the change; {@code before} null: a new item with the defaults. */
  static StoredItem apply(String sku, StoredItem before, ItemChange change) {
    Catalogue.Item old = before == null ? null : before.item();
    String unit = or(upper(change.unit()), old == null ? "EA" : old.unit());
    Catalogue.Item item =
        new Catalogue.Item(
            sku(sku),
            or(change.description(), old == null ? null : old.description()),
            unit,
            or(notNegative("price", change.price()), old == null ? null : old.price()),
            or(positive("pricePer", change.pricePer()), old == null ? null : old.pricePer()),
            or(currency(change.currency()), old == null ? null : old.currency()),
            or(gtin("gtin", change.gtin()), old == null ? null : old.gtin()),
            or(gtin("caseGtin", change.caseGtin()), old == null ? null : old.caseGtin()),
            or(upper(change.packUnit()), old == null ? null : old.packUnit()),
            or(
                some("packQuantity", change.packQuantity(), unit),
                old == null ? null : old.packQuantity()),
            or(change.supplier(), old == null ? null : old.supplier()),
            or(supply(change.supply()), old == null ? "stock" : old.supply()),
            or(days(change.leadTimeDays()), old == null ? null : old.leadTimeDays()),
            or(notNegative("weight", change.weight()), old == null ? null : old.weight()));
    return new StoredItem(
        packed(item),
        or(
            quantity("minOrder", change.minOrder(), unit),
            before == null ? null : before.minOrder()),
        or(some("multiple", change.multiple(), unit), before == null ? null : before.multiple()),
        or(
            quantity("reorderPoint", change.reorderPoint(), unit),
            before == null ? null : before.reorderPoint()),
        or(
            some("reorderQuantity", change.reorderQuantity(), unit),
            before == null ? null : before.reorderQuantity()));
  }

  /** Whether a change says anything beside the stock level. */
  static boolean changesItem(ItemChange change) {
    ItemChange levelOnly =
        new ItemChange(
            null,
            null,
            change.onHand(),
            change.location(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return !change.equals(levelOnly);
  }

  /** A quantity on hand; null when none is told. */
  static BigDecimal onHand(String value, StoredItem item) {
    return quantity("onHand", value, item.item().unit());
  }

  private static String sku(String sku) {
    if (sku == null || sku.isBlank()) {
      throw new FulfilmentRefusal("sku is missing: it is the one value an item must have");
    }
    return sku.trim();
  }

  private static Catalogue.Item packed(Catalogue.Item item) {
    if (item.packUnit() != null && item.packQuantity() == null) {
      throw new FulfilmentRefusal(
          "packUnit is `%s` but packQuantity is missing: say how many %s one %s holds"
              .formatted(item.packUnit(), item.unit(), item.packUnit()));
    }
    if (item.unit().equals(item.packUnit()) && item.packQuantity().compareTo(BigDecimal.ONE) != 0) {
      throw new FulfilmentRefusal(
          "packUnit `%s` is the stock unit too: a pack is another unit, for example CA of 12 EA"
              .formatted(item.packUnit()));
    }
    return item;
  }

  private static String supply(String value) {
    if (value != null && !SUPPLY.contains(value)) {
      throw new FulfilmentRefusal(
          "supply is `" + value + "`: stock, drop-ship and to-order are possible");
    }
    return value;
  }

  private static String currency(String value) {
    if (value != null && !value.toUpperCase(Locale.ROOT).matches("[A-Z]{3}")) {
      throw new FulfilmentRefusal(
          "currency is `" + value + "`: three letters of ISO 4217, for example USD");
    }
    return upper(value);
  }

  private static String gtin(String name, String value) {
    if (value == null) {
      return null;
    }
    return Gtins.normal(value)
        .orElseThrow(
            () ->
                new FulfilmentRefusal(
                    name + " is `" + value + "`: a GTIN, UPC or EAN has 8 to 14 digits"));
  }

  private static Integer days(Integer value) {
    if (value != null && value < 0) {
      throw new FulfilmentRefusal("leadTimeDays is `" + value + "`: 0 or more days");
    }
    return value;
  }

  private static BigDecimal quantity(String name, String value, String unit) {
    if (value == null) {
      return null;
    }
    Quantities.fault(value, unit)
        .ifPresent(
            why -> {
              throw new FulfilmentRefusal("%s is `%s`: it %s".formatted(name, value, why));
            });
    return new BigDecimal(value.trim());
  }

  private static BigDecimal some(String name, String value, String unit) {
    return aboveZero(name, quantity(name, value, unit));
  }

  private static BigDecimal positive(String name, String value) {
    return aboveZero(name, notNegative(name, value));
  }

  private static BigDecimal aboveZero(String name, BigDecimal number) {
    if (number != null && number.signum() == 0) {
      throw new FulfilmentRefusal(name + " is `" + number + "`: it must be more than 0");
    }
    return number;
  }

  private static BigDecimal notNegative(String name, String value) {
    if (value == null) {
      return null;
    }
    if (!value.trim().matches("\\d{1,15}(\\.\\d{1,8})?|\\.\\d{1,8}")) {
      throw new FulfilmentRefusal(
          name + " is `" + value + "`: a number like 12 or 12.50, 0 or more, without separators");
    }
    return new BigDecimal(value.trim());
  }

  private static String upper(String value) {
    return value == null ? null : value.trim().toUpperCase(Locale.ROOT);
  }

  private static <T> T or(T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
