package io.quayside.order.process;

import io.quayside.order.message.CarrierStatus;
import io.quayside.order.message.GoodsReceived;
import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.Posted;
import io.quayside.order.message.StockReserved;
import io.quayside.order.message.SupplierStatus;
import io.quayside.order.policy.Finding;
import io.quayside.order.process.Shipments.Stored;
import io.quayside.order.process.SupplierOrders.Ordered;
import io.quayside.work.PermanentFailure;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The order's way. Each step locks the order, changes it, and takes it as far as it can go now:
 * judge the lines -> ask for stock -> decide each delivery -> ask for credit -> raise the sales
 * order and answer -> order what is short, ship what is there -> carry, announce and bill it.
 */
@Component
class OrderProcess {

  private final OrderStore store;
  private final Agreements agreements;
  private final Review review;
  private final Reservation reservation;
  private final SalesOrders salesOrders;
  private final Supply supply;
  private final SupplierOrders supplierOrders;
  private final SupplierNews news;
  private final Shipping shipping;
  private final Shipments shipments;
  private final Packing packing;
  private final Carriage carriage;
  private final Billing billing;
  private final Cancelling cancelling;
  private final Waiting waiting;
  private final Deadlines deadlines;
  private final Alarms alarms;
  private final Holds holds;
  private final StoredJourney journey;

  OrderProcess(
      OrderStore store,
      Agreements agreements,
      Review review,
      Reservation reservation,
      SalesOrders salesOrders,
      Supply supply,
      SupplierOrders supplierOrders,
      SupplierNews news,
      Shipping shipping,
      Shipments shipments,
      Packing packing,
      Carriage carriage,
      Billing billing,
      Cancelling cancelling,
      Waiting waiting,
      Deadlines deadlines,
      Alarms alarms,
      Holds holds,
      StoredJourney journey) {
    this.store = store;
    this.agreements = agreements;
    this.review = review;
    this.reservation = reservation;
    this.salesOrders = salesOrders;
    this.supply = supply;
    this.supplierOrders = supplierOrders;
    this.news = news;
    this.shipping = shipping;
    this.shipments = shipments;
    this.packing = packing;
    this.carriage = carriage;
    this.billing = billing;
    this.cancelling = cancelling;
    this.waiting = waiting;
    this.deadlines = deadlines;
    this.alarms = alarms;
    this.holds = holds;
    this.journey = journey;
  }

  /** Judges an order that is not answered yet; others stay as they are. */
  void accept(String orderId) {
    OrderState order = store.lock(orderId);
    if (order.step == Step.DECIDING) {
      alarms.forAnswer(order, "855", null, order.head.receivedAt());
      review.judge(order, agreements.of(order), "system");
    }
    goOn(order);
  }

  void recordReservation(StockReserved answer) {
    OrderState order = store.lock(answer.orderId());
    if (reservation.record(order, answer) && order.step == Step.RUNNING) {
      salesOrders.answer(order);
    }
    goOn(order);
  }

  void recordPosting(Posted posted) {
    OrderState order = store.lock(posted.orderId());
    billing.record(order, posted);
    if (posted.invoice() != null && posted.shipmentId() != null) {
      deadlines.answered(order, "810", posted.shipmentId());
    }
    if ("sales-order".equals(posted.kind()) && order.step == Step.CREDIT && !order.creditOk) {
      recordCredit(order, posted);
    }
    goOn(order);
  }

  private void recordCredit(OrderState order, Posted posted) {
    if (posted.tag() != null) {
      order.tag = posted.tag();
    }
    order.creditOk = !"hold".equals(posted.credit());
    if (!order.creditOk) {
      String why = posted.creditReason() == null ? "" : " " + posted.creditReason();
      holds.put(
          order,
          new Finding(
              "credit-hold",
              Finding.ORDER,
              Finding.ORDER,
              "Accounting holds the order for credit." + why,
              "Release the order when the credit is settled, or cancel it.",
              ""),
          agreements.of(order));
    }
  }

  void recordShipment(GoodsShipped goods) {
    if (goods.shipmentId() == null || goods.shipmentId().isBlank()) {
      throw new PermanentFailure(
          "A shipment of order %s carries no shipmentId; give it one of your own, so that it counts once."
              .formatted(goods.orderId()));
    }
    OrderState order = store.lock(goods.orderId());
    packing.record(order, goods, true);
    windowSettled(order);
    shipments
        .locked(goods.shipmentId())
        .filter(shipment -> order.id().equals(shipment.orderId()) && !shipment.waits())
        .ifPresent(shipment -> deadlines.afterShipment(order, shipment));
    goOn(order);
  }

  /** Each order that waits for one of the items asks for it itself, the oldest first. */
  void recordGoodsReceived(GoodsReceived goods) {
    waiting.wake(goods);
  }

  void recordSupplierStatus(SupplierStatus status) {
    for (Ordered ordered : supplierOrders.find(status.supplierOrder(), status.orderId())) {
      OrderState order = store.lock(ordered.orderId());
      if (news.record(order, ordered, status) && order.step == Step.RUNNING) {
        salesOrders.answer(order);
      }
      if ("received".equals(status.status()) && "drop-ship".equals(ordered.body().kind())) {
        delivered(order, ordered, status.at());
      }
      goOn(order);
    }
  }

  /** The customer has what the supplier sent. */
  private void delivered(OrderState order, Ordered ordered, Instant at) {
    for (int n = 1; n <= ordered.shipments(); n++) {
      String shipment = "%s-%d".formatted(ordered.body().supplierOrder(), n);
      carriage.record(
          order,
          new CarrierStatus(
              shipment, order.id(), "delivered", at, null, null, null, null, null, null, null));
    }
  }

  void recordCarrierStatus(CarrierStatus scan) {
    OrderState order = store.lock(orderOf(scan));
    left(order, packing.letGo(order, scan.shipmentId()));
    carriage.record(order, scan);
    goOn(order);
  }

  private String orderOf(CarrierStatus scan) {
    return shipments
        .locked(scan.shipmentId())
        .map(Shipments.Stored::orderId)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no shipment %s; the carrier's status %s cannot be recorded."
                        .formatted(scan.shipmentId(), scan.status())));
  }

  /** An alarm, or goods that came in. */
  void due(OrderCommand command) {
    OrderState order = store.lock(command.orderId());
    String what = command.what() == null ? "" : command.what();
    if (what.startsWith("stock/")) {
      reservation.askForWaiting(order, what.substring("stock/".length()));
    } else if (what.startsWith("deadline/")) {
      deadlines.near(order, what.substring("deadline/".length()));
    } else if (what.equals("waiting")) {
      reservation.askForAllThatWaits(order);
    } else if (what.startsWith("pick-again/")) {
      shipping.forget(order, what.substring("pick-again/".length()));
    } else if (what.startsWith(Dock.LET_GO)) {
      left(order, packing.letGo(order, what.substring(Dock.LET_GO.length())));
    } else if (what.equals("closing")) {
      deadlines.windowIsAboutToClose(order);
    } else if (what.equals("expire") && cancelling.expire(order, agreements.of(order))) {
      salesOrders.answer(order);
      deadlines.windowSettled(order);
    }
    goOn(order);
  }

  private void left(OrderState order, List<Stored> shipments) {
    shipments.forEach(shipment -> deadlines.afterShipment(order, shipment));
    if (!shipments.isEmpty()) {
      windowSettled(order);
    }
  }

  private void windowSettled(OrderState order) {
    if (order.any(s -> s.window.latest() != null)
        && !order.any(s -> s.ledger.unshipped().signum() > 0)) {
      deadlines.windowSettled(order);
    }
  }

  /** Takes the order as far as it can go now, and saves it. */
  void goOn(OrderState order) {
    if (order.step == Step.DECIDING && !order.heldAsAWhole()) {
      reservation.askForOpenLines(order);
      if (allDecided(order)) {
        reservation.rejectIncomplete(order);
        decided(order);
      }
    }
    if (order.step == Step.CREDIT && order.creditOk && !order.held()) {
      salesOrders.raise(order);
      deadlines.windowCloses(order);
      deadlines.answered(order, "855", null);
    }
    if (order.step == Step.RUNNING) {
      left(order, packing.letGo(order));
      supply.orderWhatIsShort(order);
      shipping.shipWhatIsDue(order);
      billing.billAccepted(order);
    }
    alarms.forWindows(order);
    store.save(order);
  }

  private static boolean allDecided(OrderState order) {
    return !order.held() && !order.any(s -> s.undecided() || s.asked != null);
  }

  private void decided(OrderState order) {
    boolean coming = order.any(s -> s.ledger.accepted().add(s.ledger.backordered()).signum() > 0);
    if (coming) {
      salesOrders.askForCredit(order);
      journey.add(order, "accounting", "credit-asked", "Accounting is asked for credit.");
    } else {
      salesOrders.end(order);
      deadlines.answered(order, "855", null);
    }
  }
}
