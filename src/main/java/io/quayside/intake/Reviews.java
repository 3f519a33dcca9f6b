package io.quayside.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.document.Receipts;
import io.quayside.document.Receipts.Receipt;
import io.quayside.intake.FoundOrders.Opened;
import io.quayside.intake.extract.Habits;
import io.quayside.intake.extract.Lesson;
import io.quayside.intake.extract.PaperKind;
import io.quayside.intake.extract.Papers;
import io.quayside.mapping.OrderSchema;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Database;
import io.quayside.work.Outbox;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Orders read out of documents for people that a person looks at before they go on. */
@Component
public class Reviews {

  static final String KIND = "order-review";

  private final PaperOrders papers;
  private final Extractions extractions;
  private final Learning learning;
  private final Documents documents;
  private final Receipts receipts;
  private final ReceiptProblems problems;
  private final Findings findings;
  private final OrderSchema schema;
  private final OpenPoints open;
  private final SenderQuestions questions;
  private final Outbox outbox;
  private final Database database;

  Reviews(
      PaperOrders papers,
      Extractions extractions,
      Learning learning,
      Documents documents,
      Receipts receipts,
      ReceiptProblems problems,
      Findings findings,
      OrderSchema schema,
      OpenPoints open,
      SenderQuestions questions,
      Outbox outbox,
      Database database) {
    this.papers = papers;
    this.extractions = extractions;
    this.learning = learning;
    this.documents = documents;
    this.receipts = receipts;
    this.problems = problems;
    this.findings = findings;
    this.schema = schema;
    this.open = open;
    this.questions = questions;
    this.outbox = outbox;
    this.database = database;
  }

  /** Keeps what was read; true when a person must look at it. */
  boolean opened(
      Receipt receipt, String documentId, TradingPartner partner, boolean test, Opened opened) {
    List<String> said = opened.paper().said();
    boolean waits = papers.keep(documentId, partner, opened.kind(), opened.paper());
    documents.validity(documentId, waits ? "unread" : "accepted", findings.json(said));
    if (!waits) {
      return false;
    }
    String number = opened.found().orders().get(0).reference();
    problems.document(
        receipt,
        documentId,
        KIND,
        partner.id(),
        test,
        number.isEmpty()
            ? "An order to look at"
            : "Order " + number + " was read and is to be looked at",
        "`%s` on channel %s is %s.%s"
            .formatted(
                receipt.name(),
                receipt.channelId(),
                opened.found().description(),
                said.isEmpty() ? "" : " " + String.join(" ", said)),
        "Compare it with the document, mend what is wrong, and approve or reject it.",
        null);
    List<OpenPoint> points = open.of(opened.paper().mapped(), partner.id());
    questions.note(documentId, points);
    if (partner.extraction().ask() && !points.isEmpty()) {
      questions.askByItself(documentId, points);
    }
    return true;
  }

  /** What was read, and what became of it. */
  public Optional<Extractions.Stored> find(String documentId) {
    return extractions.find(documentId);
  }

  /** A page of the document as PNG, counted from 1; empty when there is none. */
  public byte[] picture(String documentId, int page) {
    return papers.picture(documents.bytes(documentId), page);
  }

  /** What stands on the document, row by row. */
  public List<List<Papers.Seen>> rows(Extractions.Stored stored) {
    return papers.rows(kind(stored), documents.bytes(stored.documentId()));
  }

  /** The pages with their words, and how they write dates and numbers; seconds for a scan. */
  public Papers.Shown shown(Extractions.Stored stored) {
    Document document = documents.find(stored.documentId()).orElseThrow();
    return papers.shown(kind(stored), documents.bytes(document.id()), document.partnerId());
  }

  /** What a person took off the document, as an order has it; empty when nothing tells what. */
  public Optional<String> canonical(Habits habits, String kind, String text) {
    return papers.canonical(habits, kind, text);
  }

  private static PaperKind kind(Extractions.Stored stored) {
    return PaperKind.valueOf(stored.kind().toUpperCase(Locale.ROOT));
  }

  /**
   * A person took the order as it is given here.
   *
   * @return what is wrong with it; empty when it went on
   */
  public List<String> approve(String documentId, ObjectNode order, String by) {
    List<String> wrong = schema.check(order);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    Document document = documents.find(documentId).orElseThrow();
    Extractions.Stored stored = extractions.find(documentId).orElseThrow();
    Optional<Lesson> lesson =
        stored.state().equals("review")
            ? learning.lesson(document, stored, order)
            : Optional.empty();
    return database.inTransaction(
        () -> {
          if (!extractions.decide(documentId, "approved", order, by, null)) {
            return List.of("Somebody has decided about it already.");
          }
          lesson.ifPresent(one -> learning.learned(document.partnerId(), one, by));
          documents.validity(documentId, "accepted", document.findings());
          problems.documentSettled(documentId, KIND);
          questions.closed(documentId);
          receipts.move(document.receiptId(), List.of("unassigned"), "done");
          outbox.send(
              new Outbox.Message(
                  NormaliseOrder.QUEUE,
                  null,
                  document.partnerId(),
                  NormaliseOrder.QUEUE,
                  document.test(),
                  null,
                  findings.write(Map.of("documentId", documentId))));
          return List.of();
        });
  }

  /** A person refused it; the document is kept. False when somebody was faster. */
  public boolean reject(String documentId, String reason, String by) {
    Document document = documents.find(documentId).orElseThrow();
    return database.inTransaction(
        () -> {
          if (!extractions.decide(documentId, "rejected", null, by, reason)) {
            return false;
          }
          documents.validity(
              documentId, "rejected", findings.json(List.of("Rejected by " + by + ": " + reason)));
          problems.documentSettled(documentId, KIND);
          questions.closed(documentId);
          receipts.move(document.receiptId(), List.of("unassigned"), "done");
          return true;
        });
  }
}
