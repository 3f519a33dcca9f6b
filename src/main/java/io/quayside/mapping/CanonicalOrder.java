package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is the same for every format once a mapping has filled its fields: the views of the parties,
 * line numbers, article numbers, units of prices, and the sender's totals.
 */
final class CanonicalOrder {
  private static final Map<String, List<String>> VIEWS = new LinkedHashMap<>();

  static {
    VIEWS.put("buyer", List.of("buyer"));
    VIEWS.put("seller", List.of("seller", "vendor", "supplier"));
    VIEWS.put("shipTo", List.of("ship-to", "bill-and-ship-to"));
    VIEWS.put("billTo", List.of("bill-to", "bill-and-ship-to"));
  }

  /** A list item without any of these says nothing. */
  private static final Map<String, String> ESSENTIAL = Map.of("notes", "text", "ids", "value");

  private final OrderSchema schema;

  CanonicalOrder(OrderSchema schema) {
    this.schema = schema;
  }

  MappedOrder complete(Fields order, Reading reading) {
    contacts(order);
    int position = 0;
    for (Object each : order.items("lines")) {
      line((Fields) each, ++position, reading);
    }
    VIEWS.forEach(
        (view, roles) -> view(order, "parties", roles).ifPresent(party -> order.set(view, party)));
    ObjectNode tree = schema.sorted(tree(order));
    OrderTotals.check(tree, reading);
    return new MappedOrder(tree, reading.unused(), reading.findings());
  }

  /** The order's own contacts belong to the party they speak for. */
  private static void contacts(Fields order) {
    for (Object each : order.items("contacts")) {
      Fields contact = (Fields) each;
      String role = "supplier".equals(contact.get("role")) ? "seller" : "buyer";
      Fields party = view(order, "parties", VIEWS.get(role)).orElse(null);
      if (party == null) {
        party = new Fields();
        party.set("role", role);
        order.put("parties[]", party);
      }
      party.put("contacts[]", contact);
    }
    order.set("contacts", null);
  }

  private void line(Fields line, int position, Reading reading) {
    Object sent = line.get("lineNumberSent");
    line.set("lineNumber", sent == null ? String.valueOf(position) : sent);
    price(line);
    ids(line, String.valueOf(line.get("lineNumber")), reading);
    view(line, "parties", VIEWS.get("shipTo")).ifPresent(party -> line.set("shipTo", party));
    for (Object component : line.items("components")) {
      price((Fields) component);
      ids((Fields) component, String.valueOf(line.get("lineNumber")), reading);
    }
    int number = 0;
    List<Object> schedules = line.items("schedules");
    for (Object schedule : schedules) {
      ((Fields) schedule).set("id", String.valueOf(++number));
    }
    if (!schedules.isEmpty()) {
      Fields.Items numbered = new Fields.Items();
      numbered.addAll(schedules);
      line.set("schedules", numbered);
    }
  }

  /** A price is for one of the ordered unit unless the sender said otherwise. */
  private static void price(Fields item) {
    if (item.get("price") instanceof Fields price && price.containsKey("amount")) {
      price.putIfAbsent("per", "1");
      if (item.containsKey("unit")) {
        price.putIfAbsent("unit", item.get("unit"));
      }
    }
  }

  /**
   * A number without a qualifier is some other number; an article number of GS1 gets its 14 digits.
   */
  private static void ids(Fields owner, String line, Reading reading) {
    for (Object each : owner.items("ids")) {
      Fields id = (Fields) each;
      if (!(id.get("value") instanceof String value)) {
        continue;
      }
      id.putIfAbsent("scheme", "other");
      if (id.get("scheme").equals("gtin")) {
        Optional<String> gtin = Gtin.normalised(value, (String) id.get("code"));
        if (gtin.isEmpty()) {
          reading.disagreement(
              "line " + line + ", article number " + id.get("code"),
              value,
              "no GTIN: its length or check digit is wrong, so it is kept as it was sent",
              "Compare it with the sender's catalogue");
        } else if (!gtin.get().equals(value)) {
          id.set("value", gtin.get());
          id.set("sent", value);
        }
      }
    }
  }

  /** The first party with the first of these roles that anybody has. */
  private static Optional<Fields> view(Fields owner, String list, List<String> roles) {
    List<Object> parties = owner.items(list);
    return roles.stream()
        .flatMap(
            role -> parties.stream().filter(party -> role.equals(((Fields) party).get("role"))))
        .map(Fields.class::cast)
        .findFirst();
  }

  /** Empty objects, empty lists and items that say nothing are left out. */
  private static ObjectNode tree(Fields fields) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    fields.forEach(
        (name, value) -> {
          if (value instanceof Fields inner) {
            ObjectNode node = tree(inner);
            if (!node.isEmpty()) {
              object.set(name, node);
            }
          } else if (value instanceof Fields.Items) {
            ArrayNode items = list(name, fields.items(name));
            if (!items.isEmpty()) {
              object.set(name, items);
            }
          } else {
            object.set(name, scalar(value));
          }
        });
    return object;
  }

  private static ArrayNode list(String name, List<Object> values) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    for (Object value : new ArrayList<>(values)) {
      if (value instanceof Fields inner) {
        ObjectNode node = tree(inner);
        String essential = ESSENTIAL.get(name);
        if (!node.isEmpty() && (essential == null || node.has(essential))) {
          items.add(node);
        }
      } else {
        items.add(scalar(value));
      }
    }
    return items;
  }

  private static JsonNode scalar(Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value instanceof Boolean flag) {
      return nodes.booleanNode(flag);
    }
    return value instanceof Integer number
        ? nodes.numberNode(number)
        : nodes.textNode(value.toString());
  }
}
