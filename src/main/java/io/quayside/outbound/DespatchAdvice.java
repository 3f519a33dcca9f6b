package io.quayside.outbound;

import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.Shipment;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.message.GoodsShipped;
import io.quayside.outbound.OrderEcho.Ref;
import io.quayside.partner.Company;
import io.quayside.partner.TradingPartner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a DESADV says: EDIFACT DESADV, despatch advice, written from what was packed.
 *
 * <pre>BGM+351+SH-1001+9' CPS+1' CPS+2+1' PAC+1++CT' PCI+33E' GIN+BJ+006141410000000012'</pre>
 *
 * @param items how many LIN, CNT+2
 */
record DespatchAdvice(
    String shipmentId,
    String date,
    String ships,
    String arrives,
    String poNumber,
    String poDate,
    List<Ref> references,
    List<PartyLoop> parties,
    String scac,
    String mode,
    List<Sequence> sequences,
    int items) {

  static final String TYPE = "DESADV";

  /** 7065 of a package; a parcel of unknown kind is PK. */
  private static final Map<String, String> PACKAGING =
      Map.of(
          "carton", "CT", "case", "CS", "pallet", "201", "box", "BX", "bag", "BG", "drum", "DR",
          "crate", "CR", "roll", "RO");

  /** One CPS: the shipment, or a package in it. */
  record Sequence(int number, Integer parent, List<Pack> packs, List<Item> items) {}

  /** PAC+1++CT'; its SSCC where it is one package, null where it counts several. */
  record Pack(int count, String packaging, String sscc) {}

  /** LIN+10++4012345678901:EN' QTY+12:60:PCE' */
  record Item(String line, Message.Item item, String quantity, String unit, List<Ref> references) {}

  static DespatchAdvice of(
      Shipment facts,
      Confirmation decided,
      TradingPartner partner,
      Company company,
      LocalDate today) {
    PurchaseOrder order = facts.head().order();
    GoodsShipped packed = facts.packed();
    LocalDate ships = packed.shippedAt().atZone(partner.zone()).toLocalDate();
    int transit = partner.agreement().transitDays();
    String tracking = facts.tracking() == null ? packed.tracking() : facts.tracking();
    List<Ref> references =
        new ArrayList<>(
            OrderEcho.present(Ref.of("BM", packed.billOfLading()), Ref.of("CN", tracking)));
    references.addAll(OrderEcho.references(partner, TYPE, order.references()));
    List<Sequence> sequences = new Sequences(new Packing(facts, decided, partner), order).all();
    return new DespatchAdvice(
        packed.shipmentId(),
        Text.date(today),
        Text.date(ships),
        transit > 0 ? Text.date(ships.plusDays(transit)) : null,
        order.poNumber(),
        Text.date(order.poDate()),
        references,
        Message.parties(order, facts.shipTo(), company),
        facts.scac() == null ? packed.scac() : facts.scac(),
        order.carrier() == null ? null : order.carrier().mode(),
        sequences,
        sequences.stream().mapToInt(one -> one.items().size()).sum());
  }

  /** Packages below the shipment, pallets with what stands on them. */
  private static final class Sequences {
    private final Packing packing;
    private final PurchaseOrder order;
    private final List<Sequence> all = new ArrayList<>();

    Sequences(Packing packing, PurchaseOrder order) {
      this.packing = packing;
      this.order = order;
    }

    /** Without labelled packages that account for everything, the items stand with the shipment. */
    List<Sequence> all() {
      if (packing.labelled()) {
        all.add(new Sequence(1, null, List.of(), List.of()));
        below(packing.packages(), 1);
      } else {
        Map<String, Integer> counts = new LinkedHashMap<>();
        count(packing.packages(), counts);
        List<Pack> packs = new ArrayList<>();
        counts.forEach((packaging, count) -> packs.add(new Pack(count, packaging, null)));
        all.add(new Sequence(1, null, packs, items(packing.items())));
      }
      return List.copyOf(all);
    }

    private void below(List<GoodsShipped.Package> packages, int parent) {
      for (GoodsShipped.Package one : packages) {
        int number = all.size() + 1;
        Pack pack = new Pack(1, packaging(one), one.sscc());
        all.add(new Sequence(number, parent, List.of(pack), items(packing.items(one))));
        below(Lading856.inside(one), number);
      }
    }

    private static void count(List<GoodsShipped.Package> packages, Map<String, Integer> counts) {
      for (GoodsShipped.Package one : packages) {
        counts.merge(packaging(one), 1, Integer::sum);
        count(Lading856.inside(one), counts);
      }
    }

    private static String packaging(GoodsShipped.Package one) {
      String type = one.type() == null ? "" : one.type().toLowerCase(Locale.ROOT);
      return PACKAGING.getOrDefault(type, "PK");
    }

    private List<Item> items(List<ShipNotice856.Item> packed) {
      return packed.stream().map(this::item).toList();
    }

    private Item item(ShipNotice856.Item packed) {
      Line line = order.linesByKey().get(packed.key());
      return new Item(
          packed.line(),
          Message.Item.of(line),
          packed.quantity(),
          packed.unit(),
          packed.references());
    }
  }
}
