package io.quayside.fulfilment.carrier;

import io.quayside.fulfilment.Carriage;
import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.QueueMessages;
import io.quayside.order.message.CarrierStatus;
import io.quayside.work.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shipments on their way, over their table. */
@Component
class EmbeddedCarriage implements Carriage {

  private static final List<String> STEPS =
      List.of(
          "booked",
          "picked-up",
          "in-transit",
          "out-for-delivery",
          "delivered",
          "refused",
          "returned",
          "damaged");

  private final Database database;
  private final ConsignmentRows consignments;
  private final QueueMessages messages;
  private final Clock clock;

  EmbeddedCarriage(
      Database database, ConsignmentRows consignments, QueueMessages messages, Clock clock) {
    this.database = database;
    this.consignments = consignments;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public Optional<Consignment> find(String shipmentId) {
    return consignments.find(shipmentId);
  }

  @Override
  public Page list(boolean open, boolean test, int page, int size) {
    return new Page(
        consignments.list(open, test, size, (long) page * size),
        page,
        size,
        consignments.count(open, test));
  }

  @Override
  public void status(String shipmentId, Step step, String by) {
    if (!STEPS.contains(step.status())) {
      throw new FulfilmentRefusal(
          "Step `" + step.status() + "`: " + String.join(", ", STEPS) + " are possible");
    }
    database.inTransaction(
        () -> {
          if (consignments.find(shipmentId).isEmpty()) {
            throw new FulfilmentRefusal("No carrier was asked for shipment `" + shipmentId + "`");
          }
          record(shipmentId, step, clock.instant());
        });
  }

  /** Stores a step and tells it. */
  void record(String shipmentId, Step step, Instant at) {
    consignments.step(shipmentId, step.status(), step.scac(), step.tracking());
    Consignment now = consignments.find(shipmentId).orElseThrow();
    CarrierStatus.Proof proof =
        step.receivedBy() == null ? null : new CarrierStatus.Proof(step.receivedBy(), at);
    messages.send(
        "carrier.status",
        now.orderId(),
        now.partner(),
        now.test(),
        new CarrierStatus(
            shipmentId,
            now.orderId(),
            step.status(),
            at,
            null,
            null,
            now.scac(),
            now.tracking(),
            step.place(),
            step.text(),
            proof));
  }
}
