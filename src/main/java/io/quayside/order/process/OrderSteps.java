package io.quayside.order.process;

import io.quayside.order.OrderRefusal;
import io.quayside.order.ledger.LedgerViolation;
import io.quayside.order.message.CarrierStatus;
import io.quayside.order.message.GoodsReceived;
import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.Posted;
import io.quayside.order.message.StockReserved;
import io.quayside.order.message.SupplierStatus;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import io.quayside.work.PermanentFailure;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * The steps of an order as the routes call them: each message has its effect once, in one
 * transaction.
 */
@Component("orderSteps")
public class OrderSteps {

  private final Database database;
  private final Inbox inbox;
  private final OrderProcess process;

  OrderSteps(Database database, Inbox inbox, OrderProcess process) {
    this.database = database;
    this.inbox = inbox;
    this.process = process;
  }

  /** From {@code order.accept}. */
  public void accept(OrderCommand body, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    once("order.accept", messageId, () -> process.accept(body.orderId()));
  }

  /** From {@code order.due}. */
  public void due(OrderCommand body, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    once("order.due", messageId, () -> process.due(body));
  }

  /** From {@code inventory.reserved}. */
  public void recordReservation(
      StockReserved body, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    once("inventory.reserved", messageId, () -> process.recordReservation(body));
  }

  /** From {@code accounting.posted}. */
  public void recordPosting(Posted body, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    once("accounting.posted", messageId, () -> process.recordPosting(body));
  }

  /** From {@code inventory.shipped}. */
  public void recordShipment(
      GoodsShipped body, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    once("inventory.shipped", messageId, () -> process.recordShipment(body));
  }

  /** From {@code inventory.received}. */
  public void recordGoodsReceived(
      GoodsReceived body, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    once("inventory.received", messageId, () -> process.recordGoodsReceived(body));
  }

  /** From {@code supplier.status}. */
  public void recordSupplierStatus(
      SupplierStatus body, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    once("supplier.status", messageId, () -> process.recordSupplierStatus(body));
  }

  /** From {@code carrier.status}. */
  public void recordCarrierStatus(
      CarrierStatus body, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    once("carrier.status", messageId, () -> process.recordCarrierStatus(body));
  }

  private void once(String queue, String messageId, Runnable step) {
    database.inTransaction(
        () -> {
          if (inbox.accept(queue, messageId)) {
            run(step);
          }
        });
  }

  /** What the order refuses, or what would break the ledger, is refused the next time too. */
  private static void run(Runnable step) {
    try {
      step.run();
    } catch (OrderRefusal | LedgerViolation refused) {
      throw new PermanentFailure(refused.getMessage(), refused);
    }
  }
}
