package io.quayside.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.document.Mails;
import io.quayside.document.Mails.Mail;
import io.quayside.document.Receipts;
import io.quayside.document.Receipts.Receipt;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import io.quayside.work.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What is open in an order that waits for review, and the question about it to its sender: all at
 * once, into the thread of the mail that it came by.
 */
@Component
public class SenderQuestions {

  private static final String QUEUE = "document.question";

  private final Database database;
  private final Documents documents;
  private final Receipts receipts;
  private final Mails mails;
  private final ReceiptProblems problems;
  private final Outbox outbox;
  private final ObjectMapper json;
  private final Clock clock;

  SenderQuestions(
      Database database,
      Documents documents,
      Receipts receipts,
      Mails mails,
      ReceiptProblems problems,
      Outbox outbox,
      ObjectMapper json,
      Clock clock) {
    this.database = database;
    this.documents = documents;
    this.receipts = receipts;
    this.mails = mails;
    this.problems = problems;
    this.outbox = outbox;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What is known of a document's question.
   *
   * @param state {@code open, asked, answered}
   * @param text as it was sent; null when nobody asked, or the hub asked by itself
   * @param by who asked
   */
  public record Asked(List<OpenPoint> points, String state, String text, String by, Instant at) {}

  /** Empty when the document did not wait for review. */
  public Optional<Asked> find(String documentId) {
    return database
        .read()
        .sql(
            "SELECT points, state, text, asked_by, asked_at FROM sender_question WHERE document_id = :document")
        .param("document", documentId)
        .query((row, number) -> asked(row))
        .optional();
  }

  /** Notes in the current transaction what is open. */
  void note(String documentId, List<OpenPoint> points) {
    database
        .write()
        .sql(
            """
            INSERT INTO sender_question (document_id, points, state)
            VALUES (:document, :points, 'open')
            ON CONFLICT (document_id) DO UPDATE SET points = :points""")
        .param("document", documentId)
        .param("points", write(points))
        .update();
  }

  /** Asks in the current transaction, where a machine may answer a mail at all. */
  void askByItself(String documentId, List<OpenPoint> points) {
    Optional<Mail> mail =
        documents
            .find(documentId)
            .map(Document::receiptId)
            .flatMap(receipt -> mails.ofPart(receipt).or(() -> mails.find(receipt)));
    if (mail.isPresent() && mail.get().proven() && mail.get().kind().equals("order")) {
      send(documentId, points, null, "the hub");
    }
  }

  /** A person asks, in their own words; the same words are not sent twice while no answer came. */
  public void ask(String documentId, String text, String by) {
    database.inTransaction(() -> send(documentId, List.of(), text, by));
  }

  private void send(String documentId, List<OpenPoint> points, String text, String by) {
    int moved =
        database
            .write()
            .sql(
                """
                UPDATE sender_question SET state = 'asked', text = :text, asked_by = :by, asked_at = :now
                 WHERE document_id = :document AND state <> 'closed'
                   AND NOT (state = 'asked' AND COALESCE(text, '') = COALESCE(:text, ''))""")
            .param("text", text)
            .param("by", by)
            .param("now", Columns.micros(clock.instant()))
            .param("document", documentId)
            .update();
    if (moved == 0) {
      return;
    }
    Document document = documents.find(documentId).orElseThrow();
    stands(
        document,
        "Order %swaits for the sender".formatted(number(document)),
        "The sender was asked by %s about what is open in it.".formatted(by),
        "Wait for the answer, which is shown on the review page, or decide without it.");
    Map<String, Object> command = new java.util.HashMap<>();
    command.put("documentId", documentId);
    command.put("points", points);
    command.put("text", text);
    outbox.send(
        new Outbox.Message(
            QUEUE, null, document.partnerId(), QUEUE, document.test(), null, write(command)));
  }

  /** The document, still waiting for review, that one of our questions was about. */
  Optional<Document> waiting(List<Document> answered) {
    return answered.stream()
        .map(Document::answers)
        .filter(java.util.Objects::nonNull)
        .filter(id -> find(id).filter(one -> !one.state().equals("closed")).isPresent())
        .map(id -> documents.find(id).orElseThrow())
        .findFirst();
  }

  /** A mail answers, in the current transaction. */
  void answered(Document document, String mailReceiptId) {
    database
        .write()
        .sql(
            """
            INSERT INTO sender_reply (document_id, mail_receipt_id, at)
            VALUES (:document, :mail, :now) ON CONFLICT DO NOTHING""")
        .param("document", document.id())
        .param("mail", mailReceiptId)
        .param("now", Columns.micros(clock.instant()))
        .update();
    move(document.id(), "answered");
    stands(
        document,
        "The sender answered about order %s".formatted(number(document)).strip(),
        "The answer is shown on the review page.",
        "Read it, mend the order or take what came with the answer, then approve or reject.");
  }

  /** The mails that answered, oldest first. */
  List<String> replies(String documentId) {
    return database
        .read()
        .sql(
            "SELECT mail_receipt_id FROM sender_reply WHERE document_id = :document ORDER BY at, mail_receipt_id")
        .param("document", documentId)
        .query(String.class)
        .list();
  }

  /** It was decided, in the current transaction: a later answer is a mail about an order. */
  void closed(String documentId) {
    move(documentId, "closed");
  }

  private void move(String documentId, String state) {
    database
        .write()
        .sql("UPDATE sender_question SET state = :state WHERE document_id = :document")
        .param("state", state)
        .param("document", documentId)
        .update();
  }

  private void stands(Document document, String title, String text, String remedy) {
    Receipt receipt = receipts.find(document.receiptId()).orElseThrow();
    problems.document(
        receipt,
        document.id(),
        Reviews.KIND,
        document.partnerId(),
        document.test(),
        title,
        text,
        remedy,
        null);
  }

  private static String number(Document document) {
    return document.reference() == null || document.reference().isEmpty()
        ? ""
        : document.reference() + " ";
  }

  private Asked asked(ResultSet row) throws SQLException {
    long at = row.getLong("asked_at");
    try {
      return new Asked(
          json.readValue(row.getString("points"), new TypeReference<List<OpenPoint>>() {}),
          row.getString("state"),
          row.getString("text"),
          row.getString("asked_by"),
          row.wasNull() || at == 0 ? null : Columns.instant(at));
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException("open points are stored as JSON", ours);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException("cannot be written as JSON", ours);
    }
  }
}
