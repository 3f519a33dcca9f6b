package io.quayside.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is the same for every format once a mapping has filled its fields: the views of the parties,
 * line numbers, article numbers, units of prices, and the sender's totals. One for each order.
 */
final class CanonicalOrder {
  private static final Map<String, List<String>> VIEWS = new LinkedHashMap<>();

  static {
    VIEWS.put("buyer", List.of("buyer"));
    VIEWS.put("seller", List.of("seller", "vendor", "supplier"));
    VIEWS.put("shipTo", List.of("ship-to", "bill-and-ship-to"));
    VIEWS.put("billTo", List.of("bill-to", "bill-and-ship-to"));
  }

  private static final String LINES = "lines";

  private final Shape shape;
  private final Reading reading;
  private final ContentTree content;
  private final OrderTotals totals;
  private int lines;

  CanonicalOrder(Shape shape, Reading reading) {
    this.shape = shape;
    this.reading = reading;
    this.content = new ContentTree(reading.isTracing());
    this.totals = new OrderTotals(reading);
  }

  /** An order with all its lines. */
  MappedOrder complete(Fields order) {
    Fields.Items done = new Fields.Items();
    order.items(LINES).forEach(each -> done.add(line(order, (Fields) each)));
    order.set(LINES, done);
    return finish(order);
  }

  /**
   * The next line as it will stand in the order.
   *
   * @param order as far as it is known
   */
  ObjectNode line(Fields order, Fields line) {
    complete(line, ++lines);
    ObjectNode tree = content.object(line, shape.inside(LINES), "/lines/" + (lines - 1));
    totals.add(tree, order.get("currency"));
    return tree;
  }

  /** The order after its last line; those that were taken before are not in it. */
  MappedOrder finish(Fields order) {
    contacts(order);
    VIEWS.forEach(
        (view, roles) -> view(order, "parties", roles).ifPresent(party -> order.set(view, party)));
    ObjectNode tree = content.object(order, shape, "");
    totals.compare(tree);
    return new MappedOrder(tree, reading.unused(), reading.findings(), content.evidence());
  }

  /** The order's own contacts belong to the party they speak for. */
  private void contacts(Fields order) {
    for (Object each : order.items("contacts")) {
      Fields contact = (Fields) each;
      String role = "supplier".equals(contact.get("role")) ? "seller" : "buyer";
      Fields party = view(order, "parties", VIEWS.get(role)).orElse(null);
      if (party == null) {
        party = new Fields();
        party.set("role", role);
        order.list("parties").add(party);
      }
      party.list("contacts").add(contact);
    }
    order.set("contacts", null);
  }

  private void complete(Fields line, int position) {
    Object sent = line.get("lineNumberSent");
    String number = sent == null ? String.valueOf(position) : (String) sent;
    line.set("lineNumber", number);
    price(line);
    ids(line, number);
    view(line, "parties", VIEWS.get("shipTo")).ifPresent(party -> line.set("shipTo", party));
    for (Object component : line.items("components")) {
      price((Fields) component);
      ids((Fields) component, number);
    }
    numberSchedules(line);
  }

  /** What has no quantity is no schedule, and is left out. */
  private static void numberSchedules(Fields line) {
    int number = 0;
    for (Object each : line.items("schedules")) {
      Fields schedule = (Fields) each;
      if (schedule.containsKey("quantity")) {
        schedule.set("id", String.valueOf(++number));
      }
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
  private void ids(Fields owner, String line) {
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
    for (String role : roles) {
      for (Object party : parties) {
        if (role.equals(((Fields) party).get("role"))) {
          return Optional.of((Fields) party);
        }
      }
    }
    return Optional.empty();
  }
}
