package io.quayside.fulfilment.accounting;

import static io.quayside.work.Columns.decimal;
import static io.quayside.work.Columns.flag;
import static io.quayside.work.Columns.text;

import io.quayside.work.Database;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** The table of what orders are worth and how much of it stands on invoices. */
@Repository
class ReceivableRows {

  /** An order's lines: what they are worth, and what was billed of them. */
  record Receivable(BigDecimal amount, BigDecimal billed) {}

  private final Database database;

  ReceivableRows(Database database) {
    this.database = database;
  }

  Optional<Receivable> find(String orderId) {
    return database
        .read()
        .sql("SELECT amount, billed FROM accounting_receivable WHERE order_id = ?")
        .params(orderId)
        .query(
            (row, n) ->
                new Receivable(decimal(row.getString("amount")), decimal(row.getString("billed"))))
        .optional();
  }

  /** Takes an order in, or its new amount. */
  void worth(String orderId, String partner, boolean test, BigDecimal amount) {
    database
        .write()
        .sql(
            "INSERT INTO accounting_receivable (order_id, test, partner, amount, billed)"
                + " VALUES (?, ?, ?, ?, '0')"
                + " ON CONFLICT (order_id) DO UPDATE SET amount = excluded.amount")
        .params(orderId, flag(test), partner, text(amount))
        .update();
  }

  void billed(String orderId, BigDecimal billed) {
    database
        .write()
        .sql("UPDATE accounting_receivable SET billed = ? WHERE order_id = ?")
        .params(text(billed), orderId)
        .update();
  }

  /**
   * What a partner has ordered on account and was not billed for yet, by order; one order left out.
   */
  Map<String, BigDecimal> unbilled(String partner, boolean test, String exceptOrder) {
    return database
        .read()
        .sql(
            "SELECT order_id, amount, billed FROM accounting_receivable"
                + " WHERE partner = ? AND test = ? AND order_id <> ?")
        .params(partner, flag(test), exceptOrder)
        .query(
            (row, n) ->
                Map.entry(
                    row.getString("order_id"),
                    decimal(row.getString("amount")).subtract(decimal(row.getString("billed")))))
        .list()
        .stream()
        .filter(open -> open.getValue().signum() > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
