package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.decimal;
import static io.quayside.work.Columns.micros;
import static io.quayside.work.Columns.text;

import io.quayside.order.Catalogue;
import io.quayside.work.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table of items. */
@Repository
class ItemRows {

  private static final String COLUMNS =
      "sku, description, unit, price, price_per, currency, gtin, case_gtin, pack_unit,"
          + " pack_quantity, supplier, supply, lead_time_days, weight, min_order, multiple,"
          + " reorder_point, reorder_quantity";

  private static final String MATCHES =
      " WHERE lower(sku) LIKE :q OR lower(coalesce(description, '')) LIKE :q"
          + " OR coalesce(gtin, '') LIKE :q OR coalesce(case_gtin, '') LIKE :q";

  private final Database database;
  private final Clock clock;

  ItemRows(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Optional<StoredItem> find(String sku) {
    return database
        .read()
        .sql("SELECT " + COLUMNS + " FROM inventory_item WHERE sku = ?")
        .param(sku)
        .query(ItemRows::row)
        .optional();
  }

  /** Items with this GTIN, as piece or as case; 14 digits. */
  List<StoredItem> byGtin(String gtin) {
    return database
        .read()
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM inventory_item WHERE gtin = :gtin OR case_gtin = :gtin ORDER BY sku")
        .param("gtin", gtin)
        .query(ItemRows::row)
        .list();
  }

  List<StoredItem> search(String q, int limit, long offset) {
    return database
        .read()
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM inventory_item"
                + MATCHES
                + " ORDER BY sku LIMIT :limit OFFSET :offset")
        .param("q", like(q))
        .param("limit", limit)
        .param("offset", offset)
        .query(ItemRows::row)
        .list();
  }

  long count(String q) {
    return database
        .read()
        .sql("SELECT count(*) FROM inventory_item" + MATCHES)
        .param("q", like(q))
        .query(Long.class)
        .single();
  }

  void save(StoredItem stored, String by) {
    Catalogue.Item item = stored.item();
    database
        .write()
        .sql(
            "INSERT INTO inventory_item ("
                + COLUMNS
                + ", changed_at, changed_by) VALUES (:sku, :description, :unit, :price, :pricePer,"
                + " :currency, :gtin, :caseGtin, :packUnit, :packQuantity, :supplier, :supply,"
                + " :leadTimeDays, :weight, :minOrder, :multiple, :reorderPoint, :reorderQuantity,"
                + " :at, :by) ON CONFLICT (sku) DO UPDATE SET description = excluded.description,"
                + " unit = excluded.unit, price = excluded.price, price_per = excluded.price_per,"
                + " currency = excluded.currency, gtin = excluded.gtin,"
                + " case_gtin = excluded.case_gtin, pack_unit = excluded.pack_unit,"
                + " pack_quantity = excluded.pack_quantity, supplier = excluded.supplier,"
                + " supply = excluded.supply, lead_time_days = excluded.lead_time_days,"
                + " weight = excluded.weight, min_order = excluded.min_order,"
                + " multiple = excluded.multiple, reorder_point = excluded.reorder_point,"
                + " reorder_quantity = excluded.reorder_quantity,"
                + " changed_at = excluded.changed_at, changed_by = excluded.changed_by")
        .param("sku", item.sku())
        .param("description", item.description())
        .param("unit", item.unit())
        .param("price", text(item.price()))
        .param("pricePer", text(item.pricePer()))
        .param("currency", item.currency())
        .param("gtin", item.gtin())
        .param("caseGtin", item.caseGtin())
        .param("packUnit", item.packUnit())
        .param("packQuantity", text(item.packQuantity()))
        .param("supplier", item.supplier())
        .param("supply", item.supply())
        .param("leadTimeDays", item.leadTimeDays())
        .param("weight", text(item.weight()))
        .param("minOrder", text(stored.minOrder()))
        .param("multiple", text(stored.multiple()))
        .param("reorderPoint", text(stored.reorderPoint()))
        .param("reorderQuantity", text(stored.reorderQuantity()))
        .param("at", micros(clock.instant()))
        .param("by", by)
        .update();
  }

  private static String like(String q) {
    return q == null || q.isBlank() ? "%" : "%" + q.trim().toLowerCase(Locale.ROOT) + "%";
  }

  private static StoredItem row(ResultSet row, int number) throws SQLException {
    int days = row.getInt("lead_time_days");
    Integer leadTimeDays = row.wasNull() ? null : days;
    Catalogue.Item item =
        new Catalogue.Item(
            row.getString("sku"),
            row.getString("description"),
            row.getString("unit"),
            decimal(row.getString("price")),
            decimal(row.getString("price_per")),
            row.getString("currency"),
            row.getString("gtin"),
            row.getString("case_gtin"),
            row.getString("pack_unit"),
            decimal(row.getString("pack_quantity")),
            row.getString("supplier"),
            row.getString("supply"),
            leadTimeDays,
            decimal(row.getString("weight")));
    return new StoredItem(
        item,
        decimal(row.getString("min_order")),
        decimal(row.getString("multiple")),
        decimal(row.getString("reorder_point")),
        decimal(row.getString("reorder_quantity")));
  }
}
