package io.quayside.fulfilment;

import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.ShipGoods;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits to be packed, and the confirmation of what was. */
public interface ShippingDesk {

  /**
   * A pick that waits; {@code lines} are what is still to be packed (released quantities are gone
   * from it), {@code request} all that inventory was told.
   */
  record Waiting(
      String requestId,
      String orderId,
      String poNumber,
      String salesOrder,
      String partner,
      boolean test,
      Instant since,
      String notBefore,
      String notLater,
      List<ShipGoods.Pick> lines,
      ShipGoods request) {}

  /** A page, the oldest first; page from 0. */
  record Page(List<Waiting> items, int page, int size, long total) {}

  /**
   * What was packed.
   *
   * @param lines one a pick line; a pick line that is not named was packed whole
   * @param packages how it was packed, or null: then {@code cartons} cartons are filled in line
   *     order, or one carton a line (a pack) when that is null too
   * @param weight gross weight of all, null: worked out from the items where known
   * @param weightUnit {@code LB} or {@code KG}; null: the configured one
   */
  record Packing(
      String requestId,
      List<Line> lines,
      Integer cartons,
      List<Package> packages,
      String weight,
      String weightUnit,
      String scac,
      String tracking,
      String billOfLading) {}

  /**
   * What was packed of a pick line, in the ordered unit; the rest of the line is short for {@code
   * shortReason}.
   */
  record Line(
      String lineNumber,
      String scheduleId,
      String quantity,
      String shortReason,
      List<String> lots,
      List<String> serials,
      String expiry) {}

  /**
   * A carton as packed. Those with the same {@code pallet} (any word, null: none) stand on one
   * pallet; {@code sscc} null: ours is made.
   */
  record Package(
      String pallet,
      String sscc,
      String weight,
      String tracking,
      List<GoodsShipped.Content> contents) {
    public Package {
      contents = contents == null ? List.of() : List.copyOf(contents);
    }
  }

  Page list(boolean test, int page, int size);

  Optional<Waiting> find(String requestId);

  /**
   * Confirms what was packed: stock goes down, {@code inventory.shipped} goes out. {@link
   * FulfilmentRefusal} when the pick does not wait (any more), a quantity is wrong, or the packages
   * do not hold what the lines say.
   *
   * @return the shipment's id
   */
  String confirm(Packing packing, String by);

  /**
   * Passes on what another system packed, for the day it cannot say so itself: fills in what is
   * missing (shipment id, time, packages, SSCCs) and sends {@code inventory.shipped}. Embedded
   * stock is not touched.
   *
   * @return the shipment's id
   */
  String report(GoodsShipped packed, boolean test, String by);
}
