package io.quayside.order.process;

import io.quayside.order.OrderRefusal;
import io.quayside.order.Terms;
import io.quayside.order.ledger.LedgerTerms;
import io.quayside.order.policy.ShipWindow.Leaving;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders in their tables. A step locks the order's row, changes it and saves it once. */
@Component
class OrderStore {

  private final Database database;
  private final Terms terms;
  private final Clock clock;
  private final Json json;
  private final ReadOrders orders;
  private final LedgerStore ledgers;

  OrderStore(
      Database database,
      Terms terms,
      Clock clock,
      Json json,
      ReadOrders orders,
      LedgerStore ledgers) {
    this.database = database;
    this.terms = terms;
    this.clock = clock;
    this.json = json;
    this.orders = orders;
    this.ledgers = ledgers;
  }

  /** The order, locked until the transaction ends: work on one order is serial. */
  OrderState lock(String id) {
    int found =
        database.write().sql("UPDATE orders SET version = version WHERE id = ?").param(id).update();
    if (found == 0) {
      throw new OrderRefusal("There is no order " + id + ".");
    }
    return load(database.write(), id).orElseThrow();
  }

  /** The order as it stands, to look at. */
  Optional<OrderState> read(String id) {
    return load(database.read(), id);
  }

  /** Today at the partner's place of business. */
  LocalDate today(OrderState order) {
    ZoneId zone = order.agreed == null ? clock.getZone() : order.agreed.zone();
    return LocalDate.now(clock.withZone(zone));
  }

  void insert(OrderState state, OrderSummary summary) {
    OrderState.Head head = state.head;
    database
        .write()
        .sql(
            """
            INSERT INTO orders (id, identity_key, content_hash, partner_id, company, po_number,
              po_release, test, parallel, channel, document_id, customer_id, canonical, received_at,
              step, status, invoice_status, invoiced_on_order, over_shipment_percent, credit_ok,
              ship_to_name, line_count, amount, currency, search_text, version)
            VALUES (:id, :identity, :hash, :partner, :company, :po, :release, :test, :parallel,
              :channel, :document, :customer, :canonical, :received, :step, 'received', 'none', :onOrder,
              :over, 0, :shipTo, :lines, :amount, :currency, :search, 1)
            """)
        .param("id", head.id())
        .param("identity", head.identityKey())
        .param("hash", head.contentHash())
        .param("partner", head.partnerId())
        .param("company", head.company())
        .param("po", state.order().poNumber())
        .param("release", state.order().release())
        .param("test", Columns.flag(head.test()))
        .param("parallel", Columns.flag(head.parallel()))
        .param("channel", head.channel())
        .param("document", head.documentId())
        .param("customer", head.customerId())
        .param("canonical", json.write(state.order()))
        .param("received", Columns.micros(head.receivedAt()))
        .param("step", state.step.name())
        .param("onOrder", Columns.flag(state.ledgerTerms.invoicedOnOrder()))
        .param("over", Columns.text(state.ledgerTerms.overShipmentPercent()))
        .param("shipTo", summary.shipTo())
        .param("lines", state.lines.size())
        .param("amount", summary.amount())
        .param("currency", summary.currency())
        .param("search", summary.searchText())
        .update();
    state.version = 1;
    ledgers.insert(state);
  }

  /** Saves by compare-and-set on the version, and derives the status from the ledger. */
  void save(OrderState state) {
    int saved =
        database
            .write()
            .sql(
                """
                UPDATE orders SET step = :step, status = :status, invoice_status = :invoice,
                  sales_order = :salesOrder, tag = :tag, credit_ok = :credit, decided_at = :decided,
                  amount = :amount, invoiced_on_order = :onOrder, over_shipment_percent = :over, version = version + 1
                WHERE id = :id AND version = :version
                """)
            .param("step", state.step.name())
            .param("status", Statuses.of(state, today(state)))
            .param("invoice", Statuses.invoice(state))
            .param("salesOrder", state.salesOrder)
            .param("tag", state.tag)
            .param("credit", Columns.flag(state.creditOk))
            .param("decided", Columns.micros(state.decidedAt))
            .param("amount", OrderSummary.amount(state).toPlainString())
            .param("onOrder", Columns.flag(state.ledgerTerms.invoicedOnOrder()))
            .param("over", Columns.text(state.ledgerTerms.overShipmentPercent()))
            .param("id", state.id())
            .param("version", state.version)
            .update();
    if (saved != 1) {
      throw new IllegalStateException(
          "Order " + state.id() + " was changed meanwhile; the step is done again.");
    }
    state.version++;
    ledgers.save(state);
  }

  /**
   * The agreement is read after the row: its query must not wait while this one holds a connection.
   */
  private Optional<OrderState> load(JdbcClient jdbc, String id) {
    Optional<OrderState> found =
        jdbc.sql("SELECT * FROM orders WHERE id = ?")
            .param(id)
            .query((row, n) -> state(row))
            .optional();
    found.ifPresent(
        state -> {
          state.agreed = terms.with(state.head.partnerId()).orElse(null);
          Skeleton.layOut(state, state.agreed == null ? Leaving.DEFAULT : Leaving.of(state.agreed));
          ledgers.fill(jdbc, state);
        });
    return found;
  }

  private OrderState state(ResultSet row) throws SQLException {
    OrderState state =
        new OrderState(
            new OrderState.Head(
                row.getString("id"),
                row.getString("identity_key"),
                row.getString("content_hash"),
                row.getString("partner_id"),
                row.getString("company"),
                Rows.flag(row, "test"),
                Rows.flag(row, "parallel"),
                row.getString("channel"),
                row.getString("document_id"),
                row.getString("customer_id"),
                Rows.instant(row, "received_at"),
                orders.order(row.getString("id"), row.getString("canonical"))));
    state.ledgerTerms =
        new LedgerTerms(
            Rows.decimal(row, "over_shipment_percent"), Rows.flag(row, "invoiced_on_order"));
    state.step = Step.valueOf(row.getString("step"));
    state.salesOrder = row.getString("sales_order");
    state.tag = row.getString("tag");
    state.creditOk = Rows.flag(row, "credit_ok");
    state.decidedAt = Rows.instant(row, "decided_at");
    state.version = row.getLong("version");
    return state;
  }
}
