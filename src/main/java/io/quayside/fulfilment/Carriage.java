package io.quayside.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shipments on their way with a carrier, as the embedded carrier endpoint knows them. */
public interface Carriage {

  /**
   * A shipment.
   *
   * @param status {@code waiting} before it is booked, else the last step
   */
  record Consignment(
      String shipmentId,
      String orderId,
      String partner,
      boolean test,
      String scac,
      String tracking,
      String status,
      Instant since,
      Instant changedAt) {}

  /** A page, the newest first; page from 0. */
  record Page(List<Consignment> items, int page, int size, long total) {}

  /** A step as told by a person or a carrier; what is null stays as it is. */
  record Step(
      String status, String scac, String tracking, String place, String text, String receivedBy) {}

  Optional<Consignment> find(String shipmentId);

  /** Shipments, only those not delivered, refused or returned when {@code open}. */
  Page list(boolean open, boolean test, int page, int size);

  /**
   * Records a step and sends {@code carrier.status}: {@code booked, picked-up, in-transit,
   * out-for-delivery, delivered, refused, returned, damaged}. {@link FulfilmentRefusal} when the
   * shipment or the step is unknown.
   */
  void status(String shipmentId, Step step, String by);
}
