package io.quayside.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.order.Customers.Customer;
import io.quayside.order.OrderViews;
import io.quayside.order.OrderViews.OrderView;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.PartyId;
import io.quayside.partner.Location;
import io.quayside.partner.Partners;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where a customer's goods went before, and what its partner file names: places to choose from. */
@Component
class KnownPlaces {

  private static final int LATEST = 10;

  /** A place by a key that stays the same; {@code party} is canonical, its role ship-to. */
  record Place(String key, String words, ObjectNode party) {}

  private final OrderViews orders;
  private final Partners partners;
  private final ObjectMapper json;

  KnownPlaces(OrderViews orders, Partners partners, ObjectMapper json) {
    this.orders = orders;
    this.partners = partners;
    this.json = json;
  }

  /** The latest first, each once. */
  List<Place> of(Customer customer) {
    Map<String, Place> places = new LinkedHashMap<>();
    Stream.of(latest(customer), details(customer), locations(customer))
        .flatMap(stream -> stream)
        .filter(party -> party.path("address").isObject())
        .map(KnownPlaces::place)
        .forEach(place -> places.putIfAbsent(place.words(), place));
    return List.copyOf(places.values());
  }

  /** The customer as the buyer of an order; empty when nothing is known but its partner. */
  Optional<ObjectNode> buyer(Customer customer) {
    return party(read(customer).path("buyer"), "buyer");
  }

  private Stream<ObjectNode> latest(Customer customer) {
    return orders
        .search(new OrderViews.Query(null, null, null, null, customer.id(), null, 0, LATEST))
        .items()
        .stream()
        .map(row -> orders.find(row.id()).map(OrderView::order).orElse(null))
        .filter(Objects::nonNull)
        .map(order -> json.<JsonNode>valueToTree(order.shipTo()))
        .flatMap(party -> party(party, "ship-to").stream());
  }

  private Stream<ObjectNode> details(Customer customer) {
    JsonNode details = read(customer);
    return Stream.of("shipTo", "buyer", "billTo")
        .flatMap(view -> party(details.path(view), "ship-to").stream());
  }

  private Stream<ObjectNode> locations(Customer customer) {
    return partners.find(customer.partnerId()).stream()
        .flatMap(partner -> partner.locations().entrySet().stream())
        .map(location -> party(location.getKey(), location.getValue()));
  }

  private ObjectNode party(String code, Location location) {
    Party party =
        new Party(
            "ship-to",
            null,
            location.name(),
            null,
            List.of(new PartyId("buyer-assigned", "92", code)),
            null,
            null,
            null,
            null);
    ObjectNode node = json.valueToTree(party);
    node.set("address", json.valueToTree(location.address()));
    return node;
  }

  private static Optional<ObjectNode> party(JsonNode stored, String role) {
    return stored instanceof ObjectNode party
        ? Optional.of(party.deepCopy().put("role", role))
        : Optional.empty();
  }

  private static Place place(ObjectNode party) {
    JsonNode address = party.path("address");
    String words =
        Stream.concat(
                Stream.of(party.path("name").asText("")),
                Stream.concat(
                    Stream.of(address.path("lines").path(0).asText("")),
                    Stream.of("postalCode", "city", "region", "country")
                        .map(part -> address.path(part).asText(""))))
            .filter(part -> !part.isBlank() && !part.equals("null"))
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    return new Place(Integer.toHexString(words.hashCode()), words, party);
  }

  private JsonNode read(Customer customer) {
    try {
      return json.readTree(customer.details() == null ? "{}" : customer.details());
    } catch (IOException stored) {
      throw new UncheckedIOException("Details of customer " + customer.id(), stored);
    }
  }
}
