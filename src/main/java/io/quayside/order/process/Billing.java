package io.quayside.order.process;

import io.quayside.order.message.PostToAccounting.Billed;
import io.quayside.order.message.Posted;
import io.quayside.order.process.Shipments.ShippedPart;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Bills what the agreement's trigger says, and records the invoices that accounting raised. */
@Component
class Billing {

  private final Bills bills;
  private final Requests requests;
  private final Database database;
  private final Clock clock;
  private final Json json;
  private final Mail mail;
  private final StoredJourney journey;

  Billing(
      Bills bills,
      Requests requests,
      Database database,
      Clock clock,
      Json json,
      Mail mail,
      StoredJourney journey) {
    this.bills = bills;
    this.requests = requests;
    this.database = database;
    this.clock = clock;
    this.json = json;
    this.mail = mail;
    this.journey = journey;
  }

  /** Trigger order: bills what is accepted; the rest when it is released. */
  void billAccepted(OrderState order) {
    if (!order.ledgerTerms.invoicedOnOrder()) {
      return;
    }
    List<Billed> lines = new ArrayList<>();
    for (LineState line : order.lines.values()) {
      for (ScheduleState schedule : line.schedules) {
        add(order, line, schedule, schedule.toBill(), lines);
      }
    }
    if (!lines.isEmpty()) {
      bills.post(order, "order", null, lines);
    }
  }

  /** Trigger shipment or delivery: bills a shipment, once. */
  void billShipment(OrderState order, String shipmentId, List<ShippedPart> parts) {
    if (order.ledgerTerms.invoicedOnOrder() || !markBilled(shipmentId)) {
      return;
    }
    List<Billed> lines = new ArrayList<>();
    for (ShippedPart part : parts) {
      LineState line = order.lines.get(part.line());
      ScheduleState schedule = order.schedule(part.line(), part.schedule()).orElseThrow();
      add(order, line, schedule, new BigDecimal(part.quantity()).min(schedule.toBill()), lines);
    }
    if (!lines.isEmpty()) {
      bills.post(order, "shipment", shipmentId, lines);
    }
  }

  private void add(
      OrderState order, LineState line, ScheduleState schedule, BigDecimal q, List<Billed> lines) {
    if (q.signum() > 0) {
      schedule.billing = schedule.billing.add(q);
      lines.add(bills.line(order, line, schedule, q));
    }
  }

  /** What has been credited in the ledger beyond these quantities is credited in the books. */
  void credit(OrderState order, Map<ScheduleState, BigDecimal> before, String shipmentId) {
    List<Billed> lines = new ArrayList<>();
    for (LineState line : order.lines.values()) {
      for (ScheduleState schedule : line.schedules) {
        BigDecimal now = schedule.ledger.credited();
        BigDecimal more = now.subtract(before.getOrDefault(schedule, now));
        if (more.signum() > 0) {
          lines.add(bills.line(order, line, schedule, more));
        }
      }
    }
    if (!lines.isEmpty()) {
      bills.post(order, "credit", shipmentId, lines);
    }
  }

  static Map<ScheduleState, BigDecimal> credited(OrderState order) {
    Map<ScheduleState, BigDecimal> credited = new IdentityHashMap<>();
    order.schedules().forEach(schedule -> credited.put(schedule, schedule.ledger.credited()));
    return credited;
  }

  /** Stores the invoice, takes it into the ledger and sends it; the same number counts once. */
  void record(OrderState order, Posted posted) {
    boolean first = requests.answered(Bills.QUEUE, posted.requestId());
    if (posted.invoice() == null || !insert(order, posted)) {
      return;
    }
    boolean credit = "credit".equals(posted.kind());
    Posted.Invoice invoice = posted.invoice();
    journey.add(
        order,
        "accounting",
        credit ? "credit-note" : "invoiced",
        "%s %s over %s %s."
            .formatted(
                credit ? "Credit note" : "Invoice",
                invoice.number(),
                invoice.total(),
                invoice.currency()));
    if (!credit) {
      takeIn(order, invoice, first);
      order.invoices++;
    }
    mail.send(
        order,
        "invoice.send",
        Map.of("number", invoice.number(), "orderId", order.id(), "test", order.testArea()));
  }

  private static void takeIn(OrderState order, Posted.Invoice invoice, boolean first) {
    for (Billed billed : invoice.lines()) {
      ScheduleState schedule =
          order
              .schedule(billed.lineNumber(), billed.scheduleId())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Invoice %s bills line %s, schedule %s, which order %s does not have."
                              .formatted(
                                  invoice.number(),
                                  billed.lineNumber(),
                                  billed.scheduleId(),
                                  order.id())));
      BigDecimal quantity = new BigDecimal(billed.quantity());
      schedule.ledger = schedule.ledger.invoice(quantity);
      if (first) {
        schedule.billing = schedule.billing.subtract(quantity).max(BigDecimal.ZERO);
      }
    }
  }

  private boolean insert(OrderState order, Posted posted) {
    return database
            .write()
            .sql(
                """
                INSERT INTO order_invoice (number, area, order_id, shipment_id, kind, body, booked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
            .params(
                posted.invoice().number(),
                Columns.flag(order.testArea()),
                order.id(),
                posted.shipmentId(),
                posted.kind(),
                json.write(posted.invoice()),
                Columns.micros(clock.instant()))
            .update()
        == 1;
  }

  private boolean markBilled(String shipmentId) {
    return database
            .write()
            .sql("UPDATE order_shipment SET billed_at = ? WHERE id = ? AND billed_at IS NULL")
            .params(Columns.micros(clock.instant()), shipmentId)
            .update()
        == 1;
  }
}
