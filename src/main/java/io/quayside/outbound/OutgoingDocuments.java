package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.order.Journey;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Ids;
import io.quayside.work.Outbox;
import io.quayside.work.Problems;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Stores what we send: bytes and numbers in one transaction, then it is delivered or held. */
@Component
class OutgoingDocuments {
  private static final Set<String> ACKNOWLEDGMENTS = Set.of("997", "999", "TA1");

  private final Documents documents;
  private final Journey journey;
  private final Holds holds;
  private final Outbox outbox;
  private final Problems problems;
  private final Messages messages;
  private final Ids ids;

  OutgoingDocuments(
      Documents documents,
      Journey journey,
      Holds holds,
      Outbox outbox,
      Problems problems,
      Messages messages,
      Ids ids) {
    this.documents = documents;
    this.journey = journey;
    this.holds = holds;
    this.outbox = outbox;
    this.problems = problems;
    this.messages = messages;
    this.ids = ids;
  }

  /**
   * A document before it has its numbers.
   *
   * @param reference what people know it by: PO, shipment or invoice number
   * @param receiptId the receipt that an acknowledgment answers, else null
   * @param after id of the document that must be delivered before, or null
   */
  record Draft(
      TradingPartner partner,
      String type,
      String businessKey,
      String reference,
      String orderId,
      boolean test,
      boolean parallel,
      String receiptId,
      String answers,
      String after) {}

  /**
   * Stores a document in the current transaction, and nothing when its business key is there
   * already: then no number is taken.
   */
  Optional<String> store(Draft draft, Supplier<Written> write) {
    if (documents.byBusinessKey(draft.businessKey()).isPresent()) {
      return Optional.empty();
    }
    Written written = write.get();
    String id =
        documents
            .add(record(draft, written))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        draft.businessKey() + " was stored by somebody else meanwhile"));
    if (draft.orderId() != null) {
      documents.link(id, draft.orderId());
      journey.add(
          draft.orderId(), "answer", draft.type() + "-written", told(draft.type(), written));
    }
    letGo(draft, id);
    return Optional.of(id);
  }

  private static String told(String type, Written written) {
    return switch (AnswerFormat.word(type)) {
      case "email" -> "Mail written: " + type;
      case "x12", "edifact" ->
          "%s written, interchange %s".formatted(type, written.controlNumber());
      default -> type + " written";
    };
  }

  /** Which answer of its kind this is: what is decided anew is answered again. */
  int number(String kind, String subject) {
    return IntStream.iterate(1, n -> n + 1)
        .filter(n -> find(key(kind, subject, n)).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  static String key(String kind, String subject, int number) {
    return kind + "/" + subject + "/" + number;
  }

  /** The document that was stored under a business key. */
  Optional<Documents.Document> find(String businessKey) {
    return documents.byBusinessKey(businessKey);
  }

  private Documents.NewDocument record(Draft draft, Written written) {
    TradingPartner partner = draft.partner();
    String format = AnswerFormat.word(draft.type());
    boolean answered =
        !ACKNOWLEDGMENTS.contains(draft.type())
            && switch (format) {
              case "x12" -> !partner.x12().functionalAck().equals("none");
              case "edifact" -> partner.edifact().ackRequested() == 1;
              default -> false;
            };
    String number = (draft.test() ? "T" : "") + Objects.toString(written.controlNumber(), "");
    return new Documents.NewDocument(
        "out",
        draft.type(),
        format,
        partner.id(),
        format.equals("email") ? "mail" : partner.out(draft.type()).id(),
        draft.receiptId(),
        draft.businessKey(),
        draft.reference(),
        written.controlNumber(),
        written.groupControlNumber(),
        written.setControlNumber(),
        written.functionalId(),
        written.version(),
        0,
        written.bytes().length,
        written.bytes(),
        FileNames.of(draft.type(), draft.reference(), number, ids.next()),
        draft.test(),
        "accepted",
        "pending",
        answered ? "awaited" : "none",
        messages.findings(written.findings()),
        draft.after(),
        draft.answers());
  }

  private void letGo(Draft draft, String id) {
    if (ACKNOWLEDGMENTS.contains(draft.type())) {
      outbox.send(messages.deliver(id));
    } else if (draft.parallel() || draft.partner().mode() == TradingPartner.Mode.PARALLEL) {
      holds.hold(id, Holds.Reason.PARALLEL);
      told(draft, "held", "%s is not sent: %s runs in parallel");
    } else if (draft.partner().approve().contains(draft.type())) {
      holds.hold(id, Holds.Reason.APPROVE);
      told(draft, "held", "%s waits for a person to release it to %s");
      askForApproval(draft, id);
    } else {
      outbox.send(messages.deliver(id));
    }
  }

  private void told(Draft draft, String what, String text) {
    if (draft.orderId() != null) {
      journey.add(
          draft.orderId(),
          "answer",
          draft.type() + "-" + what,
          text.formatted(draft.type(), draft.partner().id()));
    }
  }

  private void askForApproval(Draft draft, String id) {
    String what = "%s %s".formatted(draft.type(), draft.reference());
    problems.raise(
        new Problems.NewProblem(
            DeliveryProblems.key(id),
            "approval-wanted",
            draft.orderId(),
            id,
            null,
            draft.partner().id(),
            draft.test(),
            "%s to %s waits for approval".formatted(what, draft.partner().name()),
            "The partner file says that a person releases each %s before it leaves."
                .formatted(draft.type()),
            "Look at the document, then retry: it is delivered as it stands.",
            messages.command(Commands.DELIVER, draft.orderId(), new Commands.Deliver(id, 0, true)),
            null));
  }
}
