package io.quayside.document;

import io.quayside.document.Documents.Document;
import io.quayside.document.Documents.Query;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How documents are read from their table. */
final class DocumentRows {

  /** A row, complete as soon as its orders are known. */
  record Row(String id, Function<List<String>, Document> with) {}

  private DocumentRows() {}

  static String where(Query query, Map<String, Object> params) {
    StringBuilder where = new StringBuilder("d.test = :test");
    params.put("test", Columns.flag(Boolean.TRUE.equals(query.test())));
    equal(where, params, "direction", query.direction());
    equal(where, params, "type", query.type());
    equal(where, params, "partner_id", query.partnerId());
    equal(where, params, "receipt_id", query.receiptId());
    equal(where, params, "control_number", query.controlNumber());
    equal(where, params, "validity", query.validity());
    equal(where, params, "delivery", query.delivery());
    equal(where, params, "acknowledgment", query.acknowledgment());
    if (query.orderId() != null) {
      where.append(
          " AND EXISTS (SELECT 1 FROM document_order o WHERE o.document_id = d.id AND o.order_id = :order)");
      params.put("order", query.orderId());
      if (query.test() == null) {
        where.replace(0, "d.test = :test".length(), "d.test IN (:test, 1)");
      }
    }
    return where.toString();
  }

  private static void equal(
      StringBuilder where, Map<String, Object> params, String column, String value) {
    if (value != null) {
      where.append(" AND d.").append(column).append(" = :").append(column);
      params.put(column, value);
    }
  }

  static List<Document> withOrders(Database database, List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<String, List<String>> orders = new HashMap<>();
    database
        .read()
        .sql(
            """
            SELECT document_id, order_id FROM document_order WHERE document_id IN (:ids)
            ORDER BY order_id""")
        .param("ids", rows.stream().map(Row::id).toList())
        .query(
            row -> {
              orders
                  .computeIfAbsent(row.getString("document_id"), id -> new ArrayList<>())
                  .add(row.getString("order_id"));
            });
    return rows.stream()
        .map(row -> row.with().apply(orders.getOrDefault(row.id(), List.of())))
        .toList();
  }

  static Row row(ResultSet row, int number) throws SQLException {
    Document document =
        new Document(
            row.getString("id"),
            row.getString("direction"),
            row.getString("type"),
            row.getString("format"),
            row.getString("partner_id"),
            row.getString("channel_id"),
            row.getString("receipt_id"),
            row.getString("business_key"),
            row.getString("reference"),
            row.getString("control_number"),
            row.getString("group_control_number"),
            row.getString("set_control_number"),
            row.getString("functional_id"),
            row.getString("version"),
            row.getLong("from_byte"),
            row.getLong("to_byte"),
            row.getString("sha256"),
            row.getString("file_name"),
            row.getInt("test") == 1,
            row.getString("validity"),
            row.getString("delivery"),
            row.getString("acknowledgment"),
            row.getString("findings"),
            row.getString("after_document"),
            row.getString("answers_document"),
            row.getInt("attempts"),
            row.getString("last_error"),
            Columns.instant(row.getLong("recorded_at")),
            Columns.instant((Number) row.getObject("delivered_at")),
            List.of());
    return new Row(document.id(), orders -> withOrders(document, orders));
  }

  private static Document withOrders(Document d, List<String> orders) {
    return new Document(
        d.id(),
        d.direction(),
        d.type(),
        d.format(),
        d.partnerId(),
        d.channelId(),
        d.receiptId(),
        d.businessKey(),
        d.reference(),
        d.controlNumber(),
        d.groupControlNumber(),
        d.setControlNumber(),
        d.functionalId(),
        d.version(),
        d.from(),
        d.to(),
        d.sha256(),
        d.fileName(),
        d.test(),
        d.validity(),
        d.delivery(),
        d.acknowledgment(),
        d.findings(),
        d.after(),
        d.answers(),
        d.attempts(),
        d.lastError(),
        d.at(),
        d.deliveredAt(),
        orders);
  }
}
