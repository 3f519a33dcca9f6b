package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.edi.EdiAddress;
import io.quayside.edi.Interchange;
import io.quayside.edi.Standard;
import io.quayside.partner.Identifier;
import io.quayside.partner.TradingPartner;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who we are to a partner whose file does not say so: whom it addressed, in the interchange that is
 * answered.
 */
@Component
class OurAddress {

  private final Documents documents;
  private final ReceivedBytes reader;

  OurAddress(Documents documents, ReceivedBytes reader) {
    this.documents = documents;
    this.reader = reader;
  }

  /**
   * The partner with {@code we} filled in from the receiver of the document that is answered (ISA07
   * and ISA08, UNB 0010 and 0007), if it must be.
   */
  TradingPartner known(TradingPartner partner, String answeredDocument) {
    return Optional.ofNullable(answeredDocument)
        .flatMap(documents::find)
        .filter(document -> partner.us(document.format()).isEmpty())
        .flatMap(this::interchange)
        .map(OurAddress::receiver)
        .map(us -> partner.withWe(List.of(us)))
        .orElse(partner);
  }

  /** The interchange that the answered document stood in; empty when it is not there or no EDI. */
  Optional<Interchange> answered(String document) {
    return Optional.ofNullable(document).flatMap(documents::find).flatMap(this::interchange);
  }

  private Optional<Interchange> interchange(Document received) {
    return Optional.of(received)
        .filter(document -> document.receiptId() != null)
        .flatMap(
            document ->
                reader.read(documents.bytes(document.id())).interchanges().stream()
                    .filter(
                        one ->
                            one.startOffset() <= document.from()
                                && document.from() < one.endOffset())
                    .findFirst());
  }

  private static Identifier receiver(Interchange interchange) {
    EdiAddress address = interchange.receiver();
    String scheme = interchange.standard() == Standard.EDIFACT ? "edifact" : "x12";
    return new Identifier(scheme, address.qualifier(), address.id(), null);
  }
}
