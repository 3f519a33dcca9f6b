package io.quayside.ops;

import io.quayside.document.Documents.Document;
import io.quayside.work.Outbox;

/**
 * The document that replaces or cancels one that was sent, in the standard's own words: BAK01,
 * BCA01, BSN01 and BGM 1225, 05 (5) or 01 (1). It says what holds now.
 *
 * <pre>BAK*05*AC*4500000042*20261120</pre>
 */
final class Correction {

  private static final String CONFIRM = "order.confirm";
  private static final String ANNOUNCE = "shipment.announce";

  private Correction() {}

  /**
   * The command that has it written. {@link DocumentRefusal} says what else to do where there is no
   * such document.
   */
  static Outbox.Message of(Document sent, boolean cancel) {
    if (!"out".equals(sent.direction())) {
      throw new DocumentRefusal("This document came in: its sender corrects it.");
    }
    String purpose = cancel ? "cancel" : "replace";
    switch (sent.type()) {
      case "855", "ORDRSP" -> {
        String body = "{\"orderId\":\"%s\",\"purpose\":\"%s\"}".formatted(order(sent), purpose);
        return Outbox.Message.command(CONFIRM, order(sent), body);
      }
      case "865" -> {
        String body =
            "{\"orderId\":\"%s\",\"purpose\":\"%s\",\"change\":\"%s\"}"
                .formatted(order(sent), purpose, sent.businessKey().split("/")[1]);
        return Outbox.Message.command(CONFIRM, order(sent), body);
      }
      case "856", "DESADV" -> {
        String body =
            "{\"shipmentId\":\"%s\",\"orderId\":\"%s\",\"purpose\":\"%s\"}"
                .formatted(sent.businessKey().split("/")[1], order(sent), purpose);
        return Outbox.Message.command(ANNOUNCE, order(sent), body);
      }
      case "810", "INVOIC" ->
          throw new DocumentRefusal(
              "An invoice is never replaced: have accounting post a credit (accounting.posted, kind credit), which leaves as a document of its own, then the new invoice.");
      default ->
          throw new DocumentRefusal(
              "A document of type "
                  + sent.type()
                  + " cannot be replaced or cancelled: send the same bytes again, or reprocess what it answers.");
    }
  }

  private static String order(Document sent) {
    if (sent.orderIds().isEmpty()) {
      throw new DocumentRefusal("This document belongs to no order: nothing says what holds now.");
    }
    return sent.orderIds().get(0);
  }
}
