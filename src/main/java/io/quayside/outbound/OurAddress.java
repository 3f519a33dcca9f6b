package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.edi.EdiAddress;
import io.quayside.edi.Interchange;
import io.quayside.edi.Standard;
import io.quayside.partner.Identifier;
import io.quayside.partner.TradingPartner;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who we are to a partner whose file does not say so: whom it addressed. */
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
    if (answeredDocument == null) {
      return partner;
    }
    return documents
        .find(answeredDocument)
        .filter(document -> partner.us(document.format()).isEmpty())
        .filter(document -> document.receiptId() != null)
        .flatMap(
            document ->
                reader.read(documents.bytes(document.id())).interchanges().stream()
                    .filter(
                        one ->
                            one.startOffset() <= document.from()
                                && document.from() < one.endOffset())
                    .findFirst())
        .map(OurAddress::receiver)
        .map(us -> partner.withWe(List.of(us)))
        .orElse(partner);
  }

  private static Identifier receiver(Interchange interchange) {
    EdiAddress address = interchange.receiver();
    String scheme = interchange.standard() == Standard.EDIFACT ? "edifact" : "x12";
    return new Identifier(scheme, address.qualifier(), address.id(), null);
  }
}
