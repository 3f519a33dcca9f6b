package io.quayside.outbound;

import io.quayside.order.Answers.Head;
import io.quayside.partner.TradingPartner;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The standard that an order is answered in: the one that it came in, and JSON where that one knows
 * no answers of its own (shops, tables, our own orders).
 */
enum AnswerFormat {
  X12("x12", "855", "856", "810"),
  EDIFACT("edifact", "ORDRSP", "DESADV", "INVOIC"),
  CXML("cxml", "ConfirmationRequest", "ShipNoticeRequest", "InvoiceDetailRequest"),
  UBL("ubl", "OrderResponse", "DespatchAdvice", "Invoice"),
  CSV("csv", "order-confirmed-csv", "order-shipped-csv", "order-invoiced-csv"),
  JSON("json", "order-confirmed", "order-shipped", "order-invoiced");

  /** The {@code order-confirmed} of an order that nothing was accepted of. */
  static final String REJECTED = "order-rejected";

  /** X12's own document for the answer to a change; the others have none. */
  static final String CHANGE = "865";

  /** UBL's own document for the {@code Invoice} that is a credit. */
  static final String CREDIT_NOTE = "CreditNote";

  private static final Set<String> MAILS =
      Set.of(
          MailAnswers.CONFIRMATION,
          MailAnswers.SHIPMENT,
          MailAnswers.INVOICE,
          MailAnswers.QUESTION);

  private final String word;
  private final String confirmation;
  private final String shipment;
  private final String invoice;

  AnswerFormat(String word, String confirmation, String shipment, String invoice) {
    this.word = word;
    this.confirmation = confirmation;
    this.shipment = shipment;
    this.invoice = invoice;
  }

  /** EDI in EDI; the others in the first kind that the partner takes: their own, tables, JSON. */
  static AnswerFormat of(Head head, TradingPartner partner) {
    Optional<AnswerFormat> own = own(head);
    if (own.filter(AnswerFormat::edi).isPresent()) {
      return own.get();
    }
    return Stream.concat(own.stream(), Stream.of(CSV, JSON))
        .filter(one -> one.agreed(partner))
        .findFirst()
        .or(() -> own)
        .orElse(JSON);
  }

  /** Did the order come with interchanges? */
  static boolean edi(Head head) {
    return own(head).filter(AnswerFormat::edi).isPresent();
  }

  private static Optional<AnswerFormat> own(Head head) {
    String came = head.order().source() == null ? null : head.order().source().format();
    return Stream.of(X12, EDIFACT, CXML, UBL).filter(one -> one.word.equals(came)).findFirst();
  }

  private boolean agreed(TradingPartner partner) {
    return partner.replies().stream().anyMatch(this::has);
  }

  /** The word of the record of documents for a type: EDIFACT's messages have six letters. */
  static String word(String type) {
    if (type.equals(ExportOrder.TYPE)) {
      return ExportOrder.TYPE;
    }
    if (MAILS.contains(type)) {
      return "email";
    }
    return Stream.of(CXML, UBL, CSV, JSON)
        .filter(one -> one.has(type))
        .map(one -> one.word)
        .findFirst()
        .orElse(type.matches("[A-Z]{6}") ? EDIFACT.word : X12.word);
  }

  /** Whether a file of ours is cXML: {@code ConfirmationRequest_4500000042_….xml}. */
  static boolean isCxml(String fileName) {
    return CXML.has(fileName.substring(0, Math.max(0, fileName.indexOf('_'))));
  }

  private boolean has(String type) {
    return type.equals(confirmation)
        || type.equals(shipment)
        || type.equals(invoice)
        || this == JSON && type.equals(REJECTED)
        || this == UBL && type.equals(CREDIT_NOTE);
  }

  /** The type in {@code replies} that a document of ours falls under. */
  String agreed(String type) {
    if (type.equals(REJECTED)) {
      return confirmation;
    }
    return type.equals(CREDIT_NOTE) ? invoice : type;
  }

  /** With interchanges, control numbers and acknowledgments. */
  boolean edi() {
    return this == X12 || this == EDIFACT;
  }

  String confirmation() {
    return confirmation;
  }

  String shipment() {
    return shipment;
  }

  String invoice() {
    return invoice;
  }

  String confirmationTemplate() {
    return "%s/order-to-%s.ftl".formatted(word, confirmation);
  }

  String shipmentTemplate() {
    return "%s/shipment-to-%s.ftl".formatted(word, shipment);
  }

  String invoiceTemplate() {
    return invoiceTemplate(invoice);
  }

  /** The same for a document of its own for credits. */
  String invoiceTemplate(String type) {
    return "%s/invoice-to-%s.ftl".formatted(word, type);
  }
}
