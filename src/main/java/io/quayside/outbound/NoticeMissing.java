package io.quayside.outbound;

import io.quayside.order.Answers.Billing;
import io.quayside.order.Answers.Head;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Outbox;
import io.quayside.work.Problems.NewProblem;

/** The entry in the work list of an invoice whose ship notice was not written in its time. */
final class NoticeMissing {
  private NoticeMissing() {}

  static String key(Commands.SendInvoice command) {
    return "order/%s/invoice-waits/%s".formatted(command.orderId(), command.number());
  }

  /**
   * @param alone sends the invoice without its notice
   */
  static NewProblem problem(
      Commands.SendInvoice command, Billing facts, TradingPartner partner, Outbox.Message alone) {
    Head head = facts.head();
    String notice = AnnounceShipment.type(head, partner);
    return new NewProblem(
        key(command),
        "invoice-waits",
        head.orderId(),
        null,
        null,
        partner.id(),
        head.test(),
        "Invoice %s waits for the %s of shipment %s"
            .formatted(command.number(), notice, facts.shipmentId()),
        "Invoice %s has not been sent: %s gets the %s first (agreement.invoiceAfterAsn), and none has been written for shipment %s."
            .formatted(command.number(), partner.id(), notice, facts.shipmentId()),
        "See why: a shipment that is announced when it is picked up waits for the carrier's scan, one that holds too much waits for its own entry here. When the %s goes, the invoice follows by itself. Or retry, to send the invoice without it."
            .formatted(notice),
        alone,
        null);
  }
}
