package io.quayside.outbound;

import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.PartyId;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.canonical.Source;
import io.quayside.partner.Identifier;
import io.quayside.partner.TradingPartner;
import java.util.Optional;

/**
 * How an order in UBL is answered: by the rules of Peppol BIS 3 when it names them as its own
 * ({@code CustomizationID urn:fdc:peppol.eu:poacc:trns:order:3}), else in plain UBL 2.1.
 *
 * @param advanced the order came in the process of advanced ordering, whose response has another
 *     name
 * @param us our electronic address, null when neither the partner file nor the order says it
 * @param them the buyer's, as the order says it
 * @param bill the one that the invoice goes to: the accounting customer's where the order has one
 */
record PeppolProcess(boolean peppol, boolean advanced, Endpoint us, Endpoint them, Endpoint bill) {
  private static final String ORDER = "urn:fdc:peppol.eu:poacc:trns:order:3";
  private static final String ADVANCED = "urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3";
  private static final String UBL = "ubl";

  /** An electronic address. {@code <cbc:EndpointID schemeID="0088">7300010000001</...>} */
  record Endpoint(String scheme, String value) {}

  static PeppolProcess of(PurchaseOrder order, TradingPartner partner) {
    Source source = order.source();
    boolean peppol =
        source != null && source.version() != null && source.version().startsWith(ORDER);
    Endpoint them = sent(order.buyer()).or(() -> known(partner.identifier(UBL))).orElse(null);
    return new PeppolProcess(
        peppol,
        peppol && ADVANCED.equals(source.group()),
        known(partner.us(UBL)).or(() -> sent(order.seller())).orElse(null),
        them,
        sent(order.billTo()).orElse(them));
  }

  private static Optional<Endpoint> known(Optional<Identifier> identifier) {
    return identifier.map(one -> new Endpoint(one.qualifier(), one.value()));
  }

  /** The mapping puts the EndpointID first; its scheme is a code of four digits, or 99xx. */
  private static Optional<Endpoint> sent(Party party) {
    if (party == null || party.ids().isEmpty()) {
      return Optional.empty();
    }
    PartyId first = party.ids().get(0);
    return first.code() != null && first.code().matches("\\d{4}")
        ? Optional.of(new Endpoint(first.code(), first.value()))
        : Optional.empty();
  }
}
