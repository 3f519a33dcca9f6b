package io.quayside.fulfilment.supplier;

import io.quayside.fulfilment.QueueMessages;
import io.quayside.fulfilment.SupplierOrders;
import io.quayside.order.Answers;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.partner.Partners;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.Header;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Consumes {@code supplier.order} for a company without a purchasing system: keeps the order, and
 * sends it to a supplier that is a trading partner.
 */
@Component("supplierEndpoint")
public class SupplierEndpoint {

  private static final String QUEUE = "supplier.order";

  /**
   * Asks for the purchase order to be written and sent. {@code facts} are there when no customer's
   * order waits for it: then it is known here alone.
   */
  record PurchaseOrderToSend(String supplierOrder, boolean test, Answers.SupplierOrder facts) {}

  private final Database database;
  private final Inbox inbox;
  private final PurchaseRows purchases;
  private final PurchaseBook book;
  private final SupplierOrders orders;
  private final Partners partners;
  private final QueueMessages messages;
  private final Clock clock;
  private final boolean automatic;
  private final boolean receives;

  SupplierEndpoint(
      Database database,
      Inbox inbox,
      PurchaseRows purchases,
      PurchaseBook book,
      SupplierOrders orders,
      Partners partners,
      QueueMessages messages,
      Clock clock,
      @Value("${quayside.endpoints.supplier.confirm:manual}") String confirm,
      @Value("${quayside.endpoints.supplier.receive:manual}") String receive) {
    this.database = database;
    this.inbox = inbox;
    this.purchases = purchases;
    this.book = book;
    this.orders = orders;
    this.partners = partners;
    this.messages = messages;
    this.clock = clock;
    this.automatic = "automatic".equals(confirm);
    this.receives = "automatic".equals(receive);
  }

  /** Keeps a supplier order, sends it on, and confirms it at once where that is set. */
  public void order(OrderFromSupplier order, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    database.inTransaction(
        () -> {
          if (!inbox.accept(QUEUE, messageId)) {
            return;
          }
          QueueMessages.required(order.supplierOrder(), "supplier.order: supplierOrder");
          QueueMessages.required(order.lines(), "supplier.order: lines");
          if (!purchases.add(order)) {
            return;
          }
          boolean byDocument = isPartner(order.supplier());
          if (byDocument && !order.test()) {
            messages.send(
                "purchase-order.send",
                orderId(order),
                order.supplier(),
                false,
                new PurchaseOrderToSend(order.supplierOrder(), false, facts(order)));
          } else if (automatic || order.test()) {
            confirm(order);
          }
        });
  }

  private void confirm(OrderFromSupplier order) {
    Integer days = book.leadTime(order);
    LocalDate date = LocalDate.now(clock).plusDays(days == null ? 0 : days);
    purchases.status(order.supplierOrder(), order.test(), "confirmed", date);
    book.say(order, "confirmed", date, null);
    if (receives) {
      bring(order, date);
    }
  }

  /** Goods for stock are booked in; goods for a customer leave the supplier. */
  private void bring(OrderFromSupplier order, LocalDate date) {
    if ("drop-ship".equals(order.kind())) {
      purchases.status(order.supplierOrder(), order.test(), "shipped", null);
      book.say(order, "shipped", date, null);
      return;
    }
    List<SupplierOrders.Goods> goods =
        order.lines().stream()
            .map(line -> new SupplierOrders.Goods(line.lineNumber(), null, line.quantity()))
            .toList();
    orders.receive(order.supplierOrder(), order.test(), goods, "automatic");
  }

  private boolean isPartner(String supplier) {
    return supplier != null
        && partners
            .find(supplier)
            .filter(partner -> partner.roles().contains(TradingPartner.Role.SUPPLIER))
            .isPresent();
  }

  private Answers.SupplierOrder facts(OrderFromSupplier order) {
    return order.customerOrder() == null ? new Answers.SupplierOrder(order, clock.instant()) : null;
  }

  private static String orderId(OrderFromSupplier order) {
    return order.customerOrder() == null ? null : order.customerOrder().orderId();
  }
}
