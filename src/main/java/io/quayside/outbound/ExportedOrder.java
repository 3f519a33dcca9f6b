package io.quayside.outbound;

import io.quayside.order.Answers.Confirmation;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.partner.Company;
import io.quayside.partner.Identifier;
import io.quayside.partner.TradingPartner;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * An accepted order as a system of ours gets it.
 *
 * @param customer the id of its partner
 * @param at now, in that system's zone
 * @param us our own identifier to it, null when its partner file names none
 * @param them its first identifier
 * @param order as the customer sent it
 * @param confirmed what was decided, line by line in the order's own order
 * @param wanted of each line: what is accepted now or later
 */
record ExportedOrder(
    String customer,
    String at,
    Identifier us,
    Identifier them,
    PurchaseOrder order,
    ConfirmedOrder confirmed,
    List<String> wanted) {

  static ExportedOrder of(
      Confirmation facts,
      TradingPartner customer,
      TradingPartner system,
      Company company,
      ZonedDateTime now) {
    ConfirmedOrder confirmed = ConfirmedOrder.of(facts, customer, company, now.toLocalDate());
    Identifier them = system.identifiers().get(0);
    return new ExportedOrder(
        customer.id(),
        now.format(Text.STAMP),
        system.us(them.scheme()).orElse(null),
        them,
        facts.head().order(),
        confirmed,
        confirmed.lines().stream()
            .map(
                line ->
                    Text.plain(
                        new BigDecimal(line.accepted()).add(new BigDecimal(line.backordered()))))
            .toList());
  }
}
