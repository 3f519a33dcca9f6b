package io.quayside.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.ops.Audit;
import io.quayside.order.Customers;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customer records. */
@RestController
@RequestMapping("/api/customers")
class CustomersApi {

  /** A customer; {@code details} is an object: names, addresses, contacts, terms, tax, credit. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Shown(
      String id,
      String partner,
      String code,
      String name,
      @JsonRawValue String details,
      Instant since) {}

  private final Customers customers;
  private final Audit audit;
  private final Bodies bodies;

  CustomersApi(Customers customers, Audit audit, Bodies bodies) {
    this.customers = customers;
    this.audit = audit;
    this.bodies = bodies;
  }

  @GetMapping
  List<Shown> list(
      @RequestParam(required = false) String q,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    PageOf.check(page, size);
    return customers.list(q, page, size).stream().map(CustomersApi::shown).toList();
  }

  @GetMapping("/{id}")
  Shown one(@PathVariable String id) {
    return customers
        .find(id)
        .map(CustomersApi::shown)
        .orElseThrow(() -> ApiProblem.notFound("customer", id));
  }

  /** Replaces the details: the object itself, or the whole customer as GET gave it. */
  @PutMapping("/{id}")
  Shown put(@PathVariable String id, HttpServletRequest request, Principal who) {
    one(id);
    JsonNode body = bodies.tree(bodies.jsonBytes(request));
    JsonNode details = body.path("details").isObject() ? body.get("details") : body;
    audit.during(
        who.getName(),
        "customer-changed",
        "customer/" + id,
        null,
        () -> customers.update(id, details.toString(), who.getName()));
    return one(id);
  }

  private static Shown shown(Customers.Customer c) {
    return new Shown(
        c.id(),
        c.partnerId(),
        c.code(),
        c.name(),
        c.details() == null ? "{}" : c.details(),
        c.since());
  }
}
