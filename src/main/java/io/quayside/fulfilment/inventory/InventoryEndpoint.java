package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.decimal;

import io.quayside.fulfilment.AnsweredRequests;
import io.quayside.fulfilment.QueueMessages;
import io.quayside.order.message.ReserveStock;
import io.quayside.order.message.ShipGoods;
import io.quayside.order.message.StockReserved;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Consumes {@code inventory.reserve} and {@code inventory.ship} for a company without an ERP. */
@Component("inventoryEndpoint")
public class InventoryEndpoint {

  private static final String RESERVE = "inventory.reserve";
  private static final String SHIP = "inventory.ship";

  private final Database database;
  private final Inbox inbox;
  private final QueueMessages messages;
  private final AnsweredRequests answered;
  private final StockReservation reservation;
  private final PickRows picks;
  private final EmbeddedShippingDesk desk;
  private final boolean automatic;

  InventoryEndpoint(
      Database database,
      Inbox inbox,
      QueueMessages messages,
      AnsweredRequests answered,
      StockReservation reservation,
      PickRows picks,
      EmbeddedShippingDesk desk,
      @Value("${quayside.endpoints.inventory.confirm:manual}") String confirm) {
    this.database = database;
    this.inbox = inbox;
    this.messages = messages;
    this.answered = answered;
    this.reservation = reservation;
    this.picks = picks;
    this.desk = desk;
    this.automatic = "automatic".equals(confirm);
  }

  /** Holds stock and answers, or gives it back. */
  public void reserve(ReserveStock request, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    database.inTransaction(
        () -> {
          if (!inbox.accept(RESERVE, messageId)) {
            return;
          }
          QueueMessages.required(request.requestId(), "inventory.reserve: requestId");
          QueueMessages.required(request.orderId(), "inventory.reserve: orderId");
          QueueMessages.required(request.lines(), "inventory.reserve: lines");
          if ("release".equals(request.kind())) {
            release(request);
          } else {
            answer(request);
          }
        });
  }

  /** Lets a pick wait on the shipping desk, or packs it at once. */
  public void ship(ShipGoods request, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    database.inTransaction(
        () -> {
          if (!inbox.accept(SHIP, messageId)) {
            return;
          }
          QueueMessages.required(request.requestId(), "inventory.ship: requestId");
          QueueMessages.required(request.orderId(), "inventory.ship: orderId");
          QueueMessages.required(request.lines(), "inventory.ship: lines");
          if (picks.known(request.requestId())) {
            return;
          }
          picks.add(request);
          if (automatic || request.test()) {
            picks.waiting(request.requestId()).ifPresent(desk::packAtOnce);
          }
        });
  }

  private void answer(ReserveStock request) {
    Optional<StockReserved> before =
        answered.find(RESERVE, request.requestId(), StockReserved.class);
    StockReserved answer = before.orElseGet(() -> hold(request));
    if (before.isEmpty()) {
      answered.keep(RESERVE, request.requestId(), answer);
    }
    messages.send(
        "inventory.reserved", request.orderId(), request.partner(), request.test(), answer);
  }

  /** Holds item by item in one order for all, so that two requests never wait for each other. */
  private StockReserved hold(ReserveStock request) {
    Map<ReserveStock.Wanted, StockReserved.Held> held = new HashMap<>();
    request.lines().stream()
        .sorted(Comparator.comparing(wanted -> String.valueOf(wanted.sku())))
        .forEach(wanted -> held.put(wanted, reservation.reserve(request, wanted)));
    List<StockReserved.Held> lines = request.lines().stream().map(held::get).toList();
    return new StockReserved(request.requestId(), request.orderId(), lines);
  }

  /** Gives back what is held, and shortens the picks that waited for it. */
  private void release(ReserveStock request) {
    if (answered.find(RESERVE, request.requestId(), ReserveStock.class).isPresent()) {
      return;
    }
    answered.keep(RESERVE, request.requestId(), request);
    for (ReserveStock.Wanted line : request.lines()) {
      reservation.release(request.orderId(), line);
      BigDecimal held = reservation.heldOf(request.orderId(), line.lineNumber(), line.scheduleId());
      shortenPicks(request.orderId(), line, held);
    }
  }

  private void shortenPicks(String orderId, ReserveStock.Wanted line, BigDecimal held) {
    List<PickRows.Line> waiting = picks.waitingLines(orderId, line.lineNumber(), line.scheduleId());
    BigDecimal all =
        waiting.stream().map(PickRows.Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal less = all.subtract(held).max(BigDecimal.ZERO);
    if (line.quantity() != null) {
      less = less.min(decimal(line.quantity()));
    }
    for (PickRows.Line pick : waiting) {
      BigDecimal cut = pick.quantity().min(less);
      if (cut.signum() > 0) {
        picks.shorten(pick, pick.quantity().subtract(cut));
        less = less.subtract(cut);
      }
    }
  }
}
