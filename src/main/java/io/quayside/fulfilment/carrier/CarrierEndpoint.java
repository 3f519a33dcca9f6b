package io.quayside.fulfilment.carrier;

import io.quayside.fulfilment.Carriage.Step;
import io.quayside.fulfilment.QueueMessages;
import io.quayside.order.message.ShipByCarrier;
import io.quayside.work.Counters;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.camel.Header;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Consumes {@code carrier.ship}. Manual: a shipment with a tracking number has been handed over,
 * any other waits for a person; the carrier that the buyer asked for books nothing. Automatic: it
 * goes all the way.
 */
@Component("carrierEndpoint")
public class CarrierEndpoint {

  private static final String QUEUE = "carrier.ship";

  private static final List<String> HANDED_OVER = List.of("booked", "picked-up");

  private static final List<String> ALL_THE_WAY =
      List.of("booked", "picked-up", "in-transit", "out-for-delivery", "delivered");

  private final Database database;
  private final Inbox inbox;
  private final ConsignmentRows consignments;
  private final EmbeddedCarriage carriage;
  private final Counters counters;
  private final Clock clock;
  private final boolean automatic;

  CarrierEndpoint(
      Database database,
      Inbox inbox,
      ConsignmentRows consignments,
      EmbeddedCarriage carriage,
      Counters counters,
      Clock clock,
      @Value("${quayside.endpoints.carrier.confirm:manual}") String confirm) {
    this.database = database;
    this.inbox = inbox;
    this.consignments = consignments;
    this.carriage = carriage;
    this.counters = counters;
    this.clock = clock;
    this.automatic = "automatic".equals(confirm);
  }

  /** Books the carriage of a shipment, or lets it wait for a person. */
  public void ship(ShipByCarrier request, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    database.inTransaction(
        () -> {
          if (!inbox.accept(QUEUE, messageId)) {
            return;
          }
          QueueMessages.required(request.shipmentId(), "carrier.ship: shipmentId");
          QueueMessages.required(request.orderId(), "carrier.ship: orderId");
          boolean byItself = automatic || request.test();
          String scac = request.carrier() == null ? null : request.carrier().scac();
          String tracking =
              request.tracking() == null && byItself
                  ? tracking(request.test())
                  : request.tracking();
          if (!consignments.add(request, scac, tracking)) {
            return;
          }
          if (byItself) {
            go(request.shipmentId(), ALL_THE_WAY);
          } else if (tracking != null) {
            go(request.shipmentId(), HANDED_OVER);
          }
        });
  }

  /** One microsecond between the steps keeps their order. */
  private void go(String shipmentId, List<String> steps) {
    Instant now = clock.instant();
    for (int i = 0; i < steps.size(); i++) {
      carriage.record(
          shipmentId,
          new Step(steps.get(i), null, null, null, null, null),
          now.plus(i, ChronoUnit.MICROS));
    }
  }

  private String tracking(boolean test) {
    long number = counters.next(test ? "test/tracking" : "tracking");
    return String.format(test ? "TEST-QS%010d" : "QS%010d", number);
  }
}
