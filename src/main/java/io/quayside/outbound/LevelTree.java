package io.quayside.outbound;

import io.quayside.order.message.GoodsShipped;
import io.quayside.outbound.OrderEcho.Pair;
import io.quayside.outbound.ShipNotice856.Goods;
import io.quayside.outbound.ShipNotice856.Item;
import io.quayside.outbound.ShipNotice856.Level;
import io.quayside.outbound.ShipNotice856.Order;
import io.quayside.outbound.ShipNotice856.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * The HL tree of an 856, numbered from 1 from the top down.
 *
 * <pre>
 * SOI    shipment, order, items
 * SOPI   shipment, order, packages, items
 * SOTPI  shipment, order, pallets, packages, items
 * SPOI   shipment, packages, order, items
 * </pre>
 */
final class LevelTree {
  private final Packing packing;
  private final Goods goods;
  private final Order order;
  private final List<Level> levels = new ArrayList<>();

  LevelTree(Packing packing, Goods goods, Order order) {
    this.packing = packing;
    this.goods = goods;
    this.order = order;
  }

  List<Level> levels(String structure) {
    int shipment = add(null, "S", goods, null, null, null);
    switch (structure) {
      case "SOPI" -> packages(packing.packages(), order(shipment), false);
      case "SOTPI" -> packages(packing.packages(), order(shipment), true);
      case "SPOI" -> packagesWithOrder(packing.packages(), shipment);
      default -> items(packing.items(), order(shipment));
    }
    return List.copyOf(levels);
  }

  private void packages(List<GoodsShipped.Package> packages, int parent, boolean pallets) {
    for (GoodsShipped.Package one : packages) {
      List<Item> items = packing.items(one);
      List<GoodsShipped.Package> inside = Lading856.inside(one);
      if (pallets && !inside.isEmpty()) {
        int pallet = add(parent, "T", null, null, unit(one), null);
        items(items, pallet);
        packages(inside, pallet, false);
      } else {
        if (!items.isEmpty()) {
          items(items, add(parent, "P", null, null, unit(one), null));
        }
        packages(inside, parent, false);
      }
    }
  }

  private void packagesWithOrder(List<GoodsShipped.Package> packages, int shipment) {
    for (GoodsShipped.Package one : packages) {
      List<Item> items = packing.items(one);
      if (!items.isEmpty()) {
        items(items, order(add(shipment, "P", null, null, unit(one), null)));
      }
      packagesWithOrder(Lading856.inside(one), shipment);
    }
  }

  private void items(List<Item> items, int parent) {
    items.forEach(item -> add(parent, "I", null, null, null, item));
  }

  private int order(int parent) {
    return add(parent, "O", null, order, null, null);
  }

  private int add(Integer parent, String code, Goods goods, Order order, Unit unit, Item item) {
    int number = levels.size() + 1;
    levels.add(new Level(number, parent, code, goods, order, unit, item));
    return number;
  }

  /** GM: the SSCC with its application identifier 00, 20 digits; CP: the carrier's number. */
  private static Unit unit(GoodsShipped.Package one) {
    List<Pair> marks = new ArrayList<>();
    if (Text.has(one.sscc())) {
      marks.add(new Pair("GM", one.sscc().length() == 18 ? "00" + one.sscc() : one.sscc()));
    }
    if (Text.has(one.tracking())) {
      marks.add(new Pair("CP", Text.clean(one.tracking(), 48)));
    }
    return new Unit(marks);
  }
}
