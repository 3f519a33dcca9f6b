package io.quayside.outbound;

import io.quayside.document.Mails.Mail;
import io.quayside.mapping.Outbound;
import io.quayside.order.Answers;
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
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** Answers an order whose lines are all decided: the 855, or the ORDRSP to an ORDERS. */
@Component("confirmOrder")
class ConfirmOrder {
  static final String TEMPLATE = "x12/order-to-855.ftl";
  static final String EDIFACT_TEMPLATE = "edifact/order-to-ORDRSP.ftl";

  private final Answers answers;
  private final Correspondents correspondents;
  private final Companies companies;
  private final Outbound templates;
  private final Envelopes envelopes;
  private final OurAddress ours;
  private final OutgoingDocuments documents;
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
      Outbound templates,
      Envelopes envelopes,
      OurAddress ours,
      OutgoingDocuments documents,
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
    this.templates = templates;
    this.envelopes = envelopes;
    this.ours = ours;
    this.documents = documents;
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
            confirm(command.orderId());
          }
        });
  }

  private void confirm(String orderId) {
    Confirmation facts = Correspondents.known(answers.confirmation(orderId), "order " + orderId);
    Head head = facts.head();
    TradingPartner partner = correspondents.partner(head);
    Optional<Mail> mail = mails.mail(head);
    if (mail.isPresent()) {
      confirmByMail(mail.get(), facts, partner);
      return;
    }
    Company company = companies.find(head.company()).orElseGet(() -> companies.of(partner));
    Content content = content(facts, partner, company);
    Optional<String> silence =
        Silence.reason(head, partner, content.type())
            .or(() -> unasked(head, partner, content.unchanged()));
    if (silence.isPresent()) {
      journey.add(orderId, "answer", content.type() + "-not-sent", silence.get());
      return;
    }
    Map<String, Object> model = messages.model(content.facts());
    if (!last.isNews(orderId, model)) {
      journey.add(
          orderId,
          "answer",
          content.type() + "-not-sent",
          "No %s: the last one says the same, nothing changed".formatted(content.type()));
      return;
    }
    documents.store(
        new Draft(
            partner,
            content.type(),
            key(content.type(), orderId),
            head.order().poNumber(),
            orderId,
            head.test(),
            head.parallel(),
            null,
            head.documentId(),
            null),
        () ->
            envelopes.document(
                ours.known(partner, head.documentId()),
                company,
                content.type(),
                head.test(),
                templates.render(content.template(), model)));
  }

  /** What is answered, in the standard that the order came in. */
  private record Content(String type, String template, Object facts, boolean unchanged) {}

  private Content content(Confirmation facts, TradingPartner partner, Company company) {
    if (Message.answers(facts.head())) {
      OrderResponse response = OrderResponse.of(facts, partner, company, today(partner));
      return new Content(OrderResponse.TYPE, EDIFACT_TEMPLATE, response, response.unchanged());
    }
    Confirmation855 confirmation = Confirmation855.of(facts, partner, today(partner));
    return new Content(Confirmation855.TYPE, TEMPLATE, confirmation, confirmation.unchanged());
  }

  private void confirmByMail(Mail mail, Confirmation facts, TradingPartner partner) {
    String orderId = facts.head().orderId();
    if (last.isNews(orderId, messages.model(facts))) {
      mails.confirm(mail, facts, partner, key("mail/" + MailAnswers.CONFIRMATION, orderId));
    }
  }

  /** One for each answer: an order is answered again when a decision changes. */
  private String key(String type, String orderId) {
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> type + "/" + orderId + "/" + n)
        .filter(key -> documents.find(key).isEmpty())
        .findFirst()
        .orElseThrow();
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

  private LocalDate today(TradingPartner partner) {
    return LocalDate.ofInstant(clock.instant(), partner.zone());
  }
}
