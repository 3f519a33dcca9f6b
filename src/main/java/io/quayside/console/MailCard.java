package io.quayside.console;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.document.Mails;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the page of a document shows of the mail that it is, or that it came in. */
@Component
class MailCard {

  private final Mails mails;
  private final Documents documents;

  MailCard(Mails mails, Documents documents) {
    this.mails = mails;
    this.documents = documents;
  }

  /** A part, and the documents that it became. */
  record Row(Mails.Part part, List<Document> documents) {}

  /**
   * @param parts all parts when the document is the mail itself, else none
   * @param document the mail's own document when this one came in it, else null
   */
  record Shown(Mails.Mail mail, List<Row> parts, String document) {}

  Optional<Shown> of(Document document) {
    String receipt = document.receiptId();
    if (receipt == null || !"in".equals(document.direction())) {
      return Optional.empty();
    }
    Optional<Shown> itself =
        mails.find(receipt).map(mail -> new Shown(mail, rows(mail.receiptId()), null));
    return itself.or(
        () ->
            mails
                .ofPart(receipt)
                .map(
                    mail ->
                        new Shown(
                            mail,
                            List.of(),
                            within(mail.receiptId()).stream()
                                .map(Document::id)
                                .findFirst()
                                .orElse(null))));
  }

  private List<Row> rows(String receiptId) {
    return mails.parts(receiptId).stream()
        .map(
            part ->
                new Row(
                    part, part.partReceiptId() == null ? List.of() : within(part.partReceiptId())))
        .toList();
  }

  private List<Document> within(String receiptId) {
    return java.util.stream.Stream.of(false, true)
        .flatMap(test -> documents.list(query(receiptId, test)).items().stream())
        .toList();
  }

  private static Documents.Query query(String receiptId, boolean test) {
    return new Documents.Query(
        "in", null, null, null, receiptId, null, null, null, null, test, 0, 100);
  }
}
