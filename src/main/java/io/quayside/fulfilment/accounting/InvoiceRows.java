package io.quayside.fulfilment.accounting;

import static io.quayside.work.Columns.flag;
import static io.quayside.work.Columns.instant;
import static io.quayside.work.Columns.micros;

import io.quayside.fulfilment.Invoices.Booked;
import io.quayside.fulfilment.QueueMessages;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.Posted;
import io.quayside.work.Database;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table of invoices and credit notes. */
@Repository
class InvoiceRows {

  private static final String SELECT =
      "SELECT test, number, kind, order_id, po_number, partner, customer, shipment_id, body,"
          + " booked_at, paid_at, paid_by FROM accounting_invoice ";

  private final Database database;
  private final QueueMessages messages;
  private final Clock clock;

  InvoiceRows(Database database, QueueMessages messages, Clock clock) {
    this.database = database;
    this.messages = messages;
    this.clock = clock;
  }

  void add(PostToAccounting post, Posted.Invoice invoice) {
    database
        .write()
        .sql(
            "INSERT INTO accounting_invoice (test, number, kind, order_id, po_number, partner,"
                + " customer, shipment_id, total, body, booked_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            flag(post.test()),
            invoice.number(),
            post.kind(),
            post.orderId(),
            post.poNumber(),
            post.partner(),
            post.customer(),
            post.shipmentId(),
            invoice.total(),
            messages.write(invoice),
            micros(clock.instant()))
        .update();
  }

  Optional<Booked> find(String number, boolean test) {
    return database
        .read()
        .sql(SELECT + "WHERE test = ? AND number = ?")
        .params(flag(test), number)
        .query(this::row)
        .optional();
  }

  List<Booked> list(
      String partner, String orderId, Boolean paid, boolean test, int limit, long offset) {
    Map<String, Object> values = new HashMap<>();
    String where = where(partner, orderId, paid, test, values);
    values.put("limit", limit);
    values.put("offset", offset);
    return database
        .read()
        .sql(SELECT + where + " ORDER BY booked_at DESC, number DESC LIMIT :limit OFFSET :offset")
        .params(values)
        .query(this::row)
        .list();
  }

  long count(String partner, String orderId, Boolean paid, boolean test) {
    Map<String, Object> values = new HashMap<>();
    String where = where(partner, orderId, paid, test, values);
    return database
        .read()
        .sql("SELECT count(*) FROM accounting_invoice " + where)
        .params(values)
        .query(Long.class)
        .single();
  }

  /** What a partner owes on invoices, credit notes taken off. */
  BigDecimal unpaid(String partner, boolean test) {
    return database
        .read()
        .sql(
            "SELECT kind, total FROM accounting_invoice"
                + " WHERE partner = ? AND test = ? AND paid_at IS NULL")
        .params(partner, flag(test))
        .query(
            (row, n) -> {
              BigDecimal total = new BigDecimal(row.getString("total"));
              return "credit".equals(row.getString("kind")) ? total.negate() : total;
            })
        .list()
        .stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Marks an invoice as paid; false when it was, or is unknown. */
  boolean paid(String number, boolean test, String by) {
    return database
            .write()
            .sql(
                "UPDATE accounting_invoice SET paid_at = ?, paid_by = ?"
                    + " WHERE test = ? AND number = ? AND paid_at IS NULL")
            .params(micros(clock.instant()), by, flag(test), number)
            .update()
        == 1;
  }

  private static String where(
      String partner, String orderId, Boolean paid, boolean test, Map<String, Object> values) {
    StringBuilder where = new StringBuilder("WHERE test = :test");
    values.put("test", flag(test));
    if (partner != null) {
      where.append(" AND partner = :partner");
      values.put("partner", partner);
    }
    if (orderId != null) {
      where.append(" AND order_id = :order");
      values.put("order", orderId);
    }
    if (paid != null) {
      where.append(paid ? " AND paid_at IS NOT NULL" : " AND paid_at IS NULL");
    }
    return where.toString();
  }

  private Booked row(ResultSet row, int number) throws SQLException {
    long paidAt = row.getLong("paid_at");
    boolean paid = !row.wasNull();
    return new Booked(
        row.getString("number"),
        row.getString("kind"),
        row.getString("order_id"),
        row.getString("po_number"),
        row.getString("partner"),
        row.getString("customer"),
        row.getString("shipment_id"),
        row.getInt("test") == 1,
        messages.read(row.getString("body"), Posted.Invoice.class),
        instant(row.getLong("booked_at")),
        paid ? instant(paidAt) : null,
        row.getString("paid_by"));
  }
}
