package io.quayside.console.api;

import io.quayside.intake.webhook.Webhooks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where partners post their own JSON, XML or EDI. A well signed call is answered with 202 whatever
 * its content, for shops switch off an address that answers 4xx; trouble goes to the work list.
 */
@RestController
class WebhooksApi {

  private final Bodies bodies;
  private final Webhooks webhooks;
  private final Clock clock;

  WebhooksApi(Bodies bodies, Webhooks webhooks, Clock clock) {
    this.bodies = bodies;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /**
   * Answers when the bytes are safe; cXML is answered with a cXML Response. 401 says the same
   * whatever is wrong, so that nobody learns which partners there are.
   */
  @PostMapping("/webhooks/{partner}")
  ResponseEntity<?> receive(@PathVariable String partner, HttpServletRequest request) {
    Webhooks.Call call =
        new Webhooks.Call(request::getHeader, request.getRemoteAddr(), bodies.raw(request));
    Webhooks.Answer answer = take(partner, call);
    if (CxmlResponse.isWanted(call.body())) {
      return CxmlResponse.to(answer, clock.instant());
    }
    if (answer instanceof Webhooks.Taken taken) {
      return ResponseEntity.accepted().body(Map.of("receiptId", taken.receiptId()));
    }
    if (answer instanceof Webhooks.OtherBody) {
      throw ApiProblem.conflict(
          "This id came with another body before: give each message an id of its own.");
    }
    if (answer instanceof Webhooks.TooMany many) {
      return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
          .header(HttpHeaders.RETRY_AFTER, String.valueOf(many.retryAfterSeconds()))
          .build();
    }
    throw new ApiProblem(HttpStatus.UNAUTHORIZED, "The call is not signed as agreed.");
  }

  private Webhooks.Answer take(String partner, Webhooks.Call call) {
    try {
      return webhooks.take(partner, call);
    } catch (DataAccessException | TransactionException away) {
      throw new ApiProblem(
          HttpStatus.SERVICE_UNAVAILABLE, "Nothing can be stored right now: send it again.");
    }
  }
}
