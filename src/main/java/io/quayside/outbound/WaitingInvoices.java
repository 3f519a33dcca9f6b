package io.quayside.outbound;

import io.quayside.outbound.Commands.SendInvoice;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Invoices that came before the ship notice of their shipment was written. An invoice and a notice
 * that are worked on at once meet at a row of the shipment: the later one sees what the earlier one
 * wrote.
 */
@Component
class WaitingInvoices {
  private final Database database;

  WaitingInvoices(Database database) {
    this.database = database;
  }

  /**
   * Waits for whoever is working on the shipment's notice or invoices; before looking for either.
   */
  void meet(String shipmentId) {
    database
        .write()
        .sql(
            """
            INSERT INTO outbound_waiting_invoice (shipment_id, invoice_number, order_id, test)
            VALUES (:shipment, '', '', 0)
            ON CONFLICT (shipment_id, invoice_number, test) DO UPDATE SET order_id = ''""")
        .param("shipment", shipmentId)
        .update();
  }

  /** There is nothing to meet for any more. */
  void part(String shipmentId) {
    database
        .write()
        .sql(
            "DELETE FROM outbound_waiting_invoice WHERE shipment_id = :shipment AND invoice_number = ''")
        .param("shipment", shipmentId)
        .update();
  }

  void add(String shipmentId, SendInvoice invoice) {
    database
        .write()
        .sql(
            """
            INSERT INTO outbound_waiting_invoice (shipment_id, invoice_number, order_id, test)
            VALUES (:shipment, :number, :order, :test) ON CONFLICT DO NOTHING""")
        .param("shipment", shipmentId)
        .param("number", invoice.number())
        .param("order", invoice.orderId())
        .param("test", Columns.flag(invoice.test()))
        .update();
  }

  /** It leaves without its notice. */
  void forget(String shipmentId, SendInvoice invoice) {
    database
        .write()
        .sql(
            """
            DELETE FROM outbound_waiting_invoice
            WHERE shipment_id = :shipment AND invoice_number = :number AND test = :test""")
        .param("shipment", shipmentId)
        .param("number", invoice.number())
        .param("test", Columns.flag(invoice.test()))
        .update();
  }

  /** Those of a shipment, which wait no longer. */
  List<SendInvoice> take(String shipmentId) {
    meet(shipmentId);
    List<SendInvoice> waiting =
        database
            .write()
            .sql(
                """
                SELECT invoice_number, order_id, test FROM outbound_waiting_invoice
                WHERE shipment_id = :shipment AND invoice_number <> '' ORDER BY invoice_number""")
            .param("shipment", shipmentId)
            .query(
                (row, n) -> new SendInvoice(row.getString(1), row.getString(2), row.getInt(3) == 1))
            .list();
    database
        .write()
        .sql("DELETE FROM outbound_waiting_invoice WHERE shipment_id = :shipment")
        .param("shipment", shipmentId)
        .update();
    return waiting;
  }
}
