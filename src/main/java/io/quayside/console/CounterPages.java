package io.quayside.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.fulfilment.Inventory;
import io.quayside.mapping.OrderSchema;
import io.quayside.order.Customers;
import io.quayside.order.Customers.Customer;
import io.quayside.order.Orders;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.partner.Partners;
import io.quayside.work.Ids;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Orders by phone and at the counter: the form, its look-ups, and what becomes of it. */
@Controller
class CounterPages {

  private static final int FOUND = 8;

  private final Customers customers;
  private final KnownPlaces places;
  private final Inventory inventory;
  private final Partners partners;
  private final OrderSchema schema;
  private final CanonicalOrders orders;
  private final Ids ids;
  private final ObjectMapper json;

  CounterPages(
      Customers customers,
      KnownPlaces places,
      Inventory inventory,
      Partners partners,
      OrderSchema schema,
      CanonicalOrders orders,
      Ids ids,
      ObjectMapper json) {
    this.customers = customers;
    this.places = places;
    this.inventory = inventory;
    this.partners = partners;
    this.schema = schema;
    this.orders = orders;
    this.ids = ids;
    this.json = json;
  }

  @GetMapping("/orders/new")
  String blank(@RequestParam MultiValueMap<String, String> typed, Model model) {
    return form(typed, List.of(), model);
  }

  /** The form again with what was typed: a customer was chosen, a line added, a price looked up. */
  @PostMapping("/orders/new")
  String again(@RequestParam MultiValueMap<String, String> typed, Model model) {
    return form(typed, List.of(), model);
  }

  @GetMapping("/orders/new/customers")
  String customers(@RequestParam(defaultValue = "") String find, Model model) {
    model.addAttribute(
        "found", find.isBlank() ? List.of() : customers.list(find.strip(), 0, FOUND));
    model.addAttribute("find", find);
    return "counter :: customers";
  }

  @GetMapping("/orders/new/items")
  String items(@RequestParam(defaultValue = "") String sku, Model model) {
    model.addAttribute(
        "items",
        sku.isBlank() ? List.of() : inventory.search(sku.strip(), false, 0, FOUND).items());
    return "counter :: items";
  }

  @PostMapping("/orders")
  String place(@RequestParam MultiValueMap<String, String> typed, Principal who, Model model) {
    CounterForm form = CounterForm.of(typed, number());
    Optional<Customer> customer = customer(form);
    CounterOrder counter = counter(form);
    ObjectNode order =
        counter.order(
            customer.flatMap(places::buyer).orElse(null),
            customer.flatMap(known -> place(known, form)).orElse(null));
    List<String> faults = new ArrayList<>(counter.faults());
    if (faults.isEmpty()) {
      faults.addAll(schema.check(order));
    }
    if (!faults.isEmpty()) {
      return form(typed, faults, model);
    }
    CanonicalOrders.Taken taken =
        orders.place(
            read(order),
            partners.find(customer.map(Customer::partnerId).orElse(Orders.DIRECT)).orElse(null),
            order.toString().getBytes(StandardCharsets.UTF_8),
            "form",
            who.getName());
    return taken.orderId() == null
        ? "redirect:/documents/" + taken.documentId()
        : "redirect:/orders/" + taken.orderId() + "/confirmation";
  }

  private String form(MultiValueMap<String, String> typed, List<String> faults, Model model) {
    CounterForm form = CounterForm.of(typed, number());
    CounterOrder counter = counter(form);
    Optional<Customer> customer = customer(form);
    model.addAttribute("form", form);
    model.addAttribute("customer", customer.orElse(null));
    model.addAttribute("places", customer.map(places::of).orElse(List.of()));
    model.addAttribute("lines", counter.lines());
    model.addAttribute("total", counter.total());
    model.addAttribute("currency", counter.currency());
    model.addAttribute("told", told(counter.lines().size()));
    model.addAttribute("faults", faults);
    return "counter";
  }

  /** The parts of the page that a look-up renews; nothing that somebody types in. */
  private static String told(int lines) {
    return IntStream.range(0, lines)
        .mapToObj(i -> "#said" + i + ",#unit" + i + ",#price" + i + ",#amount" + i + ",")
        .collect(Collectors.joining("", "", "#total"));
  }

  private CounterOrder counter(CounterForm form) {
    return new CounterOrder(form, sku -> inventory.item(sku, form.test()));
  }

  private Optional<Customer> customer(CounterForm form) {
    return form.customer() == null ? Optional.empty() : customers.find(form.customer());
  }

  private Optional<ObjectNode> place(Customer customer, CounterForm form) {
    return places.of(customer).stream()
        .filter(place -> place.key().equals(form.shipTo()))
        .findFirst()
        .map(KnownPlaces.Place::party);
  }

  private String number() {
    String id = ids.next();
    return "F-" + id.substring(Math.max(0, id.length() - 10));
  }

  private PurchaseOrder read(ObjectNode order) {
    try {
      return json.treeToValue(order, PurchaseOrder.class).withViews();
    } catch (JsonProcessingException checked) {
      throw new IllegalStateException("What the schema accepts can be read", checked);
    }
  }
}
