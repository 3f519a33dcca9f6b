package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.document.Mails;
import io.quayside.document.Mails.Mail;
import io.quayside.outbound.MailWriter.Letter;
import io.quayside.outbound.OutgoingDocuments.Draft;
import io.quayside.partner.Companies;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Database;
import io.quayside.work.Ids;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** Asks the sender of a document that came by mail, before there is an order. */
@Component("documentQuestions")
public class DocumentQuestions {

  private static final String TEMPLATE = "document-question";

  private final Documents documents;
  private final Mails mails;
  private final MailAnswers answers;
  private final OutgoingDocuments outgoing;
  private final Correspondents correspondents;
  private final Letters letters;
  private final Companies companies;
  private final Messages messages;
  private final SmtpSettings settings;
  private final Database database;
  private final Inbox inbox;
  private final Ids ids;
  private final Clock clock;

  DocumentQuestions(
      Documents documents,
      Mails mails,
      MailAnswers answers,
      OutgoingDocuments outgoing,
      Correspondents correspondents,
      Letters letters,
      Companies companies,
      Messages messages,
      SmtpSettings settings,
      Database database,
      Inbox inbox,
      Ids ids,
      Clock clock) {
    this.documents = documents;
    this.mails = mails;
    this.answers = answers;
    this.outgoing = outgoing;
    this.correspondents = correspondents;
    this.letters = letters;
    this.companies = companies;
    this.messages = messages;
    this.settings = settings;
    this.database = database;
    this.inbox = inbox;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Something open.
   *
   * @param word the sentence in {@code mappings/email/words.<language>.properties}
   * @param values what is filled in
   */
  public record Point(String word, List<String> values) {}

  /** Why no question can be sent about a document, in words; empty when one can. */
  public Optional<String> hindrance(String documentId) {
    Optional<Mail> mail = documents.find(documentId).flatMap(this::mail);
    return mail.isEmpty()
        ? Optional.of("It did not come by mail: ask by another way")
        : answers.silence(mail.get());
  }

  /** The question in the partner's language: all points at once, a line each. */
  public String text(String partnerId, List<Point> points) {
    String language = correspondents.partner(partnerId).language();
    List<String> lines = new ArrayList<>();
    lines.add(letters.say(language, "ask.intro"));
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      lines.add(
          "%d. %s".formatted(i + 1, letters.say(language, point.word(), point.values().toArray())));
    }
    return String.join("\n", lines);
  }

  /** Queue {@code document.question}. */
  public void ask(
      Commands.DocumentQuestion command, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    database.inTransaction(
        () -> {
          if (inbox.accept(Commands.DOCUMENT_QUESTION, messageId)) {
            documents.find(command.documentId()).ifPresent(one -> ask(one, command, messageId));
          }
        });
  }

  private void ask(Document document, Commands.DocumentQuestion command, String messageId) {
    Optional<Mail> mail = mail(document).filter(one -> answers.silence(one).isEmpty());
    if (mail.isEmpty()) {
      return;
    }
    TradingPartner partner = correspondents.partner(document.partnerId());
    String text = command.text() == null ? text(partner.id(), command.points()) : command.text();
    String language = partner.language();
    String number = document.reference() == null ? "" : document.reference();
    String title = letters.say(language, number.isEmpty() ? "ask.order" : "question.title", number);
    String subject =
        letters.say(language, number.isEmpty() ? "ask.order" : "question.subject", number);
    Map<String, Object> model = new HashMap<>();
    model.put("company", messages.model(companies.of(partner)));
    model.put("title", title);
    model.put("lines", text.lines().filter(line -> !line.isBlank()).toList());
    Letter letter = new Letter(subject, letters.html(TEMPLATE, language, model), null, null);
    outgoing.store(
        new Draft(
            partner,
            MailAnswers.QUESTION,
            "mail/question/document/%s/%s".formatted(document.id(), messageId),
            number,
            null,
            document.test(),
            false,
            null,
            document.id(),
            null),
        () -> {
          String id = ids.next();
          byte[] bytes = MailWriter.write(settings, id, mail.get(), letter, clock.instant());
          return new Written(id, null, null, null, null, bytes, List.of());
        });
  }

  private Optional<Mail> mail(Document document) {
    return mails.ofPart(document.receiptId()).or(() -> mails.find(document.receiptId()));
  }
}
