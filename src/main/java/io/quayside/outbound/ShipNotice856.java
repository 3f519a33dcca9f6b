package io.quayside.outbound;

import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.Shipment;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.message.GoodsShipped;
import io.quayside.outbound.OrderEcho.Pair;
import io.quayside.outbound.OrderEcho.Ref;
import io.quayside.partner.Company;
import io.quayside.partner.TradingPartner;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What an 856 says: X12 856, ship notice, written from what was packed.
 *
 * <pre>BSN*00*SHIP-1*20261124*1412*0004~HL*1**S~…HL*2*1*O~PRF*4500000042***20261120~…</pre>
 *
 * @param structure BSN05: 0004 shipment, order, item; 0001 with packages below the order, 0003
 *     above it
 * @param count CTT01
 */
record ShipNotice856(
    String shipmentId, String date, String time, String structure, List<Level> levels, int count) {

  static final String TYPE = "856";

  /** One HL with what belongs to its kind; the others are null. HL*2*1*O~ */
  record Level(
      int number, Integer parent, String code, Goods shipment, Order order, Unit unit, Item item) {}

  /** The shipment: packages, weight, carrier, papers, dates, from and to. */
  record Goods(
      List<Lading> lading,
      String scac,
      String mode,
      String routing,
      List<Ref> references,
      List<Day> days,
      String freight,
      List<PartyLoop> parties) {}

  /**
   * How many packages of a kind; the gross weight of all stands on the first.
   * TD1*CTN*3****G*45.5*LB~
   */
  record Lading(String packaging, int count, String weight, String weightUnit) {}

  /** A date. DTM*011*20261124~ */
  record Day(String qualifier, String date) {}

  /** The order. PRF*4500000042***20261120~ */
  record Order(
      String poNumber,
      String release,
      String poDate,
      List<Ref> references,
      List<PartyLoop> parties) {}

  /** A package or pallet, by its marks. MAN*GM*00106141411234567897~ */
  record Unit(List<Pair> marks) {}

  /**
   * What of one line is in it; {@code key} is the line's own in the order.
   * LIN*10*BP*A1~SN1*10*60*EA**100*EA**BP~
   */
  record Item(
      String key,
      String line,
      List<Pair> ids,
      String quantity,
      String unit,
      String ordered,
      String orderedUnit,
      String status,
      List<Ref> references,
      List<Day> days) {}

  /**
   * @param decided what was decided on the lines, for the status of what is still missing
   * @param shipsFrom the supplier's name where it sent the goods itself, else null
   * @param now in the partner's zone
   */
  static ShipNotice856 of(
      Shipment facts,
      Confirmation decided,
      TradingPartner partner,
      Company company,
      String shipsFrom,
      LocalDateTime now) {
    Packing packing = new Packing(facts, decided, partner);
    String structure = packing.structure();
    LevelTree tree =
        new LevelTree(packing, goods(facts, partner, company, shipsFrom), order(facts, partner));
    List<Level> levels = tree.levels(structure);
    long items = levels.stream().filter(level -> level.item() != null).count();
    return new ShipNotice856(
        facts.packed().shipmentId(),
        now.format(Text.DATE),
        now.format(Text.TIME),
        switch (structure) {
          case "SOPI", "SOTPI" -> "0001";
          case "SPOI" -> "0003";
          default -> "0004";
        },
        levels,
        partner.asn().ctt().equals("hl") ? levels.size() : (int) items);
  }

  private static Goods goods(
      Shipment facts, TradingPartner partner, Company company, String shipsFrom) {
    GoodsShipped packed = facts.packed();
    PurchaseOrder order = facts.head().order();
    LocalDate shipped = packed.shippedAt().atZone(partner.zone()).toLocalDate();
    int transit = partner.agreement().transitDays();
    String scac = facts.scac() == null ? packed.scac() : facts.scac();
    String tracking = facts.tracking() == null ? packed.tracking() : facts.tracking();
    return new Goods(
        Lading856.of(packed.packages()),
        Text.clean(scac, 4),
        order.carrier() == null ? null : order.carrier().mode(),
        order.carrier() == null || scac != null ? null : Text.clean(order.carrier().routing(), 35),
        OrderEcho.present(Ref.of("BM", packed.billOfLading()), Ref.of("CN", tracking)),
        OrderEcho.present(
            new Day("011", Text.date(shipped)),
            transit > 0 ? new Day("017", Text.date(shipped.plusDays(transit))) : null),
        order.freight() == null ? null : order.freight().code(),
        OrderEcho.present(
            shipsFrom == null ? PartyLoop.ours("SF", company) : PartyLoop.named("SF", shipsFrom),
            PartyLoop.full("ST", facts.shipTo() == null ? order.shipTo() : facts.shipTo())));
  }

  private static Order order(Shipment facts, TradingPartner partner) {
    PurchaseOrder order = facts.head().order();
    Party buyer = OrderEcho.party(order, order.buyer(), "BY");
    return new Order(
        order.poNumber(),
        order.release(),
        Text.date(order.poDate()),
        OrderEcho.references(partner, TYPE, order.references()),
        OrderEcho.present(PartyLoop.brief("BY", buyer)));
  }
}
