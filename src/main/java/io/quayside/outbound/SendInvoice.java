package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.document.Mails.Mail;
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
import io.quayside.work.Problems;
import io.quayside.work.Timers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Sends an invoice as it was booked, in the standard that its order came in (810, …), never before
 * the notice of what it bills.
 */
@Component("sendInvoice")
class SendInvoice {
  private static final Duration USUALLY = Duration.ofHours(24);

  private final Answers answers;
  private final Correspondents correspondents;
  private final Companies companies;
  private final AnswerWriter writer;
  private final OutgoingDocuments outgoing;
  private final Documents documents;
  private final WaitingInvoices waiting;
  private final Timers timers;
  private final Problems problems;
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
      AnswerWriter writer,
      OutgoingDocuments outgoing,
      Documents documents,
      WaitingInvoices waiting,
      Timers timers,
      Problems problems,
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
    this.outgoing = outgoing;
    this.documents = documents;
    this.waiting = waiting;
    this.timers = timers;
    this.problems = problems;
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
    String type = AnswerFormat.of(head, partner).invoice();
    Optional<String> silence = Silence.reason(head, partner, type);
    if (silence.isPresent()) {
      journey.add(head.orderId(), "answer", type + "-not-sent", silence.get());
      return;
    }
    boolean afterNotice = !command.alone() && waitsForNotice(facts, partner);
    if (afterNotice) {
      waiting.meet(facts.shipmentId());
    }
    Optional<Documents.Document> notice =
        afterNotice
            ? documents.byBusinessKey(AnnounceShipment.key(head, partner, facts.shipmentId()))
            : Optional.empty();
    if (afterNotice && notice.isEmpty()) {
      await(command, facts, partner);
      return;
    }
    if (afterNotice) {
      waiting.part(facts.shipmentId());
    } else if (command.alone()) {
      waiting.forget(facts.shipmentId(), command);
      waiting.part(facts.shipmentId());
    }
    timers.cancel(timer(command));
    problems.resolve(NoticeMissing.key(command), "system", "the invoice is on its way");
    store(command, facts, partner, notice.map(Documents.Document::id).orElse(null));
  }

  /** Never before its notice, where the order's customer takes one. */
  private static boolean waitsForNotice(Billing facts, TradingPartner partner) {
    return facts.shipmentId() != null
        && partner.agreement().invoiceAfterAsn()
        && Silence.reason(facts.head(), partner, AnnounceShipment.type(facts.head(), partner))
            .isEmpty();
  }

  /** The notice wakes it when it is written; the one alarm tells a person that none was. */
  private void await(Commands.SendInvoice command, Billing facts, TradingPartner partner) {
    waiting.add(facts.shipmentId(), command);
    if (command.overdue()) {
      problems.raise(
          NoticeMissing.problem(
              command,
              facts,
              partner,
              messages.command(Commands.INVOICE, command.orderId(), command.withoutNotice())));
      return;
    }
    timers.set(
        timer(command),
        clock.instant().plus(partner.agreement().deadlines().getOrDefault("810", USUALLY)),
        messages.command(Commands.INVOICE, command.orderId(), command.whenOverdue()));
  }

  private static String timer(Commands.SendInvoice command) {
    return "invoice/" + (command.test() ? "test/" : "") + command.number();
  }

  private void store(
      Commands.SendInvoice command, Billing facts, TradingPartner partner, String after) {
    Head head = facts.head();
    Optional<Shipment> shipment =
        Optional.ofNullable(facts.shipmentId()).flatMap(answers::shipment);
    Company company = companies.find(head.company()).orElseGet(() -> companies.of(partner));
    Answer answer = AnswersInKind.invoice(facts, shipment, partner, company);
    String key =
        "%s/%s%s".formatted(answer.type(), command.test() ? "test/" : "", command.number());
    outgoing.store(
        new Draft(
            partner,
            answer.type(),
            key,
            command.number(),
            head.orderId(),
            head.test(),
            head.parallel(),
            null,
            head.documentId(),
            after),
        () -> writer.write(answer, key, head, partner, company));
  }
}
