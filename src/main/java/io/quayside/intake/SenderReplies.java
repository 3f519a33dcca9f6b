package io.quayside.intake;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.document.Mails;
import io.quayside.document.Mails.Mail;
import io.quayside.document.Mails.Part;
import io.quayside.document.Receipts;
import io.quayside.document.Receipts.Receipt;
import io.quayside.intake.mail.MailPart;
import io.quayside.intake.mail.MailReader;
import io.quayside.work.Database;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What senders wrote back about orders that wait for review, and how it is taken. */
@Component
public class SenderReplies {

  static final String HELD = "It waits on the review page";
  private static final int LONGEST = 20_000;

  private final SenderQuestions questions;
  private final Reviews reviews;
  private final Documents documents;
  private final ReceivedDocuments recorded;
  private final Receipts receipts;
  private final Mails mails;
  private final Database database;

  SenderReplies(
      SenderQuestions questions,
      Reviews reviews,
      Documents documents,
      ReceivedDocuments recorded,
      Receipts receipts,
      Mails mails,
      Database database) {
    this.questions = questions;
    this.reviews = reviews;
    this.documents = documents;
    this.recorded = recorded;
    this.receipts = receipts;
    this.mails = mails;
    this.database = database;
  }

  /**
   * A mail that answered.
   *
   * @param documentId the mail as a document
   * @param text the words of the mail
   * @param parts what can be taken in place of the document: attachments, and the text
   */
  public record Reply(
      String receiptId,
      String documentId,
      String from,
      Instant at,
      String text,
      List<Part> parts) {}

  /** The answers to the question about a document, oldest first. */
  public List<Reply> of(String documentId) {
    return questions.replies(documentId).stream().map(this::reply).toList();
  }

  private Reply reply(String receiptId) {
    Mail mail = mails.find(receiptId).orElseThrow();
    String text =
        MailReader.read(receipts.bytes(receiptId)).parts().stream()
            .filter(part -> part.role() == MailPart.Role.TEXT)
            .map(part -> new String(part.bytes(), StandardCharsets.UTF_8).strip())
            .findFirst()
            .orElse("");
    return new Reply(
        receiptId,
        recorded.within(receiptId, 0, Long.MAX_VALUE).get(0).id(),
        mail.from(),
        receipts.find(receiptId).map(Receipt::receivedAt).orElse(null),
        text.length() > LONGEST ? text.substring(0, LONGEST) : text,
        mails.parts(receiptId).stream().filter(part -> HELD.equals(part.reason())).toList());
  }

  /**
   * Takes a part of an answer in place of the document: it goes the way of its format, and the
   * document is kept as replaced by it.
   *
   * @return false when somebody has decided about the document already, or there is no such part
   */
  public boolean take(String documentId, String mailReceiptId, String number, String by) {
    Optional<Part> held =
        questions.replies(documentId).contains(mailReceiptId)
            ? mails.parts(mailReceiptId).stream()
                .filter(part -> part.number().equals(number) && HELD.equals(part.reason()))
                .findFirst()
            : Optional.empty();
    if (held.isEmpty()) {
      return false;
    }
    byte[] bytes =
        MailReader.read(receipts.bytes(mailReceiptId)).parts().stream()
            .filter(part -> part.number().equals(number))
            .map(MailPart::bytes)
            .findFirst()
            .orElseThrow();
    String name = held.get().name() == null ? "text of the mail" : held.get().name();
    Document document = documents.find(documentId).orElseThrow();
    Receipt mail = receipts.find(mailReceiptId).orElseThrow();
    return database.inTransaction(
        () -> {
          if (!reviews.reject(documentId, "the sender sent %s instead".formatted(name), by)) {
            return false;
          }
          String taken =
              receipts
                  .receive(
                      new Receipts.Arrival(
                          mail.channelId(),
                          "email",
                          document.partnerId(),
                          "part/%s/%s".formatted(mailReceiptId, number),
                          name,
                          bytes,
                          document.test()))
                  .receipt()
                  .id();
          used(mailReceiptId, number, taken);
          return true;
        });
  }

  private void used(String mailReceiptId, String number, String taken) {
    List<Part> parts = new ArrayList<>();
    for (Part part : mails.parts(mailReceiptId)) {
      parts.add(
          part.number().equals(number)
              ? new Part(
                  part.number(),
                  part.contentType(),
                  part.name(),
                  part.size(),
                  "used",
                  "Taken in place of what was asked about",
                  taken)
              : part);
    }
    mails.record(mails.find(mailReceiptId).orElseThrow(), parts);
  }
}
