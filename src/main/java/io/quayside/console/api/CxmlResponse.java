package io.quayside.console.api;

import io.quayside.intake.webhook.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a call that brought cXML, as procurement networks expect it.
 *
 * <pre>{@code <Response><Status code="200" text="OK"/></Response>}</pre>
 */
final class CxmlResponse {

  private static final int LOOKED_AT = 1024;
  private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);

  private CxmlResponse() {}

  static boolean isWanted(byte[] body) {
    String head =
        new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    return head.contains("<cXML");
  }

  /** HTTP and cXML status say the same; a message that was taken is 200 in both. */
  static ResponseEntity<String> to(Webhooks.Answer answer, Instant now) {
    if (answer instanceof Webhooks.Taken taken) {
      return response(200, "OK", "Received as " + taken.receiptId(), taken.receiptId(), now);
    }
    if (answer instanceof Webhooks.OtherBody) {
      return response(409, "Conflict", "This id came with another body before", "conflict", now);
    }
    if (answer instanceof Webhooks.TooMany) {
      return response(429, "Too Many Requests", "Send it again in a moment", "wait", now);
    }
    return response(401, "Unauthorized", "The credentials are not as agreed", "refused", now);
  }

  private static ResponseEntity<String> response(
      int status, String text, String words, String id, Instant now) {
    String at = now.truncatedTo(ChronoUnit.SECONDS).toString();
    String body =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">
        <cXML payloadID="%s.%d@quayside" timestamp="%s"><Response><Status code="%d" text="%s">%s</Status></Response></cXML>
        """
            .formatted(id, now.toEpochMilli(), at, status, text, words);
    return ResponseEntity.status(status).contentType(XML).body(body);
  }
}
