package io.quayside.intake;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.document.Interchanges;
import io.quayside.document.Receipts;
import io.quayside.intake.SupplierReading.Heard;
import io.quayside.intake.supplier.SupplierDocument;
import io.quayside.intake.supplier.SupplierSpeech;
import io.quayside.order.message.SupplierStatus;
import io.quayside.partner.Partners;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import io.quayside.work.PermanentFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Hears what a supplier answers: its document is matched with the order that we sent it, and goes
 * on as {@code supplier.status}.
 */
@Component("hearSupplier")
class HearSupplier {

  static final String QUEUE = "supplier.hear";

  private static final String UNMATCHED = "supplier-document-unmatched";
  private static final String NO_ORDER = "No order ";
  private static final String MISMATCH = "supplier-mismatch";
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private final Documents documents;
  private final Receipts receipts;
  private final Interchanges papers;
  private final Partners partners;
  private final SupplierReading reading;
  private final ReceiptProblems problems;
  private final Findings findings;
  private final Outbox outbox;
  private final Database database;
  private final Inbox inbox;

  HearSupplier(
      Documents documents,
      Receipts receipts,
      Interchanges papers,
      Partners partners,
      SupplierReading reading,
      ReceiptProblems problems,
      Findings findings,
      Outbox outbox,
      Database database,
      Inbox inbox) {
    this.documents = documents;
    this.receipts = receipts;
    this.papers = papers;
    this.partners = partners;
    this.reading = reading;
    this.problems = problems;
    this.findings = findings;
    this.outbox = outbox;
    this.database = database;
    this.inbox = inbox;
  }

  /** Queue {@code supplier.hear}. */
  public void hear(SupplierAnswer command, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    Document document =
        documents
            .find(command.documentId())
            .orElseThrow(
                () -> new PermanentFailure("There is no document " + command.documentId() + "."));
    TradingPartner partner =
        partners
            .find(document.partnerId())
            .orElseThrow(
                () -> new PermanentFailure("There is no partner " + document.partnerId() + "."));
    Heard heard = reading.read(document, partner);
    database.inTransaction(
        () -> {
          if (inbox.accept(QUEUE, messageId)) {
            tell(document, partner, heard);
          }
        });
  }

  private void tell(Document document, TradingPartner partner, Heard heard) {
    List<String> said = new ArrayList<>(findings.read(document.findings()));
    said.removeIf(one -> one.startsWith(NO_ORDER));
    heard.sentences().stream().filter(one -> !said.contains(one)).forEach(said::add);
    String validity = document.validity();
    if (heard.content() == null) {
      waits(
          document,
          heard.kind(),
          "%s %s could not be read".formatted(document.type(), document.reference()),
          heard.fault(),
          "Mend the mapping in mappings/ or the partner file and retry, or ask the supplier to send it again, mended.");
    } else {
      switch (seen(document, heard.content())) {
        case SAME_BYTES -> {
          validity = "duplicate";
          said.add("The same came before under another control number: it counts once.");
        }
        case OTHER_BYTES -> otherContent(document, partner);
        case FIRST -> said.addAll(pass(document, partner, heard.content()));
      }
    }
    documents.validity(document.id(), validity, findings.json(said));
  }

  private void otherContent(Document document, TradingPartner partner) {
    waits(
        document,
        MISMATCH,
        "%s %s came before with other content".formatted(document.type(), document.reference()),
        "The first one counts; this one does not.",
        "Compare both and ask %s which one holds. Resolve when it is settled."
            .formatted(partner.name()));
  }

  /** Each order that it speaks of hears it; what is about none of ours waits for a person. */
  private List<String> pass(Document document, TradingPartner partner, SupplierDocument content) {
    if (corrects(content)) {
      waits(
          document,
          MISMATCH,
          "%s %s corrects an earlier one".formatted(document.type(), document.reference()),
          "Its purpose is %s (%s): it takes back or replaces what %s said before."
              .formatted(content.purpose(), content.purposeCode(), partner.name()),
          "Compare it with the first one and settle it with the supplier.");
      return List.of();
    }
    if (content.leavesOpen()) {
      waits(
          document,
          MISMATCH,
          "%s %s does not say what comes".formatted(document.type(), document.reference()),
          "It refuses a change, or names no line (%s).".formatted(content.verdictCode()),
          "Ask %s what it delivers, and decide the lines that wait for it."
              .formatted(partner.name()));
      return List.of();
    }
    Receipts.Receipt receipt = receipts.find(document.receiptId()).orElseThrow();
    List<SupplierStatus> statuses =
        new SupplierSpeech(
                content,
                document.id(),
                receipt.receivedAt(),
                partner.zone(),
                partner.agreement().transitDays())
            .statuses();
    List<String> unmatched = new ArrayList<>();
    for (SupplierStatus status : statuses) {
      Optional<Document> sent = sent(document, status.supplierOrder());
      if (sent.isPresent()) {
        pass(document, status, sent.get());
      } else {
        unmatched.add(String.valueOf(status.supplierOrder()));
      }
    }
    if (unmatched.isEmpty() && !statuses.isEmpty()) {
      problems.documentSettled(document.id(), UNMATCHED);
      return List.of();
    }
    String why =
        (NO_ORDER + "%s was sent to %s.")
            .formatted(
                unmatched.isEmpty() ? "is named, and none" : String.join(", ", unmatched),
                partner.name());
    waits(
        document,
        UNMATCHED,
        "%s %s answers no order of ours".formatted(document.type(), document.reference()),
        why,
        "Ask the supplier which order it means. Retry when the order is there, or resolve to leave it.");
    return List.of(why);
  }

  private void pass(Document document, SupplierStatus status, Document sent) {
    String orderId = sent.orderIds().isEmpty() ? null : sent.orderIds().get(0);
    if (orderId != null) {
      documents.link(document.id(), orderId);
    }
    outbox.send(
        new Outbox.Message(
            "supplier.status",
            orderId,
            document.partnerId(),
            "supplier.status",
            false,
            null,
            findings.write(status.forOrder(orderId))));
  }

  private Optional<Document> sent(Document document, String number) {
    String area = document.test() ? "test/" : "";
    return List.of("850/", "ORDERS/").stream()
        .map(type -> documents.byBusinessKey(type + area + number))
        .flatMap(Optional::stream)
        .filter(sent -> sent.partnerId().equals(document.partnerId()))
        .findFirst();
  }

  private static boolean isConfirmation(SupplierDocument content) {
    return "confirmed".equals(content.kind()) || content.isChange();
  }

  /**
   * A confirmation may be followed by a newer one, unless it only takes back; a shipment or an
   * invoice stands.
   */
  private static boolean corrects(SupplierDocument content) {
    return isConfirmation(content)
        ? "cancellation".equals(content.purpose())
        : content.purpose() != null && !"original".equals(content.purpose());
  }

  /** A shipment or an invoice counts once, under its own number. */
  private Interchanges.Seen seen(Document document, SupplierDocument content) {
    if (isConfirmation(content) || content.number() == null) {
      return Interchanges.Seen.FIRST;
    }
    byte[] bytes = findings.write(content).getBytes(StandardCharsets.UTF_8);
    return papers
        .claim(
            "supplier/%s/%s".formatted(document.type(), document.partnerId()),
            document.test() ? "test" : "live",
            content.number(),
            Hashes.sha256(bytes, 0, bytes.length),
            document.receiptId(),
            document.from(),
            REMEMBERED)
        .seen();
  }

  private void waits(Document document, String kind, String title, String text, String remedy) {
    problems.document(
        receipts.find(document.receiptId()).orElse(null),
        document.id(),
        kind,
        document.partnerId(),
        document.test(),
        title,
        "Interchange %s, group %s, set %s in `%s`: %s"
            .formatted(
                document.controlNumber(),
                document.groupControlNumber(),
                document.setControlNumber(),
                document.fileName(),
                text),
        remedy,
        new Outbox.Message(
            QUEUE,
            null,
            document.partnerId(),
            QUEUE,
            document.test(),
            null,
            findings.write(new SupplierAnswer(document.id()))));
  }
}
