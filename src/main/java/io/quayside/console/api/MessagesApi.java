package io.quayside.console.api;

import io.quayside.document.Receipts;
import io.quayside.partner.Partners;
import io.quayside.work.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes in any raw document, as if it had come by a channel. The bytes are never interpreted here.
 */
@RestController
class MessagesApi {

  private final Bodies bodies;
  private final Receipts receipts;
  private final Ids ids;
  private final Partners partners;

  MessagesApi(Bodies bodies, Receipts receipts, Ids ids, Partners partners) {
    this.bodies = bodies;
    this.receipts = receipts;
    this.ids = ids;
    this.partners = partners;
  }

  /**
   * Answers when the bytes are stored. The same Idempotency-Key with the same bytes gives the first
   * receipt again; with other bytes, 409. {@code ?partner=} says whose it is where it does not say
   * so itself, a table for example.
   */
  @PostMapping("/api/messages")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, String> receive(
      HttpServletRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) String key,
      Principal who) {
    byte[] bytes = bodies.bytes(request);
    if (key != null && (key.isBlank() || key.length() > 255)) {
      throw ApiProblem.badRequest("An Idempotency-Key has 1 to 255 characters.");
    }
    String partner = Bodies.query(request, "partner");
    if (partner != null && partners.find(partner).isEmpty()) {
      throw ApiProblem.badRequest("?partner: there is no partner “" + partner + "”.");
    }
    String transportKey = who.getName() + "|" + (key == null ? ids.next() : "key|" + key);
    Receipts.Received received =
        receipts.receive(
            new Receipts.Arrival("api", "api", partner, transportKey, "api message", bytes, false));
    if (received.repeated() && !received.receipt().sha256().equals(Idempotency.sha256(bytes))) {
      throw ApiProblem.conflict(
          "This Idempotency-Key came with other bytes before: take a new key for a new document.");
    }
    return Map.of("receiptId", received.receipt().id());
  }
}
