package io.quayside.order.process;

import io.quayside.order.policy.Finding;
import io.quayside.order.process.Shipments.Stored;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import org.springframework.stereotype.Component;

/** Tells a person when the time for an answer runs out. */
@Component
class Deadlines {

  private final Alarms alarms;
  private final Shipments shipments;
  private final Database database;
  private final Holds holds;

  Deadlines(Alarms alarms, Shipments shipments, Database database, Holds holds) {
    this.alarms = alarms;
    this.shipments = shipments;
    this.database = database;
    this.holds = holds;
  }

  /** The ship notice and the invoice are due some time after the goods left. */
  void afterShipment(OrderState order, Stored shipment) {
    if (shipment.announcedAt() == null) {
      alarms.forAnswer(order, "856", shipment.id(), shipment.shippedAt());
    }
    if (!order.ledgerTerms.invoicedOnOrder()) {
      alarms.forAnswer(order, "810", shipment.id(), shipment.shippedAt());
    }
  }

  /** {@code 855}, {@code 856/<shipment>} or {@code 810/<shipment>} is near, and not there yet. */
  void near(OrderState order, String what) {
    String document = what.substring(0, 3);
    String shipmentId = what.length() > 4 ? what.substring(4) : null;
    if (given(order, document, shipmentId)) {
      return;
    }
    holds.raise(
        order,
        new Finding(
            "deadline-near",
            what,
            Finding.ORDER,
            "The %s%s is due soon and is not ready."
                .formatted(document, shipmentId == null ? "" : " of shipment " + shipmentId),
            shipmentId == null
                ? "Decide the lines that are held, so that the customer gets its answer in time."
                : "See what the shipment waits for, so that the customer gets its answer in time.",
            ""),
        null,
        null);
  }

  private boolean given(OrderState order, String document, String shipmentId) {
    return switch (document) {
      case "855" -> order.decidedAt != null;
      case "856" ->
          shipments.locked(shipmentId).map(shipment -> shipment.announcedAt() != null).orElse(true);
      default ->
          database
                  .write()
                  .sql("SELECT COUNT(*) FROM order_invoice WHERE shipment_id = ? AND area = ?")
                  .params(shipmentId, Columns.flag(order.testArea()))
                  .query(Long.class)
                  .single()
              > 0;
    };
  }
}
