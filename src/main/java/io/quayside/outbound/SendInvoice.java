package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.document.Mails.Mail;
import io.quayside.mapping.Outbound;
import io.quayside.order.Answers;
import io.quayside.order.Answers.Billing;
import io.quayside.order.Answers.Head;
import io.quayside.order.Answers.Shipment;
import io.quayside.order.Journey;
import io.quayside.outbound.OutgoingDocuments.Draft;
import io.quayside.partner.Companies;
import io.quayside.partner.Company;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import io.quayside.work.Timers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** Sends an invoice as it was booked, 810 or INVOIC, never before the notice of what it bills. */
@Component("sendInvoice")
class SendInvoice {
  static final String TEMPLATE = "x12/invoice-to-810.ftl";
  static final String EDIFACT_TEMPLATE = "edifact/invoice-to-INVOIC.ftl";
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  private final Answers answers;
  private final Correspondents correspondents;
  private final Companies companies;
  private final Outbound templates;
  private final Envelopes envelopes;
  private final OurAddress ours;
  private final OutgoingDocuments outgoing;
  private final Documents documents;
  private final WaitingInvoices waiting;
  private final Timers timers;
  private final MailAnswers mails;
  private final Journey journey;
  private final Messages messages;
  private final Database database;
  private final Inbox inbox;
  private final Clock clock;

  SendInvoice(
      Answers answers,
      Correspondents correspondents,
      Companies companies,
      Outbound templates,
      Envelopes envelopes,
      OurAddress ours,
      OutgoingDocuments outgoing,
      Documents documents,
      WaitingInvoices waiting,
      Timers timers,
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
    this.outgoing = outgoing;
    this.documents = documents;
    this.waiting = waiting;
    this.timers = timers;
    this.mails = mails;
    this.journey = journey;
    this.messages = messages;
    this.database = database;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Queue {@code invoice.send}. */
  public void send(
      Commands.SendInvoice command, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    database.inTransaction(
        () -> {
          if (inbox.accept(Commands.INVOICE, messageId)) {
            send(command);
          }
        });
  }

  private void send(Commands.SendInvoice command) {
    Billing facts =
        Correspondents.known(
            answers.invoice(command.number(), command.test()), "invoice " + command.number());
    Head head = facts.head();
    TradingPartner partner = correspondents.partner(head);
    Optional<Mail> mail = mails.mail(head);
    if (mail.isPresent()) {
      mails.bill(mail.get(), facts, partner);
      return;
    }
    String type = Message.answers(head) ? InvoiceMessage.TYPE : Invoice810.TYPE;
    Optional<String> silence = Silence.reason(head, partner, type);
    if (silence.isPresent()) {
      journey.add(head.orderId(), "answer", type + "-not-sent", silence.get());
      return;
    }
    boolean afterNotice =
        facts.shipmentId() != null
            && partner.agreement().invoiceAfterAsn()
            && partner.replies().contains(AnnounceShipment.type(head));
    Optional<Documents.Document> notice =
        afterNotice
            ? documents.byBusinessKey(AnnounceShipment.key(head, facts.shipmentId()))
            : Optional.empty();
    if (afterNotice && notice.isEmpty()) {
      await(command, facts);
      return;
    }
    timers.cancel(timer(command));
    store(command, facts, type, partner, notice.map(Documents.Document::id).orElse(null));
  }

  /** The notice wakes it when it is written; the alarm is for the case that they just missed. */
  private void await(Commands.SendInvoice command, Billing facts) {
    waiting.add(facts.shipmentId(), command);
    timers.set(
        timer(command),
        clock.instant().plus(LOOK_AGAIN),
        messages.command(Commands.INVOICE, facts.head().orderId(), command));
  }

  private static String timer(Commands.SendInvoice command) {
    return "invoice/" + (command.test() ? "test/" : "") + command.number();
  }

  private void store(
      Commands.SendInvoice command,
      Billing facts,
      String type,
      TradingPartner partner,
      String after) {
    Head head = facts.head();
    Optional<Shipment> shipment =
        Optional.ofNullable(facts.shipmentId()).flatMap(answers::shipment);
    Company company = companies.find(head.company()).orElseGet(() -> companies.of(partner));
    boolean edifact = Message.answers(head);
    Object content =
        edifact
            ? InvoiceMessage.of(facts, shipment, partner, company)
            : Invoice810.of(facts, shipment, partner, company);
    outgoing.store(
        new Draft(
            partner,
            type,
            type + "/" + (command.test() ? "test/" : "") + command.number(),
            command.number(),
            head.orderId(),
            head.test(),
            head.parallel(),
            null,
            head.documentId(),
            after),
        () ->
            envelopes.document(
                ours.known(partner, head.documentId()),
                company,
                type,
                head.test(),
                templates.render(edifact ? EDIFACT_TEMPLATE : TEMPLATE, messages.model(content))));
  }
}
