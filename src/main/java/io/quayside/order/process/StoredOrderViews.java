package io.quayside.order.process;

import io.quayside.order.OrderViews;
import io.quayside.order.policy.Pricing;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Orders for the API and the pages, read from the tables. */
@Component
class StoredOrderViews implements OrderViews {

  private static final int MOST = 500;

  private final Database database;
  private final OrderStore store;
  private final OrderViewBuilder builder;

  StoredOrderViews(Database database, OrderStore store, OrderViewBuilder builder) {
    this.database = database;
    this.store = store;
    this.builder = builder;
  }

  @Override
  public Optional<OrderView> find(String id) {
    return store.read(id).map(builder::view);
  }

  @Override
  public Page search(Query query) {
    List<Object> values = new ArrayList<>();
    String where = where(query, values);
    long total =
        database
            .read()
            .sql("SELECT COUNT(*) FROM orders o" + where)
            .params(values)
            .query(Long.class)
            .single();
    int size = Math.min(Math.max(query.size(), 1), MOST);
    int page = Math.max(query.page(), 0);
    values.add(size);
    values.add((long) page * size);
    List<Row> rows =
        database
            .read()
            .sql(
                """
                SELECT o.*, (SELECT COUNT(*) FROM order_hold h
                  WHERE h.order_id = o.id AND h.waived_by IS NULL) AS holds
                FROM orders o"""
                    + where
                    + " ORDER BY o.received_at DESC, o.id DESC LIMIT ? OFFSET ?")
            .params(values)
            .query(
                (row, n) ->
                    new Row(
                        row.getString("id"),
                        row.getString("partner_id"),
                        row.getString("po_number"),
                        row.getString("po_release"),
                        Rows.flag(row, "test"),
                        row.getString("status"),
                        row.getString("invoice_status"),
                        row.getInt("holds"),
                        row.getString("channel"),
                        Rows.instant(row, "received_at"),
                        row.getString("ship_to_name"),
                        row.getInt("line_count"),
                        row.getString("amount"),
                        row.getString("currency")))
            .list();
    return new Page(rows, page, size, total);
  }

  @Override
  public Set<String> held(Collection<String> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            database
                .read()
                .sql(
                    "SELECT DISTINCT order_id FROM order_hold WHERE waived_by IS NULL AND order_id IN (:ids)")
                .param("ids", ids)
                .query(String.class)
                .list());
  }

  @Override
  public Optional<BigDecimal> unbilled(String orderId) {
    return store
        .read(orderId)
        .map(
            order ->
                order.lines.values().stream()
                    .flatMap(line -> line.schedules.stream().map(s -> unbilled(order, line, s)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static BigDecimal unbilled(OrderState order, LineState line, ScheduleState schedule) {
    BigDecimal coming = schedule.ledger.accepted().add(schedule.ledger.backordered());
    BigDecimal left =
        coming
            .subtract(schedule.ledger.returned())
            .subtract(schedule.ledger.invoiced())
            .add(schedule.ledger.credited());
    return Pricing.amount(
        left.max(BigDecimal.ZERO), line.price, line.priceFactor, order.order().currency());
  }

  @Override
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    database
        .read()
        .sql(
            "SELECT status, COUNT(*) AS n FROM orders WHERE test = 0 GROUP BY status ORDER BY status")
        .query(
            row -> {
              counts.put(row.getString("status"), row.getLong("n"));
            });
    return counts;
  }

  private static String where(Query query, List<Object> values) {
    List<String> conditions = new ArrayList<>();
    conditions.add("o.test = ?");
    values.add(Columns.flag(Boolean.TRUE.equals(query.test())));
    equal("o.po_number", query.po(), conditions, values);
    equal("o.partner_id", query.partner(), conditions, values);
    equal("o.status", query.status(), conditions, values);
    equal("o.customer_id", query.customer(), conditions, values);
    if (query.q() != null && !query.q().isBlank()) {
      conditions.add("o.search_text LIKE ? ESCAPE '!'");
      String q = query.q().strip().toLowerCase(Locale.ROOT);
      values.add("%" + q.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
    }
    return " WHERE " + String.join(" AND ", conditions);
  }

  private static void equal(
      String column, String wanted, List<String> conditions, List<Object> values) {
    if (wanted != null && !wanted.isBlank()) {
      conditions.add(column + " = ?");
      values.add(wanted);
    }
  }
}
