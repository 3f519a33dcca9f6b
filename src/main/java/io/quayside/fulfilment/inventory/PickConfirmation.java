package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.decimal;

import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.Inventory;
import io.quayside.fulfilment.QueueMessages;
import io.quayside.fulfilment.ShippingDesk;
import io.quayside.fulfilment.ShippingDesk.Packing;
import io.quayside.fulfilment.ShippingDesk.Waiting;
import io.quayside.order.Terms;
import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.ShipGoods;
import io.quayside.work.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a confirmed pick does: stock goes down, the packages get their codes, the order is told. */
@Component
class PickConfirmation {

  private final PickRows picks;
  private final ItemRows items;
  private final StockConsumption stock;
  private final StockCounts counts;
  private final Reordering reordering;
  private final SsccSeries sscc;
  private final Numbers numbers;
  private final Terms terms;
  private final QueueMessages messages;
  private final Clock clock;
  private final String weightUnit;

  PickConfirmation(
      PickRows picks,
      ItemRows items,
      StockConsumption stock,
      StockCounts counts,
      Reordering reordering,
      SsccSeries sscc,
      Numbers numbers,
      Terms terms,
      QueueMessages messages,
      Clock clock,
      @Value("${quayside.endpoints.inventory.weight-unit:LB}") String weightUnit) {
    this.picks = picks;
    this.items = items;
    this.stock = stock;
    this.counts = counts;
    this.reordering = reordering;
    this.sscc = sscc;
    this.numbers = numbers;
    this.terms = terms;
    this.messages = messages;
    this.clock = clock;
    this.weightUnit = weightUnit;
  }

  /** Closes a waiting pick with what was packed, and gives the shipment's id. */
  String confirm(Waiting pick, Packing packing, String by) {
    List<GoodsShipped.Packed> lines = packed(pick, packing);
    String scac = PackingRules.scac(packing.scac());
    String shipmentId = nextShipment(pick.test());
    if (!picks.close(pick.requestId(), "packed", shipmentId, by)) {
      throw new FulfilmentRefusal(
          "Pick " + pick.requestId() + " was packed or cancelled meanwhile");
    }
    for (int i = 0; i < lines.size(); i++) {
      stock.shipped(pick, pick.lines().get(i), lines.get(i));
      counts.askFor(pick, lines.get(i), stock.location(pick.orderId(), pick.lines().get(i)));
    }
    ShipGoods request = pick.request();
    GoodsShipped shipped =
        new GoodsShipped(
            shipmentId,
            pick.requestId(),
            pick.orderId(),
            location(pick),
            clock.instant(),
            by,
            scac != null || request.carrier() == null ? scac : request.carrier().scac(),
            packing.tracking(),
            packing.billOfLading(),
            lines,
            packages(lines, packing, request.company(), pick.test()));
    send(shipped, pick.partner(), pick.test());
    pick.lines().forEach(line -> reordering.check(line.sku(), pick.test()));
    return shipmentId;
  }

  String nextShipment(boolean test) {
    return numbers.next("SH", "shipment", test);
  }

  void send(GoodsShipped shipped, String partner, boolean test) {
    messages.send("inventory.shipped", shipped.orderId(), partner, test, shipped);
  }

  /** The packages that a packing tells, or as many as the rule makes of the lines. */
  List<GoodsShipped.Package> packages(
      List<GoodsShipped.Packed> lines, Packing packing, String company, boolean test) {
    List<Packer.Goods> goods = lines.stream().map(this::goods).toList();
    List<ShippingDesk.Package> cartons = packing.packages();
    if (cartons == null) {
      cartons =
          Packer.counted(
              goods,
              packing.cartons() == null
                  ? Packer.byPack(goods)
                  : PackingRules.cartons(packing.cartons()));
    } else {
      PackingRules.holdsAll(cartons, lines);
    }
    String unit = packing.weightUnit() == null ? weightUnit : packing.weightUnit();
    return Packer.tree(
        cartons, goods, decimal(packing.weight()), unit, () -> sscc.next(company, test));
  }

  private List<GoodsShipped.Packed> packed(Waiting pick, Packing packing) {
    BigDecimal over =
        terms.with(pick.partner()).map(Terms.Agreed::overShipmentPercent).orElse(BigDecimal.ZERO);
    return PackingRules.packed(pick, packing, over);
  }

  private String location(Waiting pick) {
    return pick.lines().stream()
        .map(line -> stock.location(pick.orderId(), line))
        .findFirst()
        .orElse(Inventory.MAIN);
  }

  private Packer.Goods goods(GoodsShipped.Packed line) {
    Optional<StoredItem> item = items.find(line.sku() == null ? "" : line.sku());
    BigDecimal factor = item.flatMap(i -> i.stockUnits(line.unit())).orElse(BigDecimal.ONE);
    return new Packer.Goods(
        line.lineNumber(),
        line.scheduleId(),
        line.unit(),
        decimal(line.quantity()),
        item.map(i -> perPack(i.item().packQuantity(), factor)).orElse(null),
        item.map(i -> i.item().weight()).map(factor::multiply).orElse(null));
  }

  /** Ordered units in a pack: 12 pieces a pack are one case, or 12 pieces; null when not whole. */
  private static BigDecimal perPack(BigDecimal packQuantity, BigDecimal factor) {
    if (packQuantity == null
        || packQuantity.signum() <= 0
        || packQuantity.remainder(factor).signum() != 0) {
      return null;
    }
    return packQuantity.divide(factor, 0, RoundingMode.UNNECESSARY);
  }
}
