package io.quayside.outbound;

import io.quayside.document.Mails.Mail;
import io.quayside.order.Answers;
import io.quayside.order.Answers.Change;
import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.Head;
import io.quayside.order.Journey;
import io.quayside.outbound.OutgoingDocuments.Draft;
import io.quayside.partner.AcknowledgmentShape.Send;
import io.quayside.partner.Companies;
import io.quayside.partner.Company;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** Answers an order whose lines are all decided, in the standard that it came in: the 855, … */
@Component("confirmOrder")
class ConfirmOrder {
  private final Answers answers;
  private final Correspondents correspondents;
  private final Companies companies;
  private final AnswerWriter writer;
  private final OutgoingDocuments documents;
  private final AnswerChange changes;
  private final LastConfirmation last;
  private final MailAnswers mails;
  private final Journey journey;
  private final Messages messages;
  private final Database database;
  private final Inbox inbox;
  private final Clock clock;

  ConfirmOrder(
      Answers answers,
      Correspondents correspondents,
      Companies companies,
      AnswerWriter writer,
      OutgoingDocuments documents,
      AnswerChange changes,
      LastConfirmation last,
      MailAnswers mails,
      Journey journey,
      Messages messages,
      Database database,
      Inbox inbox,
      Clock clock) {
    this.answers = answers;
    this.correspondents = correspondents;
    this.companies = companies;
    this.writer = writer;
    this.documents = documents;
    this.changes = changes;
    this.last = last;
    this.mails = mails;
    this.journey = journey;
    this.messages = messages;
    this.database = database;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Queue {@code order.confirm}. */
  public void confirm(
      Commands.Confirm command, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    database.inTransaction(
        () -> {
          if (inbox.accept(Commands.CONFIRM, messageId)) {
            confirm(command);
          }
        });
  }

  private void confirm(Commands.Confirm command) {
    String orderId = command.orderId();
    String purpose = command.purpose();
    Confirmation facts =
        orderId == null
            ? Correspondents.known(
                answers.withoutOrder(command.change()), "change " + command.change())
            : Correspondents.known(answers.confirmation(orderId), "order " + orderId);
    Head head = facts.head();
    TradingPartner partner = correspondents.partner(head);
    Optional<Change> change = changes.of(head, command.change());
    if (change.isPresent() && changes.answered(change.get(), facts, partner, command)) {
      return;
    }
    Optional<Mail> mail = mails.mail(head);
    if (mail.isPresent()) {
      confirmByMail(mail.get(), facts, partner);
      return;
    }
    Company company = companies.find(head.company()).orElseGet(() -> companies.of(partner));
    String kind = AnswerFormat.of(head, partner).confirmation();
    int number = documents.number(kind, orderId);
    boolean first = number == 1 && change.filter(changes::told).isEmpty();
    Answer answer = AnswersInKind.confirmation(facts, partner, company, now(partner), number);
    String type = answer.type();
    Optional<String> silence =
        Silence.reason(head, partner, type)
            .or(
                () ->
                    purpose == null
                        ? unasked(head, partner, first && answer.unchanged())
                        : Optional.empty());
    if (silence.isPresent()) {
      journey.add(orderId, "answer", type + "-not-sent", silence.get());
      return;
    }
    if (!last.isNews(orderId, messages.model(answer.facts())) && purpose == null) {
      journey.add(
          orderId,
          "answer",
          type + "-not-sent",
          "No %s: the last one says the same, nothing changed".formatted(type));
      return;
    }
    String key = OutgoingDocuments.key(kind, orderId, number);
    documents.store(
        new Draft(
            partner,
            type,
            key,
            head.order().poNumber(),
            orderId,
            head.test(),
            head.parallel(),
            null,
            head.documentId(),
            null),
        () -> writer.write(answer, key, purpose, head, partner, company));
  }

  private void confirmByMail(Mail mail, Confirmation facts, TradingPartner partner) {
    String orderId = facts.head().orderId();
    if (last.isNews(orderId, messages.model(facts))) {
      String kind = "mail/" + MailAnswers.CONFIRMATION;
      int number = documents.number(kind, orderId);
      mails.confirm(mail, facts, partner, OutgoingDocuments.key(kind, orderId, number));
    }
  }

  private Optional<String> unasked(Head head, TradingPartner partner, boolean unchanged) {
    if ("none".equals(head.order().acknowledgmentWanted())) {
      return Optional.of("No answer: the order says that none is wanted");
    }
    Send send = partner.acknowledgment().send();
    if (send == Send.CHANGES_ONLY && unchanged) {
      return Optional.of("No answer: nothing differs from the order, and only changes are told");
    }
    return send == Send.WHEN_ASKED && !Text.has(head.order().acknowledgmentCode())
        ? Optional.of("No answer: the order does not ask for one")
        : Optional.empty();
  }

  private LocalDateTime now(TradingPartner partner) {
    return LocalDateTime.ofInstant(clock.instant(), partner.zone());
  }
}
