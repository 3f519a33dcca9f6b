package io.quayside.outbound;

import io.quayside.mapping.Outbound;
import io.quayside.order.Answers;
import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.Head;
import io.quayside.order.Journey;
import io.quayside.outbound.OutgoingDocuments.Draft;
import io.quayside.partner.AcknowledgmentShape.Send;
import io.quayside.partner.Companies;
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

/** Answers an order whose lines are all decided: the 855. */
@Component("confirmOrder")
class ConfirmOrder {
  static final String TEMPLATE = "x12/order-to-855.ftl";

  private final Answers answers;
  private final Correspondents correspondents;
  private final Companies companies;
  private final Outbound templates;
  private final Envelopes envelopes;
  private final OurAddress ours;
  private final OutgoingDocuments documents;
  private final LastConfirmation last;
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
    Confirmation855 content = Confirmation855.of(facts, partner, today(partner));
    Optional<String> silence =
        Silence.reason(head, partner, Confirmation855.TYPE)
            .or(() -> unasked(head, partner, content));
    if (silence.isPresent()) {
      journey.add(orderId, "answer", "855-not-sent", silence.get());
      return;
    }
    Map<String, Object> model = messages.model(content);
    if (!last.isNews(orderId, model)) {
      journey.add(
          orderId, "answer", "855-not-sent", "No 855: the last one says the same, nothing changed");
      return;
    }
    documents.store(
        new Draft(
            partner,
            Confirmation855.TYPE,
            key(orderId),
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
                companies.find(head.company()).orElseGet(() -> companies.of(partner)),
                Confirmation855.TYPE,
                head.test(),
                templates.render(TEMPLATE, model)));
  }

  /** One for each answer: an order is answered again when a decision changes. */
  private String key(String orderId) {
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> "855/" + orderId + "/" + n)
        .filter(key -> documents.find(key).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private Optional<String> unasked(Head head, TradingPartner partner, Confirmation855 content) {
    if ("none".equals(head.order().acknowledgmentWanted())) {
      return Optional.of("No 855: the order says that none is wanted");
    }
    Send send = partner.acknowledgment().send();
    if (send == Send.CHANGES_ONLY && content.unchanged()) {
      return Optional.of("No 855: nothing differs from the order, and only changes are told");
    }
    return send == Send.WHEN_ASKED && !Text.has(head.order().acknowledgmentCode())
        ? Optional.of("No 855: the order does not ask for one")
        : Optional.empty();
  }

  private LocalDate today(TradingPartner partner) {
    return LocalDate.ofInstant(clock.instant(), partner.zone());
  }
}
