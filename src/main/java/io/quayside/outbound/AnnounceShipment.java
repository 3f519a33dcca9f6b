package io.quayside.outbound;

import io.quayside.document.Mails.Mail;
import io.quayside.order.Answers;
import io.quayside.order.Answers.Confirmation;
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
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** Announces a shipment as it was packed, in the standard that its order came in: the 856, … */
@Component("announceShipment")
class AnnounceShipment {
  private final Answers answers;
  private final Correspondents correspondents;
  private final Companies companies;
  private final AnswerWriter writer;
  private final OutgoingDocuments documents;
  private final WaitingInvoices invoices;
  private final MailAnswers mails;
  private final Journey journey;
  private final Outbox outbox;
  private final Messages messages;
  private final Database database;
  private final Inbox inbox;
  private final Problems problems;
  private final Clock clock;

  AnnounceShipment(
      Answers answers,
      Correspondents correspondents,
      Companies companies,
      AnswerWriter writer,
      OutgoingDocuments documents,
      WaitingInvoices invoices,
      MailAnswers mails,
      Journey journey,
      Outbox outbox,
      Messages messages,
      Database database,
      Inbox inbox,
      Problems problems,
      Clock clock) {
    this.answers = answers;
    this.correspondents = correspondents;
    this.companies = companies;
    this.writer = writer;
    this.documents = documents;
    this.invoices = invoices;
    this.mails = mails;
    this.journey = journey;
    this.outbox = outbox;
    this.messages = messages;
    this.database = database;
    this.inbox = inbox;
    this.problems = problems;
    this.clock = clock;
  }

  /** The business key of a shipment's notice. */
  static String key(Head head, TradingPartner partner, String shipmentId) {
    return type(head, partner) + "/" + shipmentId;
  }

  /** 856, DESADV …, as the order came. */
  static String type(Head head, TradingPartner partner) {
    return AnswerFormat.of(head, partner).shipment();
  }

  /** Queue {@code shipment.announce}. */
  public void announce(
      Commands.Announce command, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    database.inTransaction(
        () -> {
          if (inbox.accept(Commands.ANNOUNCE, messageId)) {
            announce(command);
          }
        });
  }

  private void announce(Commands.Announce command) {
    String id = command.shipmentId();
    Shipment facts = Correspondents.known(answers.shipment(id), "shipment " + id);
    Head head = facts.head();
    TradingPartner partner = correspondents.partner(head);
    Optional<Mail> mail = mails.mail(head);
    Optional<String> silence = Silence.reason(head, partner, type(head, partner));
    if (mail.isPresent()) {
      mails.announce(mail.get(), facts, partner);
    } else if (silence.isPresent()) {
      journey.add(head.orderId(), "answer", type(head, partner) + "-not-sent", silence.get());
    } else {
      store(facts, partner, command.purpose());
    }
    invoices
        .take(id)
        .forEach(
            invoice -> outbox.send(messages.command(Commands.INVOICE, head.orderId(), invoice)));
  }

  /** A shipment has one notice; each correction is a document of its own. */
  private String key(Shipment facts, TradingPartner partner, String purpose) {
    String key = key(facts.head(), partner, facts.packed().shipmentId());
    return purpose == null
        ? key
        : IntStream.iterate(2, n -> n + 1)
            .mapToObj(n -> key + "/" + n)
            .filter(one -> documents.find(one).isEmpty())
            .findFirst()
            .orElseThrow();
  }

  private void store(Shipment facts, TradingPartner partner, String purpose) {
    Head head = facts.head();
    Confirmation decided =
        Correspondents.known(answers.confirmation(head.orderId()), "order " + head.orderId());
    Company company = companies.find(head.company()).orElseGet(() -> companies.of(partner));
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), partner.zone());
    if (type(head, partner).equals(ShipNotice856.TYPE)) {
      new Packing(facts, decided, partner)
          .missing()
          .ifPresent(why -> problems.raise(withoutPackages(facts, partner, why)));
    }
    Answer answer =
        AnswersInKind.shipment(
            facts, decided, partner, company, correspondents.name(facts.supplier()), now);
    String key = key(facts, partner, purpose);
    documents.store(
        new Draft(
            partner,
            answer.type(),
            key,
            head.order().poNumber(),
            head.orderId(),
            head.test(),
            head.parallel(),
            null,
            head.documentId(),
            null),
        () -> writer.write(answer, key, purpose, head, partner, company));
  }

  /** The partner gets a true notice, but not in the shape that it asked for: a person may know. */
  private static Problems.NewProblem withoutPackages(
      Shipment facts, TradingPartner partner, String why) {
    Head head = facts.head();
    String shipment = facts.packed().shipmentId();
    return new Problems.NewProblem(
        "order/" + head.orderId() + "/packages-not-said/" + shipment,
        "packages-not-said",
        head.orderId(),
        null,
        null,
        partner.id(),
        head.test(),
        "The 856 of shipment " + shipment + " names no packages",
        "%s asks for packages (asn.structure %s), but %s: the notice says what was shipped and how many packages, without what is in which (SOI)."
            .formatted(partner.id(), partner.asn().structure(), why),
        "Say at packing what is in which carton, and set quayside.company.gs1-prefix so that each gets an SSCC. Ask the partner whether it takes this shipment as it is, then resolve this.",
        null,
        null);
  }
}
