package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.decimal;
import static io.quayside.work.Columns.flag;
import static io.quayside.work.Columns.text;

import io.quayside.work.Database;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Repository;

/**
 * The table of stock levels, changed only by compare-and-set: two transactions never count the same
 * piece twice, on one node or several.
 */
@Repository
class StockRows {

  private final Database database;

  StockRows(Database database) {
    this.database = database;
  }

  /** The levels of an item by location; those of the test area are copied at first touch. */
  List<StockLevel> of(String sku, boolean test) {
    List<StockLevel> levels = levels(sku, test);
    return levels.isEmpty() && test ? asInTest(levels(sku, false)) : levels;
  }

  /**
   * Changes the level at a location in the current transaction, making it at zero when it is new.
   *
   * @return the level after the change
   */
  StockLevel change(String sku, String location, boolean test, UnaryOperator<StockLevel> change) {
    if (test) {
      copyToTest(sku);
    }
    while (true) {
      StockLevel before = at(sku, location, test).orElseGet(() -> open(sku, location, test));
      StockLevel after = change.apply(before);
      int rows =
          database
              .write()
              .sql(
                  "UPDATE inventory_stock SET on_hand = ?, reserved = ?, version = version + 1"
                      + " WHERE test = ? AND sku = ? AND location = ? AND version = ?")
              .params(
                  text(after.onHand()),
                  text(after.reserved()),
                  flag(test),
                  sku,
                  location,
                  before.version())
              .update();
      if (rows == 1) {
        return after;
      }
    }
  }

  private StockLevel open(String sku, String location, boolean test) {
    insert(sku, test, new StockLevel(location, BigDecimal.ZERO, BigDecimal.ZERO, 0));
    return at(sku, location, test).orElseThrow();
  }

  private void copyToTest(String sku) {
    if (levels(sku, true).isEmpty()) {
      asInTest(levels(sku, false)).forEach(level -> insert(sku, true, level));
    }
  }

  private static List<StockLevel> asInTest(List<StockLevel> live) {
    return live.stream()
        .map(level -> new StockLevel(level.location(), level.onHand(), BigDecimal.ZERO, 0))
        .toList();
  }

  private void insert(String sku, boolean test, StockLevel level) {
    database
        .write()
        .sql(
            "INSERT INTO inventory_stock (test, sku, location, on_hand, reserved, version)"
                + " VALUES (:test, :sku, :location, :onHand, :reserved, 0)"
                + " ON CONFLICT DO NOTHING")
        .param("test", flag(test))
        .param("sku", sku)
        .param("location", level.location())
        .param("onHand", text(level.onHand()))
        .param("reserved", text(level.reserved()))
        .update();
  }

  private Optional<StockLevel> at(String sku, String location, boolean test) {
    return levels(sku, test).stream().filter(l -> l.location().equals(location)).findFirst();
  }

  private List<StockLevel> levels(String sku, boolean test) {
    return database
        .read()
        .sql(
            "SELECT location, on_hand, reserved, version FROM inventory_stock"
                + " WHERE test = ? AND sku = ? ORDER BY location")
        .params(flag(test), sku)
        .query(
            (row, n) ->
                new StockLevel(
                    row.getString("location"),
                    decimal(row.getString("on_hand")),
                    decimal(row.getString("reserved")),
                    row.getLong("version")))
        .list();
  }
}
