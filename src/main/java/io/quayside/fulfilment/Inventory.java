package io.quayside.fulfilment;

import java.util.List;
import java.util.Optional;

/**
 * The embedded inventory: items, their stock, and what comes in. Quantities in the stock unit and
 * prices are decimal strings. What raises stock sends {@code inventory.received}, so that waiting
 * orders go on. The test area has stock of its own, copied from the live level at first touch.
 */
public interface Inventory {

  /** The place of stock that names none. */
  String MAIN = "MAIN";

  /**
   * An item with its stock: {@code onHand}, {@code reserved} and {@code available} over all
   * locations, {@code stock} by location. {@code price} is for {@code pricePer} stock units.
   */
  record Item(
      String sku,
      String description,
      String unit,
      String onHand,
      String reserved,
      String available,
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
      String reorderQuantity,
      List<Level> stock) {}

  /** Stock at one location. */
  record Level(String location, String onHand, String reserved, String available) {}

  /** A page of items by sku; page from 0. */
  record Page(List<Item> items, int page, int size, long total) {}

  /**
   * An item as it is to be; a null leaves the value as it is (or its default for a new item).
   * {@code onHand} is absolute, at {@code location} (default {@link #MAIN}).
   */
  record ItemChange(
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
      String reorderQuantity) {}

  /** What a CSV brought: how many lines were taken, and the bad ones, which were not. */
  record Imported(int taken, List<BadLine> bad) {}

  /** A line that was not taken; {@code line} counts from 1, the header line included. */
  record BadLine(long line, String why) {}

  /** Goods that came in; {@code unit} null: the stock unit, or the item's pack unit. */
  record Received(String sku, String location, String quantity, String unit) {}

  /** Items whose sku, description or GTIN contains the text (null or blank: all). */
  Page search(String q, boolean test, int page, int size);

  Optional<Item> item(String sku, boolean test);

  /**
   * Makes or changes an item, and sets its stock when {@code onHand} is there. {@link
   * FulfilmentRefusal} names the first wrong value.
   */
  Item put(String sku, ItemChange change, boolean test, String by);

  /**
   * Takes items from CSV (UTF-8, comma or semicolon; columns as in the contract). Bad lines are
   * reported, good ones taken. {@link FulfilmentRefusal} when the header itself is wrong: then
   * nothing is.
   */
  Imported importCsv(byte[] csv, String by);

  /**
   * Books goods in: adds stock, and marks the supplier order when they came for one.
   *
   * @param supplierOrder null when they came for none
   * @return the receipt's id
   */
  String receive(List<Received> items, String supplierOrder, boolean test, String by);

  /** Takes note that a supplier order will bring nothing: the item may be reordered again. */
  void notComing(String supplierOrder, boolean test);
}
