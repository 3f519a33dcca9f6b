package io.quayside.order.process;

import io.quayside.order.Terms.AsnTrigger;
import io.quayside.order.Terms.InvoiceTrigger;
import io.quayside.order.message.CarrierStatus;
import io.quayside.order.policy.Finding;
import io.quayside.order.process.Shipments.ShippedPart;
import io.quayside.order.process.Shipments.Stored;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Follows a shipment until it is delivered; each scan is a step of the journey. */
@Component
class Carriage {

  private static final List<String> FORWARD =
      List.of("shipped", "booked", "picked-up", "in-transit", "out-for-delivery", "delivered");

  /** The goods are taken back and credited: whatever a carrier says later changes nothing. */
  private static final String RETURNED = "returned";

  private static final Set<String> TROUBLE = Set.of("refused", RETURNED, "damaged");

  private final Shipments shipments;
  private final Packing packing;
  private final Billing billing;
  private final Deadlines deadlines;
  private final Agreements agreements;
  private final Holds holds;
  private final StoredJourney journey;
  private final Mail mail;

  Carriage(
      Shipments shipments,
      Packing packing,
      Billing billing,
      Deadlines deadlines,
      Agreements agreements,
      Holds holds,
      StoredJourney journey,
      Mail mail) {
    this.shipments = shipments;
    this.packing = packing;
    this.billing = billing;
    this.deadlines = deadlines;
    this.agreements = agreements;
    this.holds = holds;
    this.journey = journey;
    this.mail = mail;
  }

  void record(OrderState order, CarrierStatus scan) {
    Stored shipment = shipments.locked(scan.shipmentId()).orElseThrow();
    mail.settle("carrier.ship", shipment.id());
    journey.add(order, "carrier", scan.status(), words(scan));
    boolean back = RETURNED.equals(shipment.status());
    boolean trouble = TROUBLE.contains(scan.status());
    boolean delivered = "delivered".equals(scan.status()) && !back;
    boolean forward = FORWARD.indexOf(scan.status()) > FORWARD.indexOf(shipment.status());
    boolean changed = !back && (trouble ? !scan.status().equals(shipment.status()) : forward);
    shipments.move(
        shipment,
        changed ? scan.status() : shipment.status(),
        scan.scac(),
        scan.tracking(),
        delivered ? scan.at() : null);
    if (FORWARD.indexOf(scan.status()) >= FORWARD.indexOf("picked-up")
        && agreements.of(order).asnTrigger() == AsnTrigger.PICKED_UP) {
      if (packing.announce(order, shipment.id())) {
        deadlines.answered(order, "856", shipment.id());
      }
    }
    if (delivered && shipment.deliveredAt() == null) {
      arrive(order, shipment);
    }
    if (trouble && changed) {
      report(order, shipment, scan);
    }
  }

  private void arrive(OrderState order, Stored shipment) {
    for (ShippedPart part : shipment.parts()) {
      ScheduleState schedule = order.schedule(part.line(), part.schedule()).orElseThrow();
      schedule.delivered = schedule.delivered.add(new BigDecimal(part.quantity()));
    }
    if (agreements.of(order).invoiceTrigger() == InvoiceTrigger.DELIVERY) {
      billing.billShipment(order, shipment.id(), shipment.parts());
    }
  }

  /** What comes back is taken back into the ledger, and credited where it had been billed. */
  private void report(OrderState order, Stored shipment, CarrierStatus scan) {
    if (RETURNED.equals(scan.status())) {
      Map<ScheduleState, BigDecimal> credited = Billing.credited(order);
      for (ShippedPart part : shipment.parts()) {
        ScheduleState schedule = order.schedule(part.line(), part.schedule()).orElseThrow();
        schedule.ledger = schedule.ledger.takeBack(new BigDecimal(part.quantity()));
      }
      billing.credit(order, credited, shipment.id());
    }
    holds.raise(
        order,
        new Finding(
            "shipment-" + scan.status(),
            shipment.id(),
            Finding.ORDER,
            "The carrier says that shipment %s was %s%s."
                .formatted(
                    shipment.id(), scan.status(), scan.text() == null ? "" : ": " + scan.text()),
            "Agree with the customer what happens with the goods, then resolve this.",
            ""),
        null,
        null);
  }

  private static String words(CarrierStatus scan) {
    StringBuilder words = new StringBuilder("Shipment " + scan.shipmentId() + " ");
    words.append(scan.status().replace('-', ' '));
    if (scan.scac() != null) {
      words.append(" by ").append(scan.scac());
    }
    if (scan.tracking() != null) {
      words.append(", tracking ").append(scan.tracking());
    }
    return words.append('.').toString();
  }
}
