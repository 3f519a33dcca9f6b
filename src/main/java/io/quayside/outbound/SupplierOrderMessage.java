package io.quayside.outbound;

import io.quayside.order.Answers.SupplierOrder;
import io.quayside.order.canonical.ItemId;
import io.quayside.order.canonical.Party;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.order.message.OrderFromSupplier.Wanted;
import io.quayside.outbound.OrderEcho.Pair;
import io.quayside.outbound.OrderEcho.Ref;
import io.quayside.partner.Company;
import io.quayside.partner.Identifier;
import io.quayside.partner.TradingPartner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an order to a supplier says: EDIFACT ORDERS, purchase order, with our numbers.
 *
 * <pre>BGM+220+PO-1001+9' NAD+SU+4098765000008::9' LIN+1++4012345678901:EN' QTY+21:40:PCE'</pre>
 */
record SupplierOrderMessage(
    String number,
    String date,
    String wantedBy,
    String wantedShip,
    List<Ref> references,
    List<PartyLoop> parties,
    String currency,
    List<Lin> lines) {

  static final String TYPE = "ORDERS";

  /** 3055 of a number, by the qualifier (0007) that its owner is addressed with. */
  private static final Map<String, String> AGENCIES = Map.of("14", "9", "1", "16");

  /** 3055 of a party's number, by its scheme. */
  private static final Map<String, String> SCHEMES =
      Map.of("gln", "9", "duns", "16", "seller-assigned", "91", "buyer-assigned", "92");

  /** 7143 of an item's number, by its scheme. */
  private static final Map<String, String> ITEM_NUMBERS =
      Map.of("vendor", "SA", "buyer", "IN", "manufacturer", "MF");

  /** One line. LIN+1++4012345678901:EN' PIA+1+W-001:IN' IMD+F++:::Widget' QTY+21:40:PCE' */
  record Lin(
      String number,
      Message.Item item,
      List<String> description,
      String quantity,
      String unit,
      Message.Price price) {}

  static SupplierOrderMessage of(SupplierOrder facts, TradingPartner supplier, Company company) {
    OrderFromSupplier order = facts.order();
    LocalDate date = facts.orderedAt().atZone(supplier.zone()).toLocalDate();
    Identifier us = supplier.us("edifact").orElse(null);
    Identifier them = supplier.identifier("edifact").orElse(null);
    return new SupplierOrderMessage(
        Text.clean(order.supplierOrder(), 35),
        Text.date(date),
        Text.date(order.wantedBy()),
        Text.date(order.wantedShip()),
        OrderEcho.present(
            order.customerOrder() == null || order.shipTo() == null
                ? null
                : Ref.of("UC", order.customerOrder().poNumber())),
        OrderEcho.present(
            known(PartyLoop.ours("BY", company), us),
            known(PartyLoop.named("SU", supplier.name()), them),
            order.shipTo() == null
                ? known(PartyLoop.ours("DP", company), us)
                : place(order.shipTo())),
        order.currency(),
        order.lines().stream().map(SupplierOrderMessage::line).toList());
  }

  /** With the number that it is addressed by, where that number says who it is. */
  private static PartyLoop known(PartyLoop party, Identifier identifier) {
    String agency = identifier == null ? null : AGENCIES.get(identifier.qualifier());
    return agency == null ? party : party.withId(agency, identifier.value());
  }

  private static PartyLoop place(Party shipTo) {
    PartyLoop party = PartyLoop.full("DP", shipTo);
    return party == null || party.id() == null
        ? party
        : party.withId(SCHEMES.getOrDefault(shipTo.ids().get(0).scheme(), "ZZZ"), party.id());
  }

  private static Lin line(Wanted wanted) {
    List<ItemId> ids = new ArrayList<>();
    if (wanted.ids() != null) {
      wanted.ids().forEach(id -> ids.add(new ItemId(id.scheme(), null, id.value(), id.sent())));
    }
    if (ids.stream().noneMatch(id -> wanted.sku().equals(id.value()))) {
      ids.add(new ItemId("buyer", null, wanted.sku(), null));
    }
    return new Lin(
        wanted.lineNumber(),
        Message.Item.of(ids.stream().map(SupplierOrderMessage::pair).toList()),
        description(wanted.description()),
        wanted.quantity(),
        wanted.unit(),
        wanted.price() == null ? null : new Message.Price("AAA", wanted.price(), null, null));
  }

  private static Pair pair(ItemId id) {
    String value = id.sent() == null ? id.value() : id.sent();
    if ("gtin".equals(id.scheme())) {
      String bare = SupplierOrder850.bare(value);
      return new Pair(bare.length() == 12 ? "UP" : "EN", bare);
    }
    return new Pair(ITEM_NUMBERS.getOrDefault(id.scheme(), "SA"), value);
  }

  /** 7008 has 35 characters, twice. */
  private static List<String> description(String text) {
    String clean = Text.clean(text, 70);
    if (clean == null) {
      return List.of();
    }
    return clean.length() <= 35
        ? List.of(clean)
        : List.of(clean.substring(0, 35), clean.substring(35));
  }
}
