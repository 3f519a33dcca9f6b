package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.decimal;
import static io.quayside.work.Columns.text;

import io.quayside.fulfilment.Inventory;
import io.quayside.fulfilment.inventory.ReservationRows.Reservation;
import io.quayside.order.message.ReserveStock;
import io.quayside.order.message.StockReserved.Held;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Holds stock for orders and gives it back. Whole ordered units only: 30 pieces in stock are two
 * cases of 12, never two and a half.
 */
@Component
class StockReservation {

  private final ItemRows items;
  private final StockRows stock;
  private final ReservationRows reservations;
  private final Availability availability;
  private final Reordering reordering;

  StockReservation(
      ItemRows items,
      StockRows stock,
      ReservationRows reservations,
      Availability availability,
      Reordering reordering) {
    this.items = items;
    this.stock = stock;
    this.reservations = reservations;
    this.availability = availability;
    this.reordering = reordering;
  }

  /** Holds what can be had of one schedule. */
  Held reserve(ReserveStock request, ReserveStock.Wanted wanted) {
    StoredItem item = wanted.sku() == null ? null : items.find(wanted.sku()).orElse(null);
    if (item == null) {
      return refused(wanted, "Inventory has no item " + wanted.sku());
    }
    BigDecimal factor = item.stockUnits(wanted.unit()).orElse(null);
    if (factor == null) {
      return refused(
          wanted,
          "Item %s is stocked in %s and not sold by %s"
              .formatted(item.sku(), item.item().unit(), wanted.unit()));
    }
    BigDecimal quantity = decimal(wanted.quantity());
    String location = chooseLocation(request, wanted, quantity.multiply(factor));
    BigDecimal reserved = take(item.sku(), location, request.test(), quantity, factor);
    reservations.add(
        new Reservation(
            request.requestId(),
            wanted.lineNumber(),
            wanted.scheduleId(),
            request.orderId(),
            request.test(),
            item.sku(),
            location,
            factor,
            reserved));
    reordering.check(item.sku(), request.test());
    BigDecimal rest = quantity.subtract(reserved);
    String date =
        rest.signum() > 0 ? availability.of(item, rest.multiply(factor), request.test()) : null;
    return held(wanted, location, reserved, date, null);
  }

  /** Gives back up to a quantity (null: all) of what an order holds of a schedule. */
  BigDecimal release(String orderId, ReserveStock.Wanted line) {
    BigDecimal left = decimal(line.quantity());
    BigDecimal released = BigDecimal.ZERO;
    for (Reservation held : reservations.of(orderId, line.lineNumber(), line.scheduleId())) {
      BigDecimal back = left == null ? held.held() : held.held().min(left.subtract(released));
      if (back.signum() > 0) {
        reservations.hold(held, held.held().subtract(back));
        giveBack(held, back);
        released = released.add(back);
      }
    }
    return released;
  }

  /** What an order holds of a schedule, in the ordered unit. */
  BigDecimal heldOf(String orderId, String lineNumber, String scheduleId) {
    return reservations.of(orderId, lineNumber, scheduleId).stream()
        .map(Reservation::held)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void giveBack(Reservation held, BigDecimal back) {
    BigDecimal pieces = back.multiply(held.factor());
    stock.change(
        held.sku(),
        held.location(),
        held.test(),
        level ->
            new StockLevel(
                level.location(),
                level.onHand(),
                level.reserved().subtract(pieces),
                level.version()));
  }

  private BigDecimal take(
      String sku, String location, boolean test, BigDecimal quantity, BigDecimal factor) {
    BigDecimal[] taken = new BigDecimal[1];
    stock.change(
        sku,
        location,
        test,
        level -> {
          taken[0] = fits(quantity, level.available(), factor);
          return new StockLevel(
              level.location(),
              level.onHand(),
              level.reserved().add(taken[0].multiply(factor)),
              level.version());
        });
    return taken[0];
  }

  /** How many ordered units of the quantity the available stock units make, in whole ones. */
  static BigDecimal fits(BigDecimal quantity, BigDecimal available, BigDecimal factor) {
    if (quantity.signum() <= 0) {
      return BigDecimal.ZERO;
    }
    if (quantity.multiply(factor).compareTo(available) <= 0) {
      return quantity;
    }
    return factor.compareTo(BigDecimal.ONE) == 0
        ? available
        : available.divide(factor, 0, RoundingMode.FLOOR);
  }

  /** The place asked for; else the first that has it all, MAIN before others; else the fullest. */
  private String chooseLocation(
      ReserveStock request, ReserveStock.Wanted wanted, BigDecimal pieces) {
    if (wanted.location() != null) {
      return wanted.location();
    }
    List<StockLevel> levels =
        stock.of(wanted.sku(), request.test()).stream()
            .sorted(Comparator.comparing(level -> !level.location().equals(Inventory.MAIN)))
            .toList();
    return levels.stream()
        .filter(level -> level.available().compareTo(pieces) >= 0)
        .findFirst()
        .or(() -> levels.stream().max(Comparator.comparing(StockLevel::available)))
        .map(StockLevel::location)
        .orElse(Inventory.MAIN);
  }

  private static Held refused(ReserveStock.Wanted wanted, String why) {
    return held(wanted, wanted.location(), BigDecimal.ZERO, null, why);
  }

  private static Held held(
      ReserveStock.Wanted wanted, String location, BigDecimal reserved, String date, String why) {
    return new Held(
        wanted.lineNumber(),
        wanted.scheduleId(),
        location,
        text(reserved),
        wanted.unit(),
        date,
        why);
  }
}
