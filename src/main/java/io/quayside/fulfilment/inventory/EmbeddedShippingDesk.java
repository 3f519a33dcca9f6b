package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.decimal;
import static io.quayside.work.Columns.text;

import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.ShippingDesk;
import io.quayside.order.message.GoodsShipped;
import io.quayside.work.Database;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The shipping desk over the table of picks. */
@Component
class EmbeddedShippingDesk implements ShippingDesk {

  private static final Packing AS_PICKED =
      new Packing(null, null, null, null, null, null, null, null, null);

  private final Database database;
  private final PickRows picks;
  private final PickConfirmation confirmation;
  private final StockConsumption stock;
  private final StockReservation reservations;
  private final Clock clock;

  EmbeddedShippingDesk(
      Database database,
      PickRows picks,
      PickConfirmation confirmation,
      StockConsumption stock,
      StockReservation reservations,
      Clock clock) {
    this.database = database;
    this.picks = picks;
    this.confirmation = confirmation;
    this.stock = stock;
    this.reservations = reservations;
    this.clock = clock;
  }

  @Override
  public Page list(boolean test, int page, int size) {
    return new Page(
        picks.waiting(test, size, (long) page * size), page, size, picks.countWaiting(test));
  }

  @Override
  public Optional<Waiting> find(String requestId) {
    return picks.waiting(requestId);
  }

  @Override
  public String confirm(Packing packing, String by) {
    return database.inTransaction(
        () -> {
          Waiting pick =
              picks
                  .waiting(packing.requestId())
                  .orElseThrow(
                      () ->
                          new FulfilmentRefusal(
                              "Nothing waits to be packed under "
                                  + packing.requestId()
                                  + ": it was packed or cancelled already"));
          return confirmation.confirm(pick, packing, by);
        });
  }

  /** Packs a waiting pick at once, as far as stock reaches. */
  void packAtOnce(Waiting pick) {
    List<Line> lines =
        pick.lines().stream()
            .map(
                line -> {
                  BigDecimal wanted = decimal(line.quantity());
                  BigDecimal held =
                      reservations
                          .heldOf(pick.orderId(), line.lineNumber(), line.scheduleId())
                          .min(wanted);
                  BigDecimal rest = wanted.subtract(held);
                  BigDecimal there = held.add(stock.free(pick, line, rest));
                  String reason = there.compareTo(wanted) < 0 ? "not in stock" : null;
                  return new Line(
                      line.lineNumber(), line.scheduleId(), text(there), reason, null, null, null);
                })
            .toList();
    Packing packing =
        new Packing(pick.requestId(), lines, null, null, null, null, null, null, null);
    confirmation.confirm(pick, packing, "automatic");
  }

  private static void check(GoodsShipped.Packed line) {
    if (line == null || line.lineNumber() == null) {
      throw new FulfilmentRefusal("A line of the shipment has no lineNumber");
    }
    if (line.scheduleId() == null) {
      throw new FulfilmentRefusal(
          "Line "
              + line.lineNumber()
              + " of the shipment has no scheduleId: say which delivery of the line was packed, \"1\" where there is one");
    }
    for (String quantity : Arrays.asList(line.quantity(), line.shortQuantity())) {
      if (quantity != null) {
        PackingRules.number(quantity, "Line " + line.lineNumber(), line.unit());
      }
    }
  }

  @Override
  public String report(GoodsShipped told, boolean test, String by) {
    if (told.orderId() == null || told.lines() == null || told.lines().isEmpty()) {
      throw new FulfilmentRefusal(
          "A shipment needs the order's id and at least one line with what was packed");
    }
    told.lines().forEach(EmbeddedShippingDesk::check);
    PackingRules.scac(told.scac());
    return database.inTransaction(
        () -> {
          String id =
              told.shipmentId() == null ? confirmation.nextShipment(test) : told.shipmentId();
          GoodsShipped shipped =
              new GoodsShipped(
                  id,
                  told.requestId(),
                  told.orderId(),
                  told.location(),
                  told.shippedAt() == null ? clock.instant() : told.shippedAt(),
                  told.confirmedBy() == null ? by : told.confirmedBy(),
                  told.scac(),
                  told.tracking(),
                  told.billOfLading(),
                  told.lines(),
                  told.packages() == null || told.packages().isEmpty()
                      ? confirmation.packages(told.lines(), AS_PICKED, null, test)
                      : told.packages());
          confirmation.send(shipped, null, test);
          return id;
        });
  }
}
