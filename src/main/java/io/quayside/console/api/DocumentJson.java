package io.quayside.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quayside.document.Documents.Document;
import java.time.Instant;
import java.util.List;

/** A document as the API gives it, with its three statuses. */
final class DocumentJson {

  private DocumentJson() {}

  /** Where it stands in an order or a list. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Brief(
      String id,
      String direction,
      String type,
      String partner,
      String reference,
      String controlNumber,
      boolean test,
      String validity,
      String delivery,
      String acknowledgment,
      Instant at) {}

  /** All of it but its bytes. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Whole(
      String id,
      String direction,
      String type,
      String format,
      String version,
      String partner,
      String channel,
      String receipt,
      String reference,
      String controlNumber,
      String groupControlNumber,
      String setControlNumber,
      String fileName,
      String sha256,
      boolean test,
      String validity,
      String delivery,
      String acknowledgment,
      @JsonRawValue String findings,
      String answers,
      int attempts,
      String lastError,
      Instant at,
      Instant deliveredAt,
      List<String> orders) {}

  static Brief brief(Document d) {
    return new Brief(
        d.id(),
        d.direction(),
        d.type(),
        d.partnerId(),
        d.reference(),
        d.controlNumber(),
        d.test(),
        d.validity(),
        d.delivery(),
        d.acknowledgment(),
        d.at());
  }

  static Whole whole(Document d) {
    return new Whole(
        d.id(),
        d.direction(),
        d.type(),
        d.format(),
        d.version(),
        d.partnerId(),
        d.channelId(),
        d.receiptId(),
        d.reference(),
        d.controlNumber(),
        d.groupControlNumber(),
        d.setControlNumber(),
        d.fileName(),
        d.sha256(),
        d.test(),
        d.validity(),
        d.delivery(),
        d.acknowledgment(),
        d.findings() == null || d.findings().isBlank() ? "[]" : d.findings(),
        d.answers(),
        d.attempts(),
        d.lastError(),
        d.at(),
        d.deliveredAt(),
        d.orderIds());
  }
}
