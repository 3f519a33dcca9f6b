package io.quayside.fulfilment;

import java.math.BigDecimal;
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
   * @param shipments what the supplier announced, the oldest first
   * @param invoices what it asks for, the oldest first
   * @param differences where its invoices do not agree with what was ordered and came, a sentence
   *     each
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
      List<Line> lines,
      List<Announced> shipments,
      List<Invoiced> invoices,
      List<String> differences) {}

  /**
   * One line, in {@code unit}; {@code confirmed}, {@code announced} and {@code invoiced} are null
   * where the supplier said nothing.
   */
  record Line(
      String lineNumber,
      String sku,
      String description,
      String quantity,
      String unit,
      String received,
      String confirmed,
      String announced,
      String invoiced) {

    /** Announced and not here yet; null when nothing is. */
    public String onTheWay() {
      if (announced == null) {
        return null;
      }
      BigDecimal left = new BigDecimal(announced);
      left = received == null ? left : left.subtract(new BigDecimal(received));
      return left.signum() > 0 ? left.stripTrailingZeros().toPlainString() : null;
    }
  }

  /** A shipment on its way; {@code arrives} is an ISO date, null when unknown. */
  record Announced(
      String number, String documentId, String arrives, String scac, String tracking) {}

  /** An invoice or credit of the supplier. */
  record Invoiced(
      String number, String documentId, String kind, String date, String total, String currency) {}

  /** A page, the newest first; page from 0. */
  record Page(List<SupplierOrder> items, int page, int size, long total) {}

  /** Goods of one line; quantity in the line's unit. */
  record Goods(String lineNumber, String location, String quantity) {}

  Optional<SupplierOrder> find(String number, boolean test);

  /** Supplier orders, only those that goods are still to come for when {@code open}. */
  Page list(boolean open, boolean test, int page, int size);

  /**
   * Books goods in against a supplier order. {@link FulfilmentRefusal} when it or a line is
   * unknown, and for a drop shipment, which never comes here.
   *
   * @return the receipt's id
   */
  String receive(String number, boolean test, List<Goods> goods, String by);

  /** Says that the supplier confirmed (with a day), shipped or refused. */
  void status(String number, boolean test, String status, String date, String reason, String by);
}
