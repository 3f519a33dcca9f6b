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
 * @param revision 1 for the first, counted up with each change
 * @param action {@code new}, {@code change}, or {@code cancel} where nothing is wanted any more
 */
record ExportedOrder(
    String customer,
    String at,
    Identifier us,
    Identifier them,
    PurchaseOrder order,
    ConfirmedOrder confirmed,
    List<String> wanted,
    int revision,
    String action) {

  static ExportedOrder of(
      Confirmation facts,
      TradingPartner customer,
      TradingPartner system,
      Company company,
      ZonedDateTime now,
      int revision) {
    ConfirmedOrder confirmed = ConfirmedOrder.of(facts, customer, company, now.toLocalDate());
    Identifier them = system.identifiers().get(0);
    List<String> wanted =
        confirmed.lines().stream()
            .map(
                line ->
                    Text.plain(
                        new BigDecimal(line.accepted()).add(new BigDecimal(line.backordered()))))
            .toList();
    return new ExportedOrder(
        customer.id(),
        now.format(Text.STAMP),
        system.us(them.scheme()).orElse(null),
        them,
        facts.head().order(),
        confirmed,
        wanted,
        revision,
        action(wanted, revision));
  }

  private static String action(List<String> wanted, int revision) {
    if (wanted.stream().allMatch(one -> new BigDecimal(one).signum() == 0)) {
      return "cancel";
    }
    return revision == 1 ? "new" : "change";
  }
}
