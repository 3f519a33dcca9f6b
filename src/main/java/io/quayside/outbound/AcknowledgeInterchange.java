package io.quayside.outbound;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.document.Receipts;
import io.quayside.edi.Acknowledgments;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.OutSegment;
import io.quayside.edi.Severities;
import io.quayside.edi.Standard;
import io.quayside.edi.Verdict;
import io.quayside.outbound.OutgoingDocuments.Draft;
import io.quayside.partner.Partners;
import io.quayside.partner.TradingPartner;
import io.quayside.partner.X12Settings.OnResend;
import io.quayside.partner.X12Settings.Ta1;
import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import io.quayside.work.PermanentFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Acknowledges a received interchange: a TA1 about its envelope when it is wanted, and a 997 or 999
 * for each functional group; a CONTRL in EDIFACT. A 997 is never acknowledged; what an exact resend
 * gets was stored when it came first.
 */
@Component("acknowledgeInterchange")
class AcknowledgeInterchange {
  private static final int PAGE = 500;

  private final Receipts receipts;
  private final Documents documents;
  private final Partners partners;
  private final ReceivedBytes reader;
  private final Envelopes envelopes;
  private final OutgoingDocuments outgoing;
  private final Redelivery deliveries;
  private final SyntaxReports reports;
  private final Database database;
  private final Inbox inbox;

  AcknowledgeInterchange(
      Receipts receipts,
      Documents documents,
      Partners partners,
      ReceivedBytes reader,
      Envelopes envelopes,
      OutgoingDocuments outgoing,
      Redelivery deliveries,
      SyntaxReports reports,
      Database database,
      Inbox inbox) {
    this.receipts = receipts;
    this.documents = documents;
    this.partners = partners;
    this.reader = reader;
    this.envelopes = envelopes;
    this.outgoing = outgoing;
    this.deliveries = deliveries;
    this.reports = reports;
    this.database = database;
    this.inbox = inbox;
  }

  /** Queue {@code interchange.acknowledge}. */
  public void acknowledge(
      Commands.Acknowledge command, @Header(Outbox.Headers.MESSAGE_ID) String messageId) {
    List<Document> received = documentsOf(command.receiptId(), "in");
    byte[] bytes = bytes(command);
    Optional<Interchange> envelope = reader.read(bytes).interchanges().stream().findFirst();
    database.inTransaction(
        () -> {
          if (inbox.accept(Commands.ACKNOWLEDGE, messageId) && envelope.isPresent()) {
            TradingPartner partner = partner(command, envelope.get(), received);
            answer(command, judged(command, bytes, partner), partner, received);
          }
        });
  }

  private Interchange judged(Commands.Acknowledge command, byte[] bytes, TradingPartner partner) {
    Severities agreed = Severities.of(partner.agreement().strict(), partner.agreement().severity());
    return reader
        .read(bytes, partner.agreement())
        .interchanges()
        .get(0)
        .withNumbersUsedBefore(
            group -> command.usedBefore().contains(command.from() + group.startOffset()), agreed);
  }

  private byte[] bytes(Commands.Acknowledge command) {
    byte[] all = receipts.bytes(command.receiptId());
    return Arrays.copyOfRange(all, (int) command.from(), (int) command.to());
  }

  private void answer(
      Commands.Acknowledge command,
      Interchange interchange,
      TradingPartner partner,
      List<Document> received) {
    if (interchange.standard() == Standard.EDIFACT) {
      answerEdifact(command, interchange, partner, received);
      return;
    }
    if (command.duplicateOf() != null) {
      answerResend(command, interchange, partner);
      return;
    }
    boolean rejected = interchange.verdict() == Verdict.REJECTED;
    boolean answeredByTa1 = wantsTa1(interchange, partner) && ta1(command, interchange, partner);
    if (rejected && answeredByTa1
        || !partner.replies().contains("997")
        || partner.x12().functionalAck().equals("none")) {
      return;
    }
    Map<String, Integer> numbers = new HashMap<>();
    for (FunctionalGroup group : interchange.groups()) {
      if (!group.functionalId().equals("FA")) {
        int again = numbers.merge(group.controlNumber(), 1, Integer::sum);
        acknowledge(command, interchange, group, again, partner, received);
      }
    }
  }

  private void answerEdifact(
      Commands.Acknowledge command,
      Interchange interchange,
      TradingPartner partner,
      List<Document> received) {
    if (command.duplicateOf() == null) {
      reports.answer(
          command,
          interchange,
          partner,
          received.stream()
              .filter(one -> command.from() <= one.from() && one.from() < command.to())
              .toList());
    } else {
      reports.answerResend(
          command, interchange, partner, documentsOf(command.duplicateOf(), "out"));
    }
  }

  /** When asked for, always, or because the envelope is rejected and nothing else would say so. */
  private static boolean wantsTa1(Interchange interchange, TradingPartner partner) {
    Ta1 ta1 = partner.x12().ta1();
    return ta1 == Ta1.ALWAYS
        || ta1 == Ta1.WHEN_ASKED
            && (interchange.acknowledgmentRequested() || interchange.verdict() == Verdict.REJECTED);
  }

  /** False when the ISA has no readable number, date and time: then there is nothing to echo. */
  private boolean ta1(
      Commands.Acknowledge command, Interchange interchange, TradingPartner partner) {
    Optional<OutSegment> ta1 = Acknowledgments.ta1(interchange);
    ta1.ifPresent(segment -> ta1(command, interchange, partner, segment));
    return ta1.isPresent();
  }

  private void ta1(
      Commands.Acknowledge command,
      Interchange interchange,
      TradingPartner partner,
      OutSegment ta1) {
    outgoing.store(
        draft(
            command,
            partner,
            "TA1",
            "TA1/%s/%d".formatted(command.receiptId(), command.from()),
            interchange.controlNumber(),
            interchange.test(),
            null),
        () -> envelopes.interchangeAcknowledgment(partner, interchange, ta1));
  }

  /**
   * @param again which group of this number it is in its interchange
   */
  private void acknowledge(
      Commands.Acknowledge command,
      Interchange interchange,
      FunctionalGroup group,
      int again,
      TradingPartner partner,
      List<Document> received) {
    Set<Long> starts =
        group.sets().stream().map(set -> (long) set.startOffset()).collect(Collectors.toSet());
    List<Document> answered =
        received.stream().filter(one -> starts.contains(one.from() - command.from())).toList();
    String type = type(partner, group);
    outgoing.store(
        draft(
            command,
            partner,
            type,
            "%s/%s/%d/%s%s"
                .formatted(
                    type,
                    command.receiptId(),
                    command.from(),
                    group.controlNumber(),
                    again == 1 ? "" : "/" + again),
            reference(interchange, group),
            interchange.test(),
            answered.size() == 1 ? answered.get(0).id() : null),
        () ->
            envelopes.functionalAcknowledgment(
                partner,
                interchange,
                group,
                type,
                type.equals("999")
                    ? Acknowledgments.functional999(interchange, group)
                    : Acknowledgments.functional997(interchange, group)));
    answered.forEach(one -> documents.acknowledgment(one.id(), "sent", null));
  }

  /** A group before 005010 has no 999: it gets a 997 whatever is agreed. */
  private static String type(TradingPartner partner, FunctionalGroup group) {
    boolean agreed = partner.x12().functionalAck().equals("999");
    return agreed && Acknowledgments.has999(group) ? "999" : "997";
  }

  /** The same interchange once more: the stored 997s again, as they are. */
  private void answerResend(
      Commands.Acknowledge command, Interchange interchange, TradingPartner partner) {
    OnResend onResend = partner.x12().onResend();
    if (onResend == OnResend.TA1_DUPLICATE) {
      Acknowledgments.ta1(interchange)
          .map(
              ta1 ->
                  OutSegment.of("TA1", ta1.element(1), ta1.element(2), ta1.element(3), "R", "025"))
          .ifPresent(ta1 -> ta1(command, interchange, partner, ta1));
    } else if (command.resend() && onResend == OnResend.RESEND_997) {
      List<String> references =
          interchange.groups().stream().map(group -> reference(interchange, group)).toList();
      documentsOf(command.duplicateOf(), "out").stream()
          .filter(
              one ->
                  List.of("997", "999").contains(one.type()) && references.contains(one.reference())
                      || one.type().equals("TA1")
                          && interchange.controlNumber().equals(one.reference()))
          .forEach(deliveries::again);
    }
  }

  /** What a 997 answers: interchange and group. {@code 000000905/77} */
  private static String reference(Interchange interchange, FunctionalGroup group) {
    return interchange.controlNumber() + "/" + group.controlNumber();
  }

  private static Draft draft(
      Commands.Acknowledge command,
      TradingPartner partner,
      String type,
      String key,
      String reference,
      boolean test,
      String answers) {
    return new Draft(
        partner, type, key, reference, null, test, false, command.receiptId(), answers, null);
  }

  private TradingPartner partner(
      Commands.Acknowledge command, Interchange interchange, List<Document> received) {
    return received.stream()
        .filter(one -> command.from() <= one.from() && one.from() < command.to())
        .map(Document::partnerId)
        .filter(Text::has)
        .findFirst()
        .or(() -> receipts.find(command.receiptId()).map(Receipts.Receipt::partnerId))
        .flatMap(partners::find)
        .or(() -> byAddress(interchange))
        .orElseThrow(
            () ->
                new PermanentFailure(
                    "Interchange %s: no partner has the address %s %s, so nobody can be answered."
                        .formatted(
                            interchange.controlNumber(),
                            interchange.sender().qualifier(),
                            interchange.sender().id())));
  }

  private Optional<TradingPartner> byAddress(Interchange interchange) {
    String group =
        interchange.groups().isEmpty() || interchange.groups().get(0).isImplied()
            ? null
            : interchange.groups().get(0).sender().id();
    return partners.byAddress(
        interchange.standard() == Standard.X12 ? "x12" : "edifact",
        interchange.sender().qualifier(),
        interchange.sender().id(),
        group);
  }

  private List<Document> documentsOf(String receiptId, String direction) {
    List<Document> all = new ArrayList<>();
    for (boolean test : List.of(false, true)) {
      Documents.Page page;
      int number = 0;
      do {
        page =
            documents.list(
                new Documents.Query(
                    direction, null, null, null, receiptId, null, null, null, null, test, number++,
                    PAGE));
        all.addAll(page.items());
      } while ((long) number * PAGE < page.total());
    }
    return all;
  }
}
