package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.edi.EdiAddress;
import io.quayside.edi.Interchange;
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
   * The partner with {@code we} filled in from ISA07 and ISA08 of the document that is answered, if
   * it must be.
   */
  TradingPartner known(TradingPartner partner, String answeredDocument) {
    if (partner.us("x12").isPresent() || answeredDocument == null) {
      return partner;
    }
    return documents
        .find(answeredDocument)
        .filter(document -> document.receiptId() != null)
        .flatMap(
            document ->
                reader.read(documents.bytes(document.id())).interchanges().stream()
                    .filter(
                        one ->
                            one.startOffset() <= document.from()
                                && document.from() < one.endOffset())
                    .findFirst())
        .map(Interchange::receiver)
        .map(OurAddress::identifier)
        .map(us -> partner.withWe(List.of(us)))
        .orElse(partner);
  }

  private static Identifier identifier(EdiAddress address) {
    return new Identifier("x12", address.qualifier(), address.id(), null);
  }
}
