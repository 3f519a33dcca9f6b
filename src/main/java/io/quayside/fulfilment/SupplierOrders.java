package io.quayside.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the embedded supplier endpoint has ordered from suppliers. */
public interface SupplierOrders {

  /**
   * A supplier order.
   *
   * @param kind {@code stock} or {@code drop-ship}
   * @param supplier our name for it, a trading partner's id when it is one; null: nobody is set
   * @param status {@code ordered, confirmed, shipped, received} or {@code refused}
   * @param expected the day promised, an ISO date; null when unknown
   */
  record SupplierOrder(
      String number,
      String kind,
      String supplier,
      String status,
      String orderId,
      String poNumber,
      boolean test,
      Instant orderedAt,
      String expected,
      List<Line> lines) {}

  /** One line; {@code received} of {@code quantity}, both in {@code unit}. */
  record Line(
      String lineNumber,
      String sku,
      String description,
      String quantity,
      String unit,
      String received) {}

  /** A page, the newest first; page from 0. */
  record Page(List<SupplierOrder> items, int page, int size, long total) {}

  /** Goods of one line; quantity in the line's unit. */
  record Goods(String lineNumber, String location, String quantity) {}

  Optional<SupplierOrder> find(String number, boolean test);

  /** Supplier orders, only those that goods are still to come for when {@code open}. */
  Page list(boolean open, boolean test, int page, int size);

  /**
   * Books goods in against a supplier order. {@link FulfilmentRefusal} when it or a line is
   * unknown.
   *
   * @return the receipt's id
   */
  String receive(String number, boolean test, List<Goods> goods, String by);

  /** Says that the supplier confirmed (with a day), shipped or refused. */
  void status(String number, boolean test, String status, String date, String reason, String by);
}
