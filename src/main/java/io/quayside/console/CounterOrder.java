package io.quayside.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.fulfilment.Inventory.Item;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What was typed as a canonical order, and all that is missing or wrong in it. */
final class CounterOrder {

  private static final int CENTS = 2;

  /** A line beside its item; {@code item} null when it is none of ours, {@code amount} unknown. */
  record Priced(CounterForm.Line line, Item item, String amount) {}

  private final CounterForm form;
  private final List<Priced> lines;
  private final List<String> faults = new ArrayList<>();

  CounterOrder(CounterForm form, Function<String, Optional<Item>> items) {
    this.form = form;
    this.lines =
        form.lines().stream()
            .map(
                line ->
                    priced(line, line.sku() == null ? null : items.apply(line.sku()).orElse(null)))
            .toList();
  }

  List<Priced> lines() {
    return lines;
  }

  /** What all lines that have a price come to, in the currency of the first; null when none has. */
  String total() {
    return lines.stream()
        .map(Priced::amount)
        .filter(amount -> amount != null)
        .map(BigDecimal::new)
        .reduce(BigDecimal::add)
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }

  String currency() {
    return lines.stream()
        .filter(line -> line.item() != null && line.item().currency() != null)
        .map(line -> line.item().currency())
        .findFirst()
        .orElse(null);
  }

  /** What keeps it from being an order, a sentence each. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /**
   * The canonical order, as far as it can be said; {@link #faults} tells the rest.
   *
   * @param buyer the known customer, or null: as typed
   * @param place the known ship-to, or null: as typed
   */
  ObjectNode order(ObjectNode buyer, ObjectNode place) {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    order.put("poNumber", form.order());
    if (form.test()) {
      order.put("test", true);
    }
    if (currency() != null) {
      order.put("currency", currency());
    }
    if (form.customer() == null && form.name() == null) {
      faults.add("Say who orders: choose a customer, or type a name.");
    }
    if (form.customer() == null) {
      order.set("buyer", typedBuyer());
    } else if (buyer != null) {
      order.set("buyer", buyer);
    }
    order.set("shipTo", place == null ? typedPlace() : place);
    order
        .putObject("payment")
        .put("method", form.payment() == null ? "on-account" : form.payment());
    if (form.date() != null) {
      order.putObject("dates").put("requestedDelivery", form.date());
    }
    lines(order.putArray("lines"));
    return order;
  }

  private void lines(ArrayNode all) {
    for (Priced one : lines) {
      CounterForm.Line typed = one.line();
      if (typed.isBlank()) {
        continue;
      }
      int number = all.size() + 1;
      if (one.item() == null) {
        faults.add(
            "Line " + number + ": choose an item; “" + said(typed.sku()) + "” is none of ours.");
      }
      if (quantity(typed) == null) {
        faults.add(
            "Line "
                + number
                + ": “"
                + said(typed.quantity())
                + "” is no quantity. Give a number above 0, for example 12 or 2.5.");
      }
      ObjectNode line = all.addObject().put("lineNumber", String.valueOf(number));
      line.put("quantity", typed.quantity()).put("unit", unit(one));
      if (one.item() != null) {
        line.put("description", one.item().description());
        line.putArray("ids")
            .addObject()
            .put("scheme", "vendor")
            .put("code", "VN")
            .put("value", one.item().sku());
        if (one.amount() != null) {
          line.putObject("price")
              .put("amount", one.item().price())
              .put("per", one.item().pricePer() == null ? "1" : one.item().pricePer());
        }
      }
    }
    if (all.isEmpty()) {
      faults.add("Nothing is ordered: type an item and a quantity.");
    }
  }

  private ObjectNode typedBuyer() {
    ObjectNode buyer = JsonNodeFactory.instance.objectNode().put("role", "buyer");
    buyer.put("name", form.name());
    if (form.email() != null || form.phone() != null) {
      buyer
          .putArray("contacts")
          .addObject()
          .put("role", "buyer")
          .put("name", form.name())
          .put("phone", form.phone())
          .put("email", form.email());
    }
    return buyer;
  }

  private ObjectNode typedPlace() {
    if (form.street() == null || form.city() == null) {
      faults.add("Say where it goes: choose a place, or type street and city.");
    }
    ObjectNode place = JsonNodeFactory.instance.objectNode().put("role", "ship-to");
    place.put("name", form.shipName() == null ? form.name() : form.shipName());
    ObjectNode address = place.putObject("address");
    address.putArray("lines").add(form.street());
    address
        .put("city", form.city())
        .put("region", form.region())
        .put("postalCode", form.postalCode())
        .put("country", form.country());
    return place;
  }

  /** Priced from the list where it is ordered in the unit that the list is for. */
  private static Priced priced(CounterForm.Line line, Item item) {
    BigDecimal quantity = quantity(line);
    if (item == null
        || item.price() == null
        || quantity == null
        || line.unit() != null && !line.unit().equals(item.unit())) {
      return new Priced(line, item, null);
    }
    BigDecimal per = item.pricePer() == null ? BigDecimal.ONE : new BigDecimal(item.pricePer());
    BigDecimal amount =
        quantity.multiply(new BigDecimal(item.price())).divide(per, CENTS, RoundingMode.HALF_UP);
    return new Priced(line, item, amount.toPlainString());
  }

  private static BigDecimal quantity(CounterForm.Line line) {
    return line.quantity() != null && line.quantity().matches("\\d{1,9}(\\.\\d{1,6})?")
        ? Optional.of(new BigDecimal(line.quantity())).filter(q -> q.signum() > 0).orElse(null)
        : null;
  }

  private static String unit(Priced one) {
    return one.line().unit() == null && one.item() != null ? one.item().unit() : one.line().unit();
  }

  private static String said(String text) {
    return text == null ? "" : text;
  }
}
