package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.document.Mails;
import io.quayside.document.Mails.Mail;
import io.quayside.order.Answers.Billing;
import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.Head;
import io.quayside.order.Answers.Shipment;
import io.quayside.order.Journey;
import io.quayside.outbound.MailWriter.Letter;
import io.quayside.outbound.OutgoingDocuments.Draft;
import io.quayside.partner.Companies;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers orders that came as words or pictures in a mail: by mail, in the same thread. */
@Component
class MailAnswers {

  static final String CONFIRMATION = "confirmation";
  static final String SHIPMENT = "shipment";
  static final String INVOICE = "invoice";
  static final String QUESTION = "question";

  private final Documents documents;
  private final Mails mails;
  private final OutgoingDocuments outgoing;
  private final Letters letters;
  private final Companies companies;
  private final Messages messages;
  private final Journey journey;
  private final SmtpSettings settings;
  private final Ids ids;
  private final Clock clock;

  MailAnswers(
      Documents documents,
      Mails mails,
      OutgoingDocuments outgoing,
      Letters letters,
      Companies companies,
      Messages messages,
      Journey journey,
      SmtpSettings settings,
      Ids ids,
      Clock clock) {
    this.documents = documents;
    this.mails = mails;
    this.outgoing = outgoing;
    this.letters = letters;
    this.companies = companies;
    this.messages = messages;
    this.journey = journey;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /** The mail that an order came in; empty when it came otherwise, or as EDI in a mail. */
  Optional<Mail> mail(Head head) {
    if (AnswerFormat.edi(head) || head.documentId() == null) {
      return Optional.empty();
    }
    return documents
        .find(head.documentId())
        .map(Documents.Document::receiptId)
        .flatMap(receipt -> mails.ofPart(receipt).or(() -> mails.find(receipt)));
  }

  /** What we understood, line by line, with the sales order as PDF. */
  void confirm(Mail mail, Confirmation facts, TradingPartner partner, String businessKey) {
    Map<String, Object> model = model(facts.head(), partner);
    String language = partner.language();
    model.put("lines", LetterFacts.confirmed(facts, letters, language));
    String number = String.valueOf(facts.head().salesOrder());
    byte[] pdf =
        Letters.pdf(
            letters.html(
                CONFIRMATION,
                language,
                titled(model, letters.say(language, "salesOrder.title", number), "")));
    send(
        mail,
        facts.head(),
        partner,
        CONFIRMATION,
        businessKey,
        model,
        pdf,
        FileNames.safe(number) + ".pdf");
  }

  void announce(Mail mail, Shipment facts, TradingPartner partner) {
    Map<String, Object> model = model(facts.head(), partner);
    model.put("lines", LetterFacts.shipped(facts));
    model.put("shipment", facts.packed().shipmentId());
    model.put("date", LocalDate.ofInstant(facts.packed().shippedAt(), partner.zone()).toString());
    put(model, "carrier", facts.scac());
    put(model, "tracking", facts.tracking());
    String key = "mail/shipment/" + facts.packed().shipmentId();
    send(mail, facts.head(), partner, SHIPMENT, key, model, null, null);
  }

  /** The invoice as PDF, and the same to read in the mail. */
  void bill(Mail mail, Billing facts, TradingPartner partner) {
    Map<String, Object> model = model(facts.head(), partner);
    String number = facts.invoice().number();
    model.put("invoice", messages.model(facts.invoice()));
    put(model, "tracking", facts.tracking());
    String language = partner.language();
    String po = facts.head().order().poNumber();
    model.put("title", letters.say(language, "invoice.title", number));
    model.put("intro", letters.say(language, "invoice.intro", po));
    byte[] pdf = Letters.pdf(letters.html(INVOICE, language, model));
    String key = "mail/invoice/" + (facts.head().test() ? "test/" : "") + number;
    send(mail, facts.head(), partner, INVOICE, key, model, pdf, FileNames.safe(number) + ".pdf");
  }

  /** All open points at once. */
  void ask(Mail mail, Head head, TradingPartner partner, List<String> points, String key) {
    Map<String, Object> model = model(head, partner);
    model.put("points", points);
    send(mail, head, partner, QUESTION, key, model, null, null);
  }

  private Map<String, Object> model(Head head, TradingPartner partner) {
    Map<String, Object> model = new HashMap<>();
    model.put("order", messages.model(head.order()));
    model.put(
        "company",
        messages.model(companies.find(head.company()).orElseGet(() -> companies.of(partner))));
    put(model, "salesOrder", head.salesOrder());
    return model;
  }

  private void send(
      Mail mail,
      Head head,
      TradingPartner partner,
      String type,
      String key,
      Map<String, Object> model,
      byte[] pdf,
      String pdfName) {
    Optional<String> silence = silence(mail);
    if (silence.isPresent()) {
      journey.add(head.orderId(), "answer", type + "-not-sent", silence.get());
      return;
    }
    String language = partner.language();
    String po = head.order().poNumber();
    String about = type.equals(INVOICE) ? reference(model) : po;
    Map<String, Object> titled =
        model.containsKey("title")
            ? model
            : titled(
                model,
                letters.say(language, type + ".title", po),
                letters.say(language, type + ".intro", po));
    String subject = letters.say(language, type + ".subject", about);
    Letter letter = new Letter(subject, letters.html(type, language, titled), pdf, pdfName);
    outgoing.store(
        new Draft(
            partner,
            type,
            key,
            about,
            head.orderId(),
            head.test(),
            head.parallel(),
            null,
            head.documentId(),
            null),
        () -> {
          String id = ids.next();
          byte[] bytes = MailWriter.write(settings, id, mail, letter, clock.instant());
          return new Written(id, null, null, null, null, bytes, List.of());
        });
  }

  private static String reference(Map<String, Object> model) {
    return String.valueOf(((Map<?, ?>) model.get("invoice")).get("number"));
  }

  /** Machines and strangers get no answer by themselves: it would help liars, or go in circles. */
  Optional<String> silence(Mail mail) {
    if (!settings.configured()) {
      return Optional.of("No mail: no mail server is configured (quayside.mail.host and .from)");
    }
    if (mail.replyTo() == null) {
      return Optional.of("No mail: the order's mail names nobody to answer");
    }
    return mail.proven()
        ? Optional.empty()
        : Optional.of(
            "No mail: the sender is not proven (%s); answer by hand".formatted(mail.proof()));
  }

  private static Map<String, Object> titled(Map<String, Object> model, String title, String intro) {
    Map<String, Object> titled = new HashMap<>(model);
    titled.put("title", title);
    titled.put("intro", intro);
    return titled;
  }

  private static void put(Map<String, Object> model, String key, Object value) {
    if (value != null) {
      model.put(key, value);
    }
  }
}
