package io.quayside.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.document.Documents;
import io.quayside.document.Documents.NewDocument;
import io.quayside.mapping.OrderSchema;
import io.quayside.ops.Audit;
import io.quayside.order.Orders;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.partner.Partners;
import io.quayside.partner.TradingPartner;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Takes in canonical orders, checked against the contract before anything is kept. */
@RestController
class PlaceOrderApi {

  private static final String CHANNEL = "api";

  private final Bodies bodies;
  private final OrderSchema schema;
  private final Idempotency idempotency;
  private final Documents documents;
  private static final String DIRECT = "direct";

  private final Orders orders;
  private final Partners partners;
  private final Audit audit;
  private final Clock clock;

  PlaceOrderApi(
      Bodies bodies,
      OrderSchema schema,
      Idempotency idempotency,
      Documents documents,
      Orders orders,
      Partners partners,
      Audit audit,
      Clock clock) {
    this.bodies = bodies;
    this.schema = schema;
    this.idempotency = idempotency;
    this.documents = documents;
    this.orders = orders;
    this.partners = partners;
    this.audit = audit;
    this.clock = clock;
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
    byte[] bytes = bodies.bytes(request);
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
    boolean test =
        Boolean.TRUE.equals(order.test())
            || partner != null && partner.mode() == TradingPartner.Mode.TEST;
    String partnerId = partner == null ? null : partner.id();
    String document = documents.add(document(order, partnerId, test, bytes)).orElseThrow();
    Orders.Placed placed =
        orders.place(
            new Orders.NewOrder(order, partnerId, document, CHANNEL, test, clock.instant()));
    if (placed.orderId() != null) {
      documents.link(document, placed.orderId());
    }
    String outcome = placed.outcome().name().toLowerCase(Locale.ROOT);
    String subject =
        placed.orderId() == null ? "document/" + document : "order/" + placed.orderId();
    audit.record(by, "order-sent", subject, outcome);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", placed.orderId());
    body.put("outcome", outcome);
    body.put("documentId", document);
    String location =
        placed.orderId() == null ? "/api/documents/" + document : "/api/orders/" + placed.orderId();
    return new Idempotency.Answer(location, idempotency.json(body));
  }

  private static NewDocument document(
      PurchaseOrder order, String partnerId, boolean test, byte[] bytes) {
    return new NewDocument(
        "in",
        "order",
        "json",
        partnerId,
        CHANNEL,
        null,
        null,
        order.poNumber(),
        null,
        null,
        null,
        null,
        null,
        0,
        bytes.length,
        bytes,
        null,
        test,
        "accepted",
        "received",
        "none",
        null,
        null,
        null);
  }

  private Optional<TradingPartner> partner(HttpServletRequest request, PurchaseOrder order) {
    String named =
        UriComponentsBuilder.fromPath("/")
            .query(request.getQueryString())
            .build()
            .getQueryParams()
            .getFirst("partner");
    if (named != null && !named.isBlank()) {
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
        .or(() -> partners.find(DIRECT));
  }
}
