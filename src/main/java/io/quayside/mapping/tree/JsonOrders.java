package io.quayside.mapping.tree;

import io.quayside.mapping.tree.OrderFiles.Found;
import io.quayside.mapping.tree.OrderFiles.FoundOrder;
import io.quayside.mapping.tree.OrderFiles.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The orders that come as JSON, known by their members; several may stand in a list. */
final class JsonOrders {
  /** Where an order or a list of them may be wrapped in. */
  private static final List<String> WRAPPERS =
      List.of("order", "orders", "draft_order", "payload", "response", "data", "item");

  private static final int WRAPPED = 4;

  private record Kind(
      String name,
      String description,
      String type,
      String number,
      Predicate<TreeElement> is,
      Consumer<TreeElement> complete) {

    Kind(String name, String description, String type, String number, Predicate<TreeElement> is) {
      this(name, description, type, number, is, one -> {});
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              CanonicalOrders.FORMAT,
              "a canonical order",
              "order",
              "poNumber",
              one -> one.has("poNumber") && one.child("lines").isPresent()),
          new Kind(
              "amazon-vendor",
              "an Amazon vendor order",
              "purchaseOrder",
              "purchaseOrderNumber",
              one -> one.has("purchaseOrderNumber") && one.child("orderDetails").isPresent()),
          new Kind(
              "shopify",
              "a Shopify order",
              "order",
              "order_number",
              one -> one.has("order_number") && one.child("line_items").isPresent(),
              ShopifyOrder::complete),
          new Kind(
              "woocommerce",
              "a WooCommerce order",
              "order",
              "number",
              one ->
                  one.has("number") && one.has("order_key") && one.child("line_items").isPresent(),
              WooCommerceOrder::complete),
          new Kind(
              "bigcommerce",
              "a BigCommerce order",
              "order",
              "id",
              one ->
                  one.has("id")
                      && one.has("status_id")
                      && one.children("products").stream().anyMatch(item -> item.has("quantity")),
              BigCommerceOrder::complete));

  private JsonOrders() {}

  static Found find(TreeElement root) {
    List<TreeElement> candidates = new ArrayList<>();
    collect(root, WRAPPED, candidates);
    for (Kind kind : KINDS) {
      List<FoundOrder> orders =
          candidates.stream().filter(kind.is()).map(one -> order(kind, one)).toList();
      if (!orders.isEmpty()) {
        return new Found(kind.name(), kind.description(), orders, sender(kind, candidates), "");
      }
    }
    return new Found("json", "JSON", List.of(), Optional.empty(), why(candidates));
  }

  private static String why(List<TreeElement> candidates) {
    if (candidates.stream().anyMatch(one -> one.has("purchaseOrderNumber"))) {
      return "It lists purchase orders of Amazon Vendor by their numbers only. Ask for them with includeDetails=true.";
    }
    if (candidates.stream().anyMatch(one -> one.has("id") && one.has("status_id"))) {
      return "It is a BigCommerce order without its products, only with where they can be fetched. Put their list into `products`.";
    }
    if (candidates.stream().anyMatch(one -> one.child("line_items").isPresent())) {
      return "It is JSON of a shop, but no order yet: it has line_items, but no order_number (Shopify) and no number with order_key (WooCommerce), as a draft has none.";
    }
    return "It is JSON, but no order that we know: a canonical order, or one of Shopify, WooCommerce, BigCommerce or Amazon Vendor.";
  }

  private static void collect(TreeElement element, int depth, List<TreeElement> candidates) {
    candidates.add(element);
    if (depth > 0) {
      element.children().stream()
          .filter(child -> WRAPPERS.contains(child.name()))
          .forEach(child -> collect(child, depth - 1, candidates));
    }
  }

  private static FoundOrder order(Kind kind, TreeElement one) {
    boolean canonical = kind.name().equals(CanonicalOrders.FORMAT);
    boolean shopify = kind.name().equals("shopify");
    String number =
        shopify && one.has("po_number") ? one.text("po_number") : one.text(kind.number());
    kind.complete().accept(one);
    return new FoundOrder(
        kind.type(),
        number,
        canonical ? null : "json/" + kind.name() + "-to-order.xml",
        one.as("json-" + kind.name()),
        null,
        one.text("test").equals("true"));
  }

  /** Amazon's orders name who buys; shops do not say which shop they are. */
  private static Optional<Sender> sender(Kind kind, List<TreeElement> candidates) {
    if (!kind.name().equals("amazon-vendor")) {
      return Optional.empty();
    }
    return candidates.stream()
        .flatMap(one -> one.find("orderDetails", "buyingParty").stream())
        .findFirst()
        .map(party -> new Sender("amazon-vendor", "", party.text("partyId")));
  }
}
