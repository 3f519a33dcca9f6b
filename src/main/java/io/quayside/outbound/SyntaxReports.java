package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.edi.Acknowledgments;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.OutSegment;
import io.quayside.outbound.OutgoingDocuments.Draft;
import io.quayside.partner.EdifactSettings.Contrl;
import io.quayside.partner.EdifactSettings.OnResend;
import io.quayside.partner.TradingPartner;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Answers an EDIFACT interchange with a CONTRL: when UNB 0031 asks for it, and as agreed when
 * something in it is rejected, or always. A CONTRL is never answered.
 */
@Component
class SyntaxReports {
  private static final String CONTRL = "CONTRL";

  private final Documents documents;
  private final Envelopes envelopes;
  private final OutgoingDocuments outgoing;
  private final Redelivery deliveries;

  SyntaxReports(
      Documents documents, Envelopes envelopes, OutgoingDocuments outgoing, Redelivery deliveries) {
    this.documents = documents;
    this.envelopes = envelopes;
    this.outgoing = outgoing;
    this.deliveries = deliveries;
  }

  /**
   * @param received the documents of the interchange
   */
  void answer(
      Commands.Acknowledge command,
      Interchange interchange,
      TradingPartner partner,
      List<Document> received) {
    if (!isWanted(interchange, partner)) {
      return;
    }
    Optional<List<OutSegment>> body = Acknowledgments.control(interchange);
    body.ifPresent(
        segments -> {
          store(command, interchange, partner, segments);
          received.stream()
              .filter(one -> !one.type().equals(CONTRL))
              .forEach(one -> documents.acknowledgment(one.id(), "sent", null));
        });
  }

  /**
   * The same interchange once more: what it was answered with, as it is, or that it came before.
   *
   * @param sent what went out about the first one
   */
  void answerResend(
      Commands.Acknowledge command,
      Interchange interchange,
      TradingPartner partner,
      List<Document> sent) {
    OnResend onResend = partner.edifact().onResend();
    if (onResend == OnResend.CONTRL_DUPLICATE && takes(partner)) {
      Acknowledgments.duplicateControl(interchange)
          .ifPresent(segments -> store(command, interchange, partner, segments));
    } else if (command.resend() && onResend == OnResend.RESEND_CONTRL) {
      sent.stream()
          .filter(one -> one.type().equals(CONTRL))
          .filter(one -> interchange.controlNumber().equals(one.reference()))
          .forEach(deliveries::again);
    }
  }

  private static boolean isWanted(Interchange interchange, TradingPartner partner) {
    boolean due =
        partner
            .edifact()
            .contrl()
            .isDue(interchange.acknowledgmentRequested(), isRejected(interchange));
    return takes(partner) && due;
  }

  private static boolean takes(TradingPartner partner) {
    return partner.replies().contains(CONTRL) && partner.edifact().contrl() != Contrl.NEVER;
  }

  /** Something in it is: an interchange that is rejected rejects all of its messages. */
  private static boolean isRejected(Interchange interchange) {
    return interchange.groups().isEmpty()
        || interchange.groups().stream()
            .map(FunctionalGroup::sets)
            .flatMap(List::stream)
            .anyMatch(set -> !set.accepted());
  }

  private void store(
      Commands.Acknowledge command,
      Interchange interchange,
      TradingPartner partner,
      List<OutSegment> body) {
    outgoing.store(
        new Draft(
            partner,
            CONTRL,
            "%s/%s/%d".formatted(CONTRL, command.receiptId(), command.from()),
            interchange.controlNumber(),
            null,
            interchange.test(),
            false,
            command.receiptId(),
            null,
            null),
        () -> envelopes.control(partner, interchange, body));
  }
}
