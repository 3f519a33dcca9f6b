package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.edi.Acknowledgments;
import io.quayside.edi.ApplicationAdvice;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.ReceivedAcknowledgment;
import io.quayside.edi.ReceivedAcknowledgment.SetAnswer;
import io.quayside.edi.ReceivedControl;
import io.quayside.edi.ReceivedInterchangeAcknowledgment;
import io.quayside.edi.TransactionSet;
import io.quayside.edi.Verdict;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Matches what a partner says about documents of ours: 997 and 999 by group and set control number,
 * TA1 by interchange control number, CONTRL by interchange and message reference. One that matches
 * nothing stays where it is, with a note.
 */
@Component("matchAcknowledgment")
class MatchAcknowledgment {
  private final Documents documents;
  private final SentDocuments sent;
  private final Rejections rejections;
  private final ReceivedBytes reader;
  private final Verdicts verdicts;
  private final Messages messages;
  private final Database database;
  private final Inbox inbox;

  MatchAcknowledgment(
      Documents documents,
      SentDocuments sent,
      Rejections rejections,
      ReceivedBytes reader,
      Verdicts verdicts,
      Messages messages,
      Database database,
      Inbox inbox) {
    this.documents = documents;
    this.sent = sent;
    this.rejections = rejections;
    this.reader = reader;
    this.verdicts = verdicts;
    this.messages = messages;
    this.database = database;
    this.inbox = inbox;
  }

  /** The alarm of a document whose acknowledgment is awaited. */
  static String timer(String documentId) {
    return "acknowledgment/" + documentId;
  }

  /** Queue {@code acknowledgment.match}. */
  public void match(Commands.Match command, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    database.inTransaction(
        () -> {
          if (inbox.accept(Commands.MATCH, messageId)) {
            Document document =
                Correspondents.known(
                    documents.find(command.documentId()), "document " + command.documentId());
            if (command.overdue()) {
              overdue(document);
            } else {
              match(document);
            }
          }
        });
  }

  private void overdue(Document ours) {
    if ("awaited".equals(ours.acknowledgment())) {
      documents.acknowledgment(ours.id(), "overdue", null);
      verdicts.tell(
          ours,
          "overdue",
          "%s: %s has not acknowledged it in time".formatted(ours.type(), ours.partnerId()));
    }
  }

  private void match(Document received) {
    List<String> unmatched = new ArrayList<>();
    for (Interchange interchange : reader.read(documents.bytes(received.id())).interchanges()) {
      if (received.type().equals("TA1")) {
        if (holds(interchange.startOffset(), interchange.endOffset(), received)) {
          Acknowledgments.parseTa1(interchange).forEach(ta1 -> apply(ta1, received, unmatched));
        }
        continue;
      }
      for (FunctionalGroup group : interchange.groups()) {
        for (TransactionSet set : group.sets()) {
          if (holds(set.startOffset(), set.endOffset(), received)) {
            Acknowledgments.parse(set).forEach(answer -> apply(answer, received, unmatched));
            Acknowledgments.parseControl(set)
                .ifPresent(control -> apply(control, received, unmatched));
            ApplicationAdvice.parse(set).forEach(advice -> apply(advice, received, unmatched));
          }
        }
      }
    }
    if (!unmatched.isEmpty()) {
      documents.validity(
          received.id(), received.validity(), messages.sentences(unmatched.toArray(String[]::new)));
    }
  }

  private static boolean holds(int start, int end, Document received) {
    return start < received.to() && received.from() < end;
  }

  private void apply(ReceivedAcknowledgment answer, Document received, List<String> unmatched) {
    List<String> sets =
        answer.sets().isEmpty()
            ? List.of("")
            : answer.sets().stream().map(SetAnswer::controlNumber).toList();
    for (String set : sets) {
      Optional<Document> ours =
          sent.byGroup(received, answer.functionalId(), answer.groupControlNumber(), set);
      if (ours.isPresent()) {
        verdicts.record(ours.get(), answer.verdictOf(set), words(answer, set), received);
      } else {
        unmatched.add(
            "AK1 %s %s%s matches no document that we sent to %s."
                .formatted(
                    answer.functionalId(),
                    answer.groupControlNumber(),
                    set.isEmpty() ? "" : ", AK2 " + set,
                    received.partnerId()));
      }
    }
  }

  /** A CONTRL speaks of an interchange; a mere receipt decides nothing. */
  private void apply(ReceivedControl control, Document received, List<String> unmatched) {
    List<Document> ours =
        sent.byInterchange(received, control.controlNumber()).stream()
            .filter(one -> one.format().equals(received.format()))
            .toList();
    if (ours.isEmpty()) {
      unmatched.add(
          "UCI %s matches no interchange that we sent to %s."
              .formatted(control.controlNumber(), received.partnerId()));
    }
    for (Document one : ours) {
      String group = one.groupControlNumber();
      String message = one.setControlNumber();
      control
          .verdictOf(group, message)
          .ifPresent(
              verdict -> verdicts.record(one, verdict, control.errorsOf(group, message), received));
    }
  }

  /** A refusal that fits nothing of ours is still a refusal: a person looks for what is meant. */
  private void apply(ApplicationAdvice advice, Document received, List<String> unmatched) {
    Optional<Document> ours = sent.spokenOf(received, advice);
    if (ours.isPresent()) {
      verdicts.record(ours.get(), advice.verdict(), advice.words(), received);
      return;
    }
    unmatched.add(
        "%s %s matches no document that we sent to %s."
            .formatted(received.type(), advice.reference(), received.partnerId()));
    rejections.unmatched(received, advice.reference(), advice.words());
  }

  private static List<String> words(ReceivedAcknowledgment answer, String set) {
    List<String> words = new ArrayList<>(answer.errors());
    answer.sets().stream()
        .filter(one -> one.controlNumber().equals(set))
        .forEach(one -> words.addAll(one.errors()));
    return words;
  }

  /** An accepted envelope says nothing of the documents in it; a rejected one rejects them. */
  private void apply(
      ReceivedInterchangeAcknowledgment ta1, Document received, List<String> unmatched) {
    List<Document> ours = sent.byInterchange(received, ta1.controlNumber());
    if (ours.isEmpty()) {
      unmatched.add(
          "TA1 %s matches no interchange that we sent to %s."
              .formatted(ta1.controlNumber(), received.partnerId()));
    }
    if (ta1.verdict() == Verdict.REJECTED) {
      ours.forEach(
          one -> verdicts.record(one, Verdict.REJECTED, List.of(ta1.sentence()), received));
    }
  }
}
