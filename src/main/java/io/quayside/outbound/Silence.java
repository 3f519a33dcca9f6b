package io.quayside.outbound;

import io.quayside.order.Answers.Head;
import io.quayside.partner.TradingPartner;
import java.util.Optional;

/** Why an order gets no EDI answer of a type. */
final class Silence {
  private Silence() {}

  /** The reason, for the journey; empty when it gets one. */
  static Optional<String> reason(Head head, TradingPartner partner, String type) {
    String format = head.order().source() == null ? null : head.order().source().format();
    if (!"x12".equals(format) && !"edifact".equals(format)) {
      return Optional.of(
          "No %s: the order did not come as EDI and is answered in its channel's own way"
              .formatted(type));
    }
    return partner.replies().contains(type)
        ? Optional.empty()
        : Optional.of("No %s: %s takes none".formatted(type, partner.id()));
  }
}
