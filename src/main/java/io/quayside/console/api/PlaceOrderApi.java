package io.quayside.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.console.CanonicalOrders;
import io.quayside.mapping.OrderSchema;
import io.quayside.order.Orders;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.partner.Partners;
import io.quayside.partner.TradingPartner;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes in canonical orders, checked against the contract before anything is kept. */
@RestController
class PlaceOrderApi {

  private static final String CHANNEL = "api";

  private final Bodies bodies;
  private final OrderSchema schema;
  private final Idempotency idempotency;
  private final CanonicalOrders orders;
  private final Partners partners;

  PlaceOrderApi(
      Bodies bodies,
      OrderSchema schema,
      Idempotency idempotency,
      CanonicalOrders orders,
      Partners partners) {
    this.bodies = bodies;
    this.schema = schema;
    this.idempotency = idempotency;
    this.orders = orders;
    this.partners = partners;
  }

  /**
   * One canonical order. The partner is {@code ?partner=}, else the one that has one of the buyer's
   * ids, else {@code direct}: customers without a partner file.
   */
  @PostMapping("/api/orders")
  ResponseEntity<String> place(
      HttpServletRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) String key,
      Principal who) {
    byte[] bytes = bodies.jsonBytes(request);
    JsonNode tree = bodies.tree(bytes);
    List<String> violations = schema.check(tree);
    if (!violations.isEmpty()) {
      throw new ApiProblem(
          HttpStatus.BAD_REQUEST,
          "The order is not as the contract says; nothing was kept.",
          violations);
    }
    PurchaseOrder order = bodies.value(tree, PurchaseOrder.class).withViews();
    Optional<TradingPartner> partner = partner(request, order);
    Idempotency.Answer answer =
        idempotency.once(
            who.getName(),
            "/api/orders",
            key,
            bytes,
            () -> place(order, partner.orElse(null), bytes, who.getName()));
    return ResponseEntity.accepted()
        .location(URI.create(answer.location()))
        .contentType(MediaType.APPLICATION_JSON)
        .body(answer.body());
  }

  private Idempotency.Answer place(
      PurchaseOrder order, TradingPartner partner, byte[] bytes, String by) {
    CanonicalOrders.Taken taken = orders.place(order, partner, bytes, CHANNEL, by);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", taken.orderId());
    body.put("outcome", taken.outcome());
    body.put("documentId", taken.documentId());
    String location =
        taken.orderId() == null
            ? "/api/documents/" + taken.documentId()
            : "/api/orders/" + taken.orderId();
    return new Idempotency.Answer(location, idempotency.json(body));
  }

  private Optional<TradingPartner> partner(HttpServletRequest request, PurchaseOrder order) {
    String named = Bodies.query(request, "partner");
    if (named != null) {
      return Optional.of(
          partners
              .find(named)
              .orElseThrow(
                  () -> ApiProblem.badRequest("?partner: there is no partner “" + named + "”.")));
    }
    return Optional.ofNullable(order.buyer()).map(Party::ids).stream()
        .flatMap(List::stream)
        .filter(id -> id.value() != null)
        .map(
            id ->
                partners
                    .byAddress("x12", id.code(), id.value(), null)
                    .or(() -> partners.find(id.value())))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> partners.find(Orders.DIRECT));
  }
}
