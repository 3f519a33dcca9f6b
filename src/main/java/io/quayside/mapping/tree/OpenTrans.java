package io.quayside.mapping.tree;

import io.quayside.mapping.AttributeName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * openTRANS 1.0 in the words of 2.1: a party of its own element gets its role, and an ARTICLE_PRICE
 * is a price of the product.
 *
 * <pre>{@code
 * <ORDER_PARTIES><BUYER_PARTY><PARTY>   ->   <PARTIES><PARTY><PARTY_ROLE>buyer
 * }</pre>
 */
final class OpenTrans {
  private static final Map<String, String> ROLES = new LinkedHashMap<>();

  static {
    ROLES.put("BUYER_PARTY", "buyer");
    ROLES.put("SUPPLIER_PARTY", "supplier");
    ROLES.put("INVOICE_PARTY", "invoice_recipient");
    ROLES.put("DELIVERY_PARTY", "delivery");
    ROLES.put("FINAL_DELIVERY_PARTY", "final_delivery");
    ROLES.put("TRANSPORT_PARTY", "deliverer");
  }

  private OpenTrans() {}

  static void renew(TreeElement order) {
    Optional<TreeElement> info = order.find("ORDER_HEADER", "ORDER_INFO");
    info.ifPresent(
        in ->
            in.children()
                .replaceAll(
                    child -> child.name().equals("ORDER_PARTIES") ? parties(child) : child));
    info.flatMap(in -> in.child("PARTIES"))
        .ifPresent(parties -> parties.children("PARTY").forEach(OpenTrans::country));
    for (TreeElement items : order.children("ORDER_ITEM_LIST")) {
      items
          .children("ORDER_ITEM")
          .forEach(item -> ShopMoney.rename(item, "ARTICLE_PRICE", "PRODUCT_PRICE_FIX"));
    }
  }

  private static TreeElement parties(TreeElement old) {
    TreeElement parties = new TreeElement("PARTIES", old.namespace());
    collect(old, parties);
    return parties;
  }

  private static void collect(TreeElement from, TreeElement parties) {
    for (TreeElement child : from.children()) {
      String role = ROLES.get(child.name());
      if (role == null) {
        collect(child, parties);
      } else {
        for (TreeElement party : child.children("PARTY")) {
          party.set("PARTY_ROLE", role, party.place(AttributeName.of("PARTY_ROLE")));
          parties.add(party);
        }
      }
    }
  }

  /** COUNTRY is a name in words or, in 1.0, often the code. */
  private static void country(TreeElement party) {
    for (TreeElement address : party.children("ADDRESS")) {
      String country = address.text("COUNTRY");
      if (country.matches("[A-Z]{2}")) {
        address.set("two-letter-country", country, address.place(AttributeName.of("COUNTRY")));
      }
    }
  }
}
