package io.quayside.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.document.Documents;
import io.quayside.fulfilment.ShippingDesk;
import io.quayside.ops.Audit;
import io.quayside.order.OrderViews;
import io.quayside.order.OrderViews.OrderView;
import io.quayside.order.Orders;
import io.quayside.order.message.GoodsShipped;
import io.quayside.work.Database;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders: find them, and decide about them. */
@RestController
@RequestMapping("/api/orders")
class OrdersApi {

  private static final int ALL = 200;

  /** Why an order is cancelled. */
  record Cancellation(String reason) {}

  /** Decisions by line and schedule. */
  record Decisions(List<Orders.Decision> decisions) {}

  private final OrderViews views;
  private final Orders orders;
  private final Documents documents;
  private final ShippingDesk desk;
  private final Database database;
  private final Audit audit;
  private final Bodies bodies;
  private final OrderResource json;

  OrdersApi(
      OrderViews views,
      Orders orders,
      Documents documents,
      ShippingDesk desk,
      Database database,
      Audit audit,
      Bodies bodies,
      OrderResource json) {
    this.views = views;
    this.orders = orders;
    this.documents = documents;
    this.desk = desk;
    this.database = database;
    this.audit = audit;
    this.bodies = bodies;
    this.json = json;
  }

  @GetMapping
  PageOf<Object> list(
      @RequestParam(required = false) String po,
      @RequestParam(required = false) String partner,
      @RequestParam(required = false) String status,
      @RequestParam(required = false) String q,
      @RequestParam(required = false) String customer,
      @RequestParam(required = false) Boolean test,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    PageOf.check(page, size);
    OrderViews.Page found =
        views.search(new OrderViews.Query(po, partner, status, q, customer, test, page, size));
    return new PageOf<>(found.items().stream().map(json::row).toList(), page, size, found.total());
  }

  @GetMapping("/{id}")
  Object one(@PathVariable String id) {
    OrderView order = find(id);
    return json.order(
        order,
        documents
            .list(
                new Documents.Query(
                    null, null, null, id, null, null, null, null, null, order.test(), 0, ALL))
            .items());
  }

  @PostMapping("/{id}/release")
  Object release(@PathVariable String id, Principal who) {
    find(id);
    audit.during(
        who.getName(),
        "order-released",
        "order/" + id,
        null,
        () -> orders.release(id, who.getName()));
    return one(id);
  }

  @PostMapping("/{id}/cancel")
  Object cancel(@PathVariable String id, HttpServletRequest request, Principal who) {
    find(id);
    String reason = bodies.value(request, Cancellation.class).reason();
    if (reason == null || reason.isBlank()) {
      throw ApiProblem.badRequest("/reason: is missing. Say why the order is cancelled.");
    }
    audit.during(
        who.getName(),
        "order-cancelled",
        "order/" + id,
        reason,
        () -> orders.cancel(id, reason, who.getName()));
    return one(id);
  }

  /** One decision, several {@code […]}, or {@code {"decisions":[…]}}. */
  @PostMapping("/{id}/decisions")
  Object decide(@PathVariable String id, HttpServletRequest request, Principal who) {
    find(id);
    List<Orders.Decision> decisions = decisions(bodies.json(bodies.jsonBytes(request)));
    if (decisions == null || decisions.isEmpty() || decisions.stream().anyMatch(Objects::isNull)) {
      throw ApiProblem.badRequest("/decisions: is empty. Name at least one line.");
    }
    audit.during(
        who.getName(),
        "order-overruled",
        "order/" + id,
        String.join(", ", decisions.stream().map(d -> "line " + d.line()).toList()),
        () -> orders.decide(id, decisions, who.getName()));
    return one(id);
  }

  private List<Orders.Decision> decisions(JsonNode body) {
    if (body.isArray()) {
      return Arrays.asList(bodies.value(body, Orders.Decision[].class));
    }
    return body.has("decisions")
        ? bodies.value(body, Decisions.class).decisions()
        : Collections.singletonList(bodies.value(body, Orders.Decision.class));
  }

  /** What was packed, as on the queue {@code inventory.shipped}. */
  @PostMapping("/{id}/shipments")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, String> ship(@PathVariable String id, HttpServletRequest request, Principal who) {
    OrderView order = find(id);
    GoodsShipped packed = bodies.value(request, GoodsShipped.class);
    if (packed.orderId() != null && !packed.orderId().equals(id)) {
      throw ApiProblem.badRequest(
          "/orderId `" + packed.orderId() + "`: is another order than the address. Leave it out.");
    }
    String shipment =
        database.inTransaction(
            () -> {
              String made = desk.report(of(id, packed), order.test(), who.getName());
              audit.record(who.getName(), "shipment-reported", "order/" + id, made);
              return made;
            });
    return Map.of("shipmentId", shipment, "orderId", id);
  }

  private static GoodsShipped of(String orderId, GoodsShipped p) {
    return new GoodsShipped(
        p.shipmentId(),
        p.requestId(),
        orderId,
        p.location(),
        p.shippedAt(),
        p.confirmedBy(),
        p.scac(),
        p.tracking(),
        p.billOfLading(),
        p.lines(),
        p.packages());
  }

  private OrderView find(String id) {
    return views.find(id).orElseThrow(() -> ApiProblem.notFound("order", id));
  }
}
