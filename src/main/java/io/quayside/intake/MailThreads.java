package io.quayside.intake;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.intake.mail.ReadMail;
import io.quayside.order.Journey;
import io.quayside.work.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds which of our own mails a mail speaks of: our Message-IDs start with an id of ours. */
@Component
class MailThreads {

  private static final String RETURNED = "mail.returned";
  private static final Pattern OURS = Pattern.compile("<([0-9A-HJKMNP-TV-Z]{26})@[^<>]+>");

  private final Documents documents;
  private final Journey journey;
  private final Outbox outbox;
  private final Findings findings;

  MailThreads(Documents documents, Journey journey, Outbox outbox, Findings findings) {
    this.documents = documents;
    this.journey = journey;
    this.outbox = outbox;
    this.findings = findings;
  }

  /** Our documents to this partner that the mail answers. */
  List<Document> answered(ReadMail mail, String partnerId) {
    return ours(mail.references()).stream()
        .filter(document -> partnerId.equals(document.partnerId()))
        .toList();
  }

  /** A delivery report: what it speaks of was not delivered. */
  void returned(ReadMail mail, String documentId) {
    List<String> ids = new ArrayList<>(mail.returned());
    ids.addAll(mail.references());
    for (Document document : ours(ids)) {
      document.orderIds().forEach(order -> documents.link(documentId, order));
      outbox.send(
          new Outbox.Message(
              RETURNED,
              null,
              document.partnerId(),
              RETURNED,
              document.test(),
              null,
              findings.write(Map.of("documentId", document.id(), "reportId", documentId))));
    }
  }

  /** The mail belongs to the orders of what it answers. */
  void attach(String documentId, List<Document> answered) {
    answered.stream()
        .flatMap(document -> document.orderIds().stream())
        .distinct()
        .forEach(
            order -> {
              documents.link(documentId, order);
              journey.add(order, "intake", "mail-received", "The customer answered by mail");
            });
  }

  /** A document that left as an attachment has its own id there, a mail its control number. */
  private Stream<Document> named(String id) {
    Optional<Document> document = documents.find(id);
    return document.isPresent()
        ? document.stream()
        : Stream.of(false, true).flatMap(test -> documents.list(query(id, test)).items().stream());
  }

  private static Documents.Query query(String controlNumber, boolean test) {
    return new Documents.Query(
        "out", null, null, null, null, controlNumber, null, null, null, test, 0, 10);
  }

  private List<Document> ours(List<String> messageIds) {
    return messageIds.stream()
        .map(OURS::matcher)
        .filter(Matcher::matches)
        .flatMap(matcher -> named(matcher.group(1)))
        .filter(document -> "out".equals(document.direction()))
        .distinct()
        .toList();
  }
}
