package io.quayside.order.message;

import io.quayside.order.canonical.Carrier;
import io.quayside.order.canonical.Freight;
import io.quayside.order.canonical.ItemId;
import io.quayside.order.canonical.Marking;
import io.quayside.order.canonical.Note;
import io.quayside.order.canonical.Packaging;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.Reference;
import java.util.List;

/** Asks the warehouse to pick, pack and hand over. Queue {@code inventory.ship}. */
public record ShipGoods(
    String requestId,
    String orderId,
    String poNumber,
    String salesOrder,
    String partner,
    String company,
    boolean test,
    Party shipTo,
    String notBefore,
    String notLater,
    Freight freight,
    Carrier carrier,
    List<Reference> references,
    List<Note> instructions,
    List<Pick> lines) {

  /** What to pick of one schedule, in the ordered unit. */
  public record Pick(
      String lineNumber,
      String scheduleId,
      String sku,
      String description,
      List<ItemId> ids,
      String location,
      String quantity,
      String unit,
      List<Packaging> packaging,
      List<Marking> marking,
      List<Note> instructions) {}
}
