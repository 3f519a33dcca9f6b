package io.quayside.outbound;

import io.quayside.order.Answers.Head;
import io.quayside.partner.TradingPartner;
import java.util.Optional;

/** Why an order gets no answer of a type. */
final class Silence {
  private Silence() {}

  /** The reason, for the journey; empty when it gets one. */
  static Optional<String> reason(Head head, TradingPartner partner, String type) {
    AnswerFormat format = AnswerFormat.of(head, partner);
    if (!partner.replies().contains(format.agreed(type))) {
      return Optional.of("No %s: %s takes none".formatted(type, partner.id()));
    }
    return format == AnswerFormat.CXML && partner.us("cxml").isEmpty()
        ? Optional.of(
            "No %s: the partner file does not say who we are to %s in cXML. Add we: {scheme: cxml, qualifier: NetworkID, value: …}"
                .formatted(type, partner.id()))
        : Optional.empty();
  }
}
