package io.quayside.outbound;

import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.outbound.OrderEcho.Pair;
import io.quayside.partner.Company;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the EDIFACT messages share: the order's parties, items and prices as they were sent. */
final class Message {
  private static final Set<String> GTIN = Set.of("EN", "UP", "SRV", "UA");

  private Message() {}

  /**
   * A line's item: the GTIN in LIN, all other numbers in PIA, at most five each; function 1 beside
   * a GTIN, 5 without. LIN+1++4012345678901:EN' PIA+1+A1:BP+W-001:SA'
   */
  record Item(Pair gtin, String function, List<List<Pair>> numbers) {
    static Item of(Line line) {
      return of(OrderEcho.pairs(line));
    }

    static Item of(List<Pair> numbers) {
      Pair gtin = null;
      List<Pair> others = new ArrayList<>();
      for (Pair pair : numbers) {
        if (gtin == null && GTIN.contains(pair.code())) {
          gtin = pair;
        } else {
          others.add(pair);
        }
      }
      return new Item(gtin, gtin == null ? "5" : "1", chunks(others));
    }

    private static List<List<Pair>> chunks(List<Pair> pairs) {
      List<List<Pair>> chunks = new ArrayList<>();
      for (int i = 0; i < pairs.size(); i += 5) {
        chunks.add(pairs.subList(i, Math.min(i + 5, pairs.size())));
      }
      return chunks;
    }
  }

  /** PRI+AAA:12.50:::100:PCE'; {@code per} and unit stand only where it is not for one. */
  record Price(String code, String amount, String per, String unit) {
    static Price of(io.quayside.order.canonical.Price price) {
      if (price == null || price.amount() == null) {
        return null;
      }
      boolean one =
          price.per() == null || new BigDecimal(price.per()).compareTo(BigDecimal.ONE) == 0;
      return new Price(
          Text.has(price.code()) ? price.code() : "AAA",
          price.amount(),
          one ? null : price.per(),
          one ? null : price.unit());
    }
  }

  /** The parties as they were sent; the goods' address in full where it has no number. */
  static List<PartyLoop> parties(PurchaseOrder order, Party shipTo, Company company) {
    Party seller = OrderEcho.party(order, order.seller(), "SU", "SE");
    Party buyer = OrderEcho.party(order, order.buyer(), "BY");
    Party place = shipTo == null ? order.shipTo() : shipTo;
    return OrderEcho.present(
        PartyLoop.brief("BY", buyer),
        seller == null
            ? PartyLoop.ours("SU", company)
            : PartyLoop.brief(OrderEcho.code(seller, "SU"), seller),
        PartyLoop.brief(OrderEcho.code(place, "DP"), place));
  }
}
