package io.quayside.mapping.tree;

import io.quayside.mapping.AttributeName;
import io.quayside.mapping.tree.OrderFiles.Found;
import io.quayside.mapping.tree.OrderFiles.Sender;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * UBL's Order, OrderChange and OrderCancellation. A change has the whole order once more, under a
 * number of its own: it is read as an order whose number is that of its OrderReference, each line
 * with its LineStatusCode. A cancellation has no lines.
 */
final class UblOrders {
  static final String NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:";

  private UblOrders() {}

  static Found find(TreeElement root) {
    boolean cancels = root.name().equals("OrderCancellation");
    boolean change = cancels || root.name().equals("OrderChange");
    if (!change && !root.name().equals("Order")) {
      return XmlOrders.none(
          "ubl", "UBL", "It is a UBL %s, which is no order.".formatted(root.name()));
    }
    if (change) {
      change(root);
    }
    if (cancels) {
      root.set("cancels", "true", root.place(AttributeName.of("change-number")));
    }
    allowanceTax(root);
    return XmlOrders.one(
        "ubl",
        "a UBL " + root.name(),
        "Order",
        XmlOrders.valueOf(root, "ID"),
        root,
        buyer(root),
        false);
  }

  private static Optional<Sender> buyer(TreeElement root) {
    Optional<TreeElement> buyer = root.find("BuyerCustomerParty", "Party");
    return buyer
        .flatMap(party -> party.child("EndpointID"))
        .or(() -> buyer.flatMap(party -> party.find("PartyIdentification", "ID")))
        .map(id -> new Sender("ubl", id.text("schemeID"), id.text("text")))
        .or(
            () ->
                buyer
                    .flatMap(party -> party.child("PartyIdentification"))
                    .map(id -> new Sender("ubl", "", id.text("ID"))));
  }

  private static void change(TreeElement root) {
    String own = XmlOrders.valueOf(root, "ID");
    root.set("change-number", own, root.place(AttributeName.of("ID")));
    ShopMoney.rename(root, "ID", "ChangeID");
    root.child("OrderReference")
        .ifPresent(
            order ->
                root.set(
                    "ID", XmlOrders.valueOf(order, "ID"), order.place(AttributeName.of("ID"))));
    for (TreeElement line : root.children("OrderLine")) {
      line.child("LineItem")
          .filter(item -> item.has("LineStatusCode"))
          .ifPresent(
              item ->
                  item.set(
                      "change-code",
                      item.text("LineStatusCode"),
                      item.place(AttributeName.of("LineStatusCode"))));
    }
  }

  /**
   * What the whole order allows or charges is taxed in the one category that all of it names, where
   * the lines say theirs; of several nobody could say which tax is whose.
   */
  private static void allowanceTax(TreeElement root) {
    List<TreeElement> taxes =
        root.children("AllowanceCharge").stream()
            .flatMap(charge -> charge.children("TaxCategory").stream())
            .toList();
    Set<String> named =
        taxes.stream()
            .map(tax -> XmlOrders.valueOf(tax, "ID") + " " + XmlOrders.valueOf(tax, "Percent"))
            .collect(Collectors.toCollection(HashSet::new));
    boolean all =
        root.children("AllowanceCharge").stream()
            .allMatch(one -> one.child("TaxCategory").isPresent());
    boolean lines =
        root.children("OrderLine").stream()
            .allMatch(line -> line.find("LineItem", "Item", "ClassifiedTaxCategory").isPresent());
    if (all && lines && named.size() == 1) {
      root.add(taxes.get(0).as("AllowanceTax"));
    }
  }
}
