package io.quayside.outbound;

import io.quayside.order.Answers;
import io.quayside.order.Answers.Change;
import io.quayside.order.Answers.ChangedLine;
import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.Head;
import io.quayside.order.Journey;
import io.quayside.order.canonical.Line;
import io.quayside.outbound.OutgoingDocuments.Draft;
import io.quayside.partner.Companies;
import io.quayside.partner.Company;
import io.quayside.partner.TradingPartner;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Answers a change that the customer asked for: by an 865 where the partner's {@code replies} name
 * it, by an ORDRSP in EDIFACT. Elsewhere a revision is answered as any order, and a change that was
 * set aside is not.
 */
@Component
class AnswerChange {
  private final Answers answers;
  private final Companies companies;
  private final AnswerWriter writer;
  private final OutgoingDocuments documents;
  private final LastConfirmation last;
  private final Journey journey;
  private final Messages messages;
  private final Clock clock;

  AnswerChange(
      Answers answers,
      Companies companies,
      AnswerWriter writer,
      OutgoingDocuments documents,
      LastConfirmation last,
      Journey journey,
      Messages messages,
      Clock clock) {
    this.answers = answers;
    this.companies = companies;
    this.writer = writer;
    this.documents = documents;
    this.last = last;
    this.journey = journey;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * The change that an answer is about.
   *
   * @param named its document, as the command names it; null: the order may be the revision that a
   *     change made of another
   */
  Optional<Change> of(Head head, String named) {
    return named == null
        ? answers
            .change(head.documentId())
            .filter(change -> change.accepted() && !change.orderId().equals(head.orderId()))
        : answers.change(named);
  }

  /** Whether an 865 has answered it. */
  boolean told(Change change) {
    String first = OutgoingDocuments.key(AnswerFormat.CHANGE, change.documentId(), 1);
    return documents.find(first).isPresent();
  }

  /**
   * Writes the change's own answer, once; a person's correction again.
   *
   * @return false where the order's confirmation is the answer, or has news since
   */
  boolean answered(
      Change change, Confirmation facts, TradingPartner partner, Commands.Confirm command) {
    Head head = facts.head();
    AnswerFormat format = AnswerFormat.of(head, partner);
    boolean x12 = format == AnswerFormat.X12;
    boolean named = command.change() != null;
    if (!(x12 && partner.replies().contains(AnswerFormat.CHANGE)
        || format == AnswerFormat.EDIFACT)) {
      silent(change, head, format);
      return !change.accepted();
    }
    String kind = x12 ? AnswerFormat.CHANGE : format.confirmation();
    String subject = x12 || head.orderId() == null ? change.documentId() : head.orderId();
    int number = documents.number(kind, subject);
    boolean told = x12 || head.orderId() == null ? number > 1 : last.isTold(head.orderId());
    if (!named && (told || command.purpose() != null)) {
      return false;
    }
    if (x12 && number > 1 && command.purpose() == null) {
      return true;
    }
    write(change, facts, partner, command.purpose(), kind, subject, number);
    return true;
  }

  private void write(
      Change change,
      Confirmation facts,
      TradingPartner partner,
      String purpose,
      String kind,
      String subject,
      int number) {
    Head head = facts.head();
    Optional<String> silence = Silence.reason(head, partner, kind);
    if (silence.isPresent()) {
      note(head, kind + "-not-sent", silence.get());
      return;
    }
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), partner.zone());
    Company company = companies.find(head.company()).orElseGet(() -> companies.of(partner));
    if (change.accepted()) {
      Answer decision = AnswersInKind.confirmation(facts, partner, company, now, 1);
      last.isNews(head.orderId(), messages.model(decision.facts()));
    }
    String key = OutgoingDocuments.key(kind, subject, number);
    documents.store(
        new Draft(
            partner,
            kind,
            key,
            head.order().poNumber(),
            head.orderId(),
            head.test(),
            head.parallel(),
            null,
            change.documentId(),
            null),
        () ->
            writer.write(
                AnswersInKind.change(change, facts, partner, company, now, number),
                key,
                purpose,
                head,
                partner,
                company));
  }

  /** What the customer is not told. */
  private void silent(Change change, Head head, AnswerFormat format) {
    if (!change.accepted()) {
      unanswered(
          head,
          format,
          "The customer is not told that its change was set aside: what it was told holds.");
      return;
    }
    String gone =
        change.lines().stream()
            .filter(line -> line.after() == null && change.after() != null)
            .map(ChangedLine::before)
            .map(Line::lineNumber)
            .collect(Collectors.joining(", "));
    if (!gone.isEmpty() && documents.number(format.confirmation(), head.orderId()) == 1) {
      unanswered(head, format, "Not answered: what the change deleted, line %s.".formatted(gone));
    }
  }

  private void unanswered(Head head, AnswerFormat format, String words) {
    String how =
        format == AnswerFormat.X12 ? " An 865 would tell it; the agreement names none." : "";
    note(head, "change-not-answered", words + how);
  }

  private void note(Head head, String event, String words) {
    if (head.orderId() != null) {
      journey.add(head.orderId(), "answer", event, words);
    }
  }
}
