package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.decimal;

import io.quayside.fulfilment.Inventory;
import io.quayside.fulfilment.ShippingDesk;
import io.quayside.fulfilment.inventory.ReservationRows.Reservation;
import io.quayside.order.ShortReason;
import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.ShipGoods;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes what was packed off the stock, from what was held for it first. */
@Component
class StockConsumption {

  private final StockRows stock;
  private final ReservationRows reservations;
  private final ItemRows items;

  StockConsumption(StockRows stock, ReservationRows reservations, ItemRows items) {
    this.stock = stock;
    this.reservations = reservations;
    this.items = items;
  }

  /** Books one packed line off the stock, and what is short off the reservation. */
  void shipped(ShippingDesk.Waiting pick, ShipGoods.Pick line, GoodsShipped.Packed packed) {
    BigDecimal quantity = decimal(packed.quantity());
    BigDecimal unheld = useHeld(pick.orderId(), line, quantity, quantity);
    if (unheld.signum() > 0) {
      BigDecimal pieces = unheld.multiply(factor(line));
      change(line.sku(), location(pick.orderId(), line), pick.test(), pieces, BigDecimal.ZERO);
    }
    if (packed.shortQuantity() != null) {
      BigDecimal missing = decimal(packed.shortQuantity());
      ShortReason why = ShortReason.of(packed.shortReason());
      if (why != ShortReason.LATER) {
        BigDecimal offStock = why.leavesStock() ? missing : BigDecimal.ZERO;
        useHeld(pick.orderId(), line, missing, offStock);
      }
    }
  }

  /** Where a pick line's goods stand. */
  String location(String orderId, ShipGoods.Pick line) {
    if (line.location() != null) {
      return line.location();
    }
    return reservations.of(orderId, line.lineNumber(), line.scheduleId()).stream()
        .map(Reservation::location)
        .findFirst()
        .orElse(Inventory.MAIN);
  }

  /** How many ordered units of a line stock could still give beside what is held for it. */
  BigDecimal free(ShippingDesk.Waiting pick, ShipGoods.Pick line, BigDecimal wanted) {
    String location = location(pick.orderId(), line);
    BigDecimal available =
        stock.of(line.sku(), pick.test()).stream()
            .filter(level -> level.location().equals(location))
            .map(StockLevel::available)
            .findFirst()
            .orElse(BigDecimal.ZERO);
    return StockReservation.fits(wanted, available, factor(line));
  }

  /** Ends reservations of up to a quantity; gives what was not held. */
  private BigDecimal useHeld(
      String orderId, ShipGoods.Pick line, BigDecimal quantity, BigDecimal offStock) {
    BigDecimal left = quantity;
    boolean off = offStock.signum() > 0;
    List<Reservation> held = reservations.of(orderId, line.lineNumber(), line.scheduleId());
    for (int i = held.size() - 1; i >= 0 && left.signum() > 0; i--) {
      Reservation reservation = held.get(i);
      BigDecimal used = reservation.held().min(left);
      if (used.signum() > 0) {
        reservations.hold(reservation, reservation.held().subtract(used));
        BigDecimal pieces = used.multiply(reservation.factor());
        change(
            reservation.sku(),
            reservation.location(),
            reservation.test(),
            off ? pieces : BigDecimal.ZERO,
            pieces);
        left = left.subtract(used);
      }
    }
    return left;
  }

  private BigDecimal factor(ShipGoods.Pick line) {
    return items.find(line.sku()).flatMap(i -> i.stockUnits(line.unit())).orElse(BigDecimal.ONE);
  }

  private void change(
      String sku, String location, boolean test, BigDecimal offHand, BigDecimal offReserved) {
    stock.change(
        sku,
        location,
        test,
        level ->
            new StockLevel(
                level.location(),
                level.onHand().subtract(offHand),
                level.reserved().subtract(offReserved),
                level.version()));
  }
}
