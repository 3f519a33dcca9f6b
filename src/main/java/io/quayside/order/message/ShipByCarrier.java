package io.quayside.order.message;

import io.quayside.order.canonical.Carrier;
import io.quayside.order.canonical.Freight;
import io.quayside.order.canonical.Party;
import java.util.List;

/** What to carry where. Queue {@code carrier.ship}. */
public record ShipByCarrier(
    String shipmentId,
    String orderId,
    String partner,
    String company,
    boolean test,
    String fromLocation,
    Party shipTo,
    Freight freight,
    Carrier carrier,
    String tracking,
    List<GoodsShipped.Package> packages) {}
