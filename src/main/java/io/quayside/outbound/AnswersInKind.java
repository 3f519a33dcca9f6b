package io.quayside.outbound;

import io.quayside.order.Answers.Billing;
import io.quayside.order.Answers.Change;
import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.Shipment;
import io.quayside.partner.Company;
import io.quayside.partner.TradingPartner;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Answers an order in the standard that it came in. */
final class AnswersInKind {
  private AnswersInKind() {}

  /**
   * @param number 1 for the first answer to the order, 2 for the second
   */
  static Answer confirmation(
      Confirmation facts, TradingPartner partner, Company company, LocalDateTime now, int number) {
    AnswerFormat format = AnswerFormat.of(facts.head(), partner);
    String type = format.confirmation();
    Object content;
    boolean unchanged;
    switch (format) {
      case X12 -> {
        Confirmation855 said = Confirmation855.of(facts, partner, now.toLocalDate(), number);
        content = said;
        unchanged = said.unchanged();
      }
      case EDIFACT -> {
        OrderResponse said = OrderResponse.of(facts, partner, company, now.toLocalDate(), number);
        content = said;
        unchanged = said.unchanged();
      }
      default -> {
        ConfirmedOrder said = ConfirmedOrder.of(facts, partner, company, now.toLocalDate());
        content = said;
        unchanged = said.unchanged();
        type = format == AnswerFormat.JSON && said.rejected() ? AnswerFormat.REJECTED : type;
      }
    }
    return new Answer(format, type, format.confirmationTemplate(), content, unchanged);
  }

  /**
   * The answer to a change that the customer asked for: an 865, or in EDIFACT an ORDRSP.
   *
   * @param number as of a confirmation
   */
  static Answer change(
      Change change,
      Confirmation facts,
      TradingPartner partner,
      Company company,
      LocalDateTime now,
      int number) {
    AnswerFormat format = AnswerFormat.of(facts.head(), partner);
    LocalDate today = now.toLocalDate();
    return format == AnswerFormat.X12
        ? new Answer(
            format,
            AnswerFormat.CHANGE,
            "x12/change-to-865.ftl",
            Confirmation865.of(change, facts, partner, today),
            false)
        : new Answer(
            format,
            format.confirmation(),
            format.confirmationTemplate(),
            ChangeResponse.of(change, facts, partner, company, today, number),
            false);
  }

  /**
   * @param shipsFrom the supplier's name where it sent the goods itself, else null
   */
  static Answer shipment(
      Shipment facts,
      Confirmation decided,
      TradingPartner partner,
      Company company,
      String shipsFrom,
      LocalDateTime now) {
    AnswerFormat format = AnswerFormat.of(facts.head(), partner);
    Object content =
        switch (format) {
          case X12 -> ShipNotice856.of(facts, decided, partner, company, shipsFrom, now);
          case EDIFACT -> DespatchAdvice.of(facts, decided, partner, company, now.toLocalDate());
          default -> ShippedGoods.of(facts, decided, partner, company, now.toLocalDate());
        };
    return new Answer(format, format.shipment(), format.shipmentTemplate(), content, false);
  }

  static Answer invoice(
      Billing facts, Optional<Shipment> shipment, TradingPartner partner, Company company) {
    AnswerFormat format = AnswerFormat.of(facts.head(), partner);
    if (format == AnswerFormat.UBL) {
      VatInvoice said = VatInvoice.of(facts, shipment, partner, company);
      String type = said.credit() ? AnswerFormat.CREDIT_NOTE : format.invoice();
      return new Answer(format, type, format.invoiceTemplate(type), said, false);
    }
    Object content =
        switch (format) {
          case X12 -> Invoice810.of(facts, shipment, partner, company);
          case EDIFACT -> InvoiceMessage.of(facts, shipment, partner, company);
          default -> BilledGoods.of(facts, shipment, partner, company);
        };
    return new Answer(format, format.invoice(), format.invoiceTemplate(), content, false);
  }
}
