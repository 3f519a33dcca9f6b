package io.quayside.mapping.tree;

import io.quayside.mapping.AttributeName;
import io.quayside.mapping.tree.OrderFiles.Found;
import io.quayside.mapping.tree.OrderFiles.FoundOrder;
import io.quayside.mapping.tree.OrderFiles.Sender;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The orders that come as XML, known by their root element. */
final class XmlOrders {
  private XmlOrders() {}

  static Found find(TreeElement root) {
    if (root.name().equals("cXML")) {
      return cxml(root);
    }
    if (root.namespace().startsWith(UblOrders.NAMESPACE)) {
      return UblOrders.find(root);
    }
    if (root.children("IDOC").stream().anyMatch(idoc -> idoc.child("EDI_DC40").isPresent())) {
      return idoc(root);
    }
    List<TreeElement> openTrans = openTransOrders(root);
    if (!openTrans.isEmpty()) {
      return openTrans(openTrans);
    }
    if (root.name().equals("ProcessPurchaseOrder")) {
      return oagis(root);
    }
    return none(
        "xml",
        "XML, document " + root.name(),
        "It is XML with the root element %s, which is no order that we know: cXML, UBL, IDoc ORDERS, openTRANS, OAGIS."
            .formatted(root.name()));
  }

  private static Found cxml(TreeElement root) {
    Optional<TreeElement> request = root.child("Request");
    Optional<TreeElement> order = root.find("Request", "OrderRequest", "OrderRequestHeader");
    if (order.isEmpty()) {
      String what =
          request
              .or(() -> root.child("Message"))
              .or(() -> root.child("Response"))
              .flatMap(inner -> inner.children().stream().findFirst())
              .map(TreeElement::name)
              .orElse("nothing");
      return none("cxml", "cXML", "It is cXML with %s, which is no order.".formatted(what));
    }
    Optional<Sender> sender =
        root.find("Header", "From", "Credential")
            .map(from -> new Sender("cxml", from.text("domain"), from.text("Identity")));
    boolean test = request.map(one -> one.text("deploymentMode")).orElse("").equals("test");
    String number = order.get().text("orderID");
    phones(root);
    return one("cxml", "a cXML OrderRequest", "OrderRequest", number, root, sender, test);
  }

  /** {@code +49 761 1234567}: its parts come in another order than they are dialled in. */
  private static void phones(TreeElement element) {
    element.children().forEach(XmlOrders::phones);
    if (element.name().equals("TelephoneNumber")) {
      String code = valueOf(element, "CountryCode");
      String number =
          Stream.of(
                  code.isEmpty() || code.startsWith("+") ? code : "+" + code,
                  valueOf(element, "AreaOrCityCode"),
                  valueOf(element, "Number"),
                  valueOf(element, "Extension"))
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(" "));
      element.set("whole-number", number, element.place(AttributeName.of("Number")));
    }
  }

  /** IDocs in XML, or flat ones read as such. */
  static Found idoc(TreeElement root) {
    List<FoundOrder> orders =
        root.children("IDOC").stream()
            .filter(
                idoc ->
                    idoc.child("EDI_DC40").map(c -> c.text("MESTYP")).orElse("").equals("ORDERS"))
            .map(
                idoc ->
                    new FoundOrder(
                        "ORDERS",
                        idoc.children("E1EDK02").stream()
                            .filter(reference -> reference.text("QUALF").equals("001"))
                            .map(reference -> reference.text("BELNR"))
                            .findFirst()
                            .or(() -> idoc.child("E1EDK01").map(head -> head.text("BELNR")))
                            .orElse(""),
                        "idoc/ORDERS05-to-order.xml",
                        idoc.as("idoc-ORDERS05"),
                        null,
                        idoc.child("EDI_DC40").map(c -> c.text("TEST")).orElse("").equals("X")))
            .toList();
    Optional<Sender> sender =
        root.find("IDOC", "EDI_DC40")
            .map(control -> new Sender("idoc", "", control.text("SNDPRN")));
    return new Found(
        "idoc",
        "an SAP IDoc",
        orders,
        sender,
        orders.isEmpty() ? "It is an IDoc of another message type than ORDERS." : "");
  }

  private static Found oagis(TreeElement root) {
    String number =
        root.find("DataArea", "PurchaseOrder", "PurchaseOrderHeader", "DocumentID")
            .map(id -> valueOf(id, "ID"))
            .orElse("");
    Optional<Sender> sender =
        root.find("ApplicationArea", "Sender")
            .map(one -> new Sender("oagis", "", one.text("LogicalID")));
    boolean test = root.text("systemEnvironmentCode").equals("Test");
    return one(
        "oagis", "an OAGIS purchase order", "ProcessPurchaseOrder", number, root, sender, test);
  }

  /** One ORDER, or several in a list. */
  private static List<TreeElement> openTransOrders(TreeElement root) {
    List<TreeElement> orders = root.name().equals("ORDER") ? List.of(root) : root.children("ORDER");
    return orders.stream().filter(order -> order.child("ORDER_HEADER").isPresent()).toList();
  }

  private static Found openTrans(List<TreeElement> orders) {
    orders.forEach(OpenTrans::renew);
    List<FoundOrder> found =
        orders.stream()
            .map(
                order ->
                    new FoundOrder(
                        "ORDER",
                        order
                            .find("ORDER_HEADER", "ORDER_INFO")
                            .map(info -> info.text("ORDER_ID"))
                            .orElse(""),
                        "opentrans/ORDER-to-order.xml",
                        order.as("opentrans-ORDER"),
                        null,
                        false))
            .toList();
    return new Found("opentrans", "an openTRANS order", found, openTransBuyer(orders.get(0)), "");
  }

  private static Optional<Sender> openTransBuyer(TreeElement root) {
    return root.find("ORDER_HEADER", "ORDER_INFO", "PARTIES").stream()
        .flatMap(parties -> parties.children("PARTY").stream())
        .filter(party -> valueOf(party, "PARTY_ROLE").equals("buyer"))
        .findFirst()
        .map(
            party ->
                party
                    .child("PARTY_ID")
                    .map(id -> new Sender("opentrans", id.text("type"), id.text("text")))
                    .orElseGet(() -> new Sender("opentrans", "", party.text("PARTY_ID"))));
  }

  /** A value that stands alone is an attribute, one with attributes an element. */
  static String valueOf(TreeElement element, String name) {
    return element.has(name)
        ? element.text(name)
        : element.child(name).map(child -> child.text("text")).orElse("");
  }

  static Found one(
      String format,
      String description,
      String type,
      String number,
      TreeElement root,
      Optional<Sender> sender,
      boolean test) {
    FoundOrder order =
        new FoundOrder(
            type,
            number,
            format + "/" + type + "-to-order.xml",
            root.as(format + "-" + type),
            null,
            test);
    return new Found(format, description, List.of(order), sender, "");
  }

  static Found none(String format, String description, String why) {
    return new Found(format, description, List.of(), Optional.empty(), why);
  }
}
