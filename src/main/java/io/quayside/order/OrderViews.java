package io.quayside.order;

import io.quayside.order.canonical.PurchaseOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Orders as the API and the pages show them. */
public interface OrderViews {

  /** One order, whole, without its documents (those stand in the record of documents). */
  record OrderView(
      String id,
      String partner,
      Ref customer,
      String poNumber,
      String release,
      boolean test,
      String status,
      String channel,
      Instant receivedAt,
      List<Hold> holds,
      String invoiceStatus,
      PurchaseOrder order,
      SalesOrderRef salesOrder,
      Accounting accounting,
      List<LineView> lines,
      List<ShipmentView> shipments,
      List<InvoiceView> invoices,
      List<Change> changes,
      List<JourneyEntry> journey,
      long version) {}

  record Ref(String id) {}

  record SalesOrderRef(String number) {}

  record Accounting(String tag) {}

  record Hold(
      String reason, String line, String text, Instant since, Instant deadline, String owner) {}

  record LineView(
      String lineNumber,
      String sku,
      String description,
      String unit,
      String price,
      String pricePer,
      String priceUnit,
      String ordered,
      String open,
      String accepted,
      String backordered,
      String rejected,
      String cancelled,
      String shipped,
      String returned,
      String invoiced,
      String credited,
      String status,
      String reason,
      List<ScheduleView> schedules) {}

  record ScheduleView(
      String id,
      String location,
      String ordered,
      String open,
      String accepted,
      String backordered,
      String rejected,
      String cancelled,
      String shipped,
      String returned,
      String invoiced,
      String credited,
      String promised,
      String status) {}

  record ShipmentView(
      String id,
      Instant shippedAt,
      String status,
      String scac,
      String tracking,
      Instant deliveredAt) {}

  record InvoiceView(
      String number, String date, String dueDate, String currency, String total, Instant paidAt) {}

  /**
   * A change document against the order that it speaks of.
   *
   * @param document its type: 860, ORDCHG, 850, ORDERS
   * @param asks {@code change}, {@code replace}, {@code cancellation} or {@code other}
   * @param state {@code open}, {@code accepted}, {@code dismissed}
   * @param values what it changes in the head
   */
  record Change(
      String documentId,
      String document,
      String asks,
      Instant receivedAt,
      String state,
      List<ChangedValue> values,
      List<ChangedLine> lines) {}

  /**
   * @param change {@code changed}, {@code added}, {@code deleted}
   */
  record ChangedLine(String lineNumber, String change, List<ChangedValue> values) {}

  /**
   * @param name its path in the canonical order: {@code quantity}, {@code price.amount}
   * @param before null: nothing stood there
   * @param after null: nothing would stand there
   */
  record ChangedValue(String name, String before, String after) {}

  record JourneyEntry(Instant at, String stage, String event, String text) {}

  /** One row of the list. */
  record Row(
      String id,
      String partner,
      String poNumber,
      String release,
      boolean test,
      String status,
      String invoiceStatus,
      int holds,
      String channel,
      Instant receivedAt,
      String shipTo,
      int lineCount,
      String amount,
      String currency) {}

  /**
   * Which orders; null means any, {@code test} null means live ones only; {@code q} searches PO
   * numbers and names.
   */
  record Query(
      String po,
      String partner,
      String status,
      String q,
      String customer,
      Boolean test,
      int page,
      int size) {}

  record Page(List<Row> items, int page, int size, long total) {}

  Optional<OrderView> find(String id);

  Page search(Query query);

  /** Those of these orders that something holds. */
  Set<String> held(Collection<String> ids);

  /**
   * What an order is still worth that stands on no invoice: accepted or waiting, at its prices.
   * Empty when there is no such order.
   */
  Optional<BigDecimal> unbilled(String orderId);

  /** Live orders by status, for the first page. */
  Map<String, Long> counts();
}
