package io.quayside.outbound;

import io.quayside.order.Answers.Head;
import io.quayside.partner.Partners;
import io.quayside.partner.TradingPartner;
import io.quayside.work.PermanentFailure;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds who a document goes to. */
@Component
class Correspondents {
  private final Partners partners;

  Correspondents(Partners partners) {
    this.partners = partners;
  }

  TradingPartner partner(Head head) {
    return partner(head.partnerId());
  }

  TradingPartner partner(String id) {
    return partners
        .find(id)
        .orElseThrow(
            () ->
                new PermanentFailure(
                    "There is no partner %s. Add its partner file, then retry.".formatted(id)));
  }

  /** How somebody is called who may be a partner; null when it is none. */
  String name(String id) {
    return id == null ? null : partners.find(id).map(TradingPartner::name).orElse(null);
  }

  /** The facts, which must be there: they were committed before they were asked for. */
  static <T> T known(Optional<T> facts, String what) {
    return facts.orElseThrow(() -> new PermanentFailure("Nothing is known of " + what + "."));
  }
}
