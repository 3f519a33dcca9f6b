package io.quayside.order.message;

import java.time.Instant;

/**
 * A step of a shipment: {@code booked, picked-up, in-transit, out-for-delivery, delivered, refused,
 * returned, damaged}. Queue {@code carrier.status}.
 */
public record CarrierStatus(
    String shipmentId,
    String orderId,
    String status,
    Instant at,
    String leg,
    String party,
    String scac,
    String tracking,
    String place,
    String text,
    Proof proofOfDelivery) {

  /** Who took the goods, and when. */
  public record Proof(String name, Instant at) {}
}
