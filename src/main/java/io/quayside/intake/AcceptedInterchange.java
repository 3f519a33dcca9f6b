package io.quayside.intake;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.document.Receipts.Receipt;
import io.quayside.edi.Finding;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.Segment;
import io.quayside.edi.Standard;
import io.quayside.edi.TransactionSet;
import io.quayside.edi.Verdict;
import io.quayside.intake.ReceivedDocuments.Status;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.OrderMapping;
import io.quayside.order.Journey;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Outbox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Records the documents of an interchange and sends each of them on its way. */
@Component
class AcceptedInterchange {

  private static final String NORMALISE = "order.normalise";
  private static final String MATCH = "acknowledgment.match";
  private static final String ACKNOWLEDGE = "interchange.acknowledge";
  private static final String NOT_TOLD =
      "The sender was not told: it asked for no CONTRL (UNB 0031), and none is agreed (edifact.contrl: on-error). ";

  private static final String TAKE_IT =
      " Or take it as it is (retry): it becomes an order, the acknowledgment stays as sent, and the mended one that may come later is then the same order.";

  private final Documents record;
  private final ReceivedDocuments documents;
  private final ReceiptProblems problems;
  private final Journey journey;
  private final Findings findings;
  private final ConfigFiles config;
  private final Outbox outbox;

  AcceptedInterchange(
      Documents record,
      ReceivedDocuments documents,
      ReceiptProblems problems,
      Journey journey,
      Findings findings,
      ConfigFiles config,
      Outbox outbox) {
    this.record = record;
    this.documents = documents;
    this.problems = problems;
    this.journey = journey;
    this.findings = findings;
    this.config = config;
    this.outbox = outbox;
  }

  /** It waits for a person: recorded with the reason, nothing goes on. */
  void hold(
      Receipt receipt,
      Interchange interchange,
      TradingPartner partner,
      String validity,
      String reason,
      List<Document> before) {
    String partnerId = partner == null ? null : partner.id();
    Status status =
        new Status(partnerId, interchange.test(), validity, findings.json(List.of(reason)));
    recordAll(receipt, interchange, status, before);
  }

  /**
   * The very bytes were here before: acknowledged once more, ordered never again. A note on the
   * journey of what was ordered; there is nothing that a person has to do.
   */
  void duplicate(
      Receipt receipt,
      Interchange interchange,
      TradingPartner partner,
      String firstReceiptId,
      boolean test,
      List<Document> before) {
    String said = "Exactly the same interchange came before, in receipt " + firstReceiptId + ".";
    Status status = new Status(partner.id(), test, "duplicate", findings.json(List.of(said)));
    List<String> ids = recordAll(receipt, interchange, status, before);
    for (String orderId : linkToFirst(ids, firstReceiptId)) {
      journey.add(
          orderId,
          "intake",
          "duplicate-interchange",
          "Interchange %s came again, the same bytes. No second order was made."
              .formatted(interchange.controlNumber()));
    }
    acknowledge(receipt, interchange, Set.of(), partner, test, firstReceiptId);
  }

  /**
   * Seen for the first time.
   *
   * @param usedBefore where the groups begin whose number came in an earlier interchange
   */
  void first(
      Receipt receipt,
      Interchange interchange,
      Set<Long> usedBefore,
      TradingPartner partner,
      boolean test,
      List<Document> before) {
    boolean rejected = interchange.verdict() == Verdict.REJECTED;
    if (!interchange.services().isEmpty()) {
      Status status = new Status(partner.id(), test, "accepted", null);
      String id =
          documents.whole(
              receipt,
              "TA1",
              Format.of(interchange.standard()),
              interchange.controlNumber(),
              interchange.startOffset(),
              interchange.endOffset(),
              status,
              before);
      send(MATCH, partner, test, Map.of("documentId", id));
    }
    int sets = 0;
    for (FunctionalGroup group : interchange.groups()) {
      for (TransactionSet set : group.sets()) {
        sets++;
        set(receipt, interchange, group, set, partner, test, before);
      }
    }
    if (sets == 0 && interchange.services().isEmpty()) {
      Status status =
          new Status(
              partner.id(),
              test,
              rejected ? "rejected" : "accepted",
              findings.json(Findings.sentences(envelope(interchange))));
      whole(receipt, interchange, status, before);
    }
    if (rejected || !interchange.isComplete() || wrong(envelope(interchange))) {
      brokenEnvelope(receipt, interchange, partner, test);
    }
    acknowledge(receipt, interchange, usedBefore, partner, test, null);
  }

  private void set(
      Receipt receipt,
      Interchange interchange,
      FunctionalGroup group,
      TransactionSet set,
      TradingPartner partner,
      boolean test,
      List<Document> before) {
    List<Finding> all = new ArrayList<>(set.findings());
    all.addAll(group.findings());
    if (!set.accepted()) {
      all.addAll(interchange.findings());
    }
    Status status =
        new Status(partner.id(), test, validity(set), findings.json(Findings.sentences(all)));
    String id = documents.set(receipt, interchange, group, set, status, before);
    if (!set.accepted()) {
      rejected(receipt, interchange, group, set, partner, test, id);
      return;
    }
    if (OrderMapping.base(config, set.type()).isPresent()) {
      send(NORMALISE, partner, test, Map.of("documentId", id));
      return;
    }
    if (SupplierReading.hears(set.type())) {
      send(HearSupplier.QUEUE, partner, test, Map.of("documentId", id));
      return;
    }
    switch (set.type()) {
      case "997", "999", "CONTRL", "824", "APERAK" ->
          send(MATCH, partner, test, Map.of("documentId", id));
      case "864" -> textMessage(receipt, set, partner, test, id);
      default -> kept(receipt, set, partner, test, id);
    }
  }

  /** An 864 is written for people. MIT*1*Holiday~MSG*We are closed on Friday~ */
  private void textMessage(
      Receipt receipt, TransactionSet set, TradingPartner partner, boolean test, String id) {
    List<String> lines = new ArrayList<>();
    for (Segment segment : set.segments()) {
      switch (segment.tag()) {
        case "MIT" -> lines.add(segment.element(2).strip());
        case "MSG" -> lines.add(segment.element(1).strip());
        default -> {}
      }
    }
    lines.removeIf(String::isBlank);
    problems.document(
        receipt,
        id,
        "text-message",
        partner.id(),
        test,
        "%s writes".formatted(partner.name()),
        String.join("\n", lines),
        "Read it, do what it asks for, then resolve this.",
        null);
  }

  private static String validity(TransactionSet set) {
    return switch (set.verdict()) {
      case ACCEPTED -> "accepted";
      case ACCEPTED_WITH_ERRORS, PARTIALLY_ACCEPTED -> "accepted-with-errors";
      case REJECTED -> "rejected";
    };
  }

  /** A set of an interchange or group that is rejected as a whole needs no entry of its own. */
  private void rejected(
      Receipt receipt,
      Interchange interchange,
      FunctionalGroup group,
      TransactionSet set,
      TradingPartner partner,
      boolean test,
      String id) {
    boolean groupRejected = group.verdict() == Verdict.REJECTED && wrong(group.findings());
    if (interchange.verdict() == Verdict.REJECTED || groupRejected) {
      return;
    }
    boolean order = OrderMapping.base(config, set.type()).isPresent();
    problems.document(
        receipt,
        id,
        "document-rejected",
        partner.id(),
        test,
        "%s %s was rejected".formatted(set.type(), set.controlNumber()),
        "Interchange %s%s, set %s in `%s`:\n%s"
            .formatted(
                interchange.controlNumber(),
                group.isImplied() ? "" : ", group " + group.controlNumber(),
                set.controlNumber(),
                receipt.name(),
                Findings.text(set.findings())),
        (isTold(interchange, partner)
                ? "The partner was told in the acknowledgment and should send it again, mended."
                : NOT_TOLD + "Ask it to send the document again, mended.")
            + (order ? TAKE_IT : ""),
        order ? message(NORMALISE, partner, test, Map.of("documentId", id)) : null);
  }

  private void kept(
      Receipt receipt, TransactionSet set, TradingPartner partner, boolean test, String id) {
    problems.document(
        receipt,
        id,
        "unknown-format",
        partner.id(),
        test,
        "A document of type %s waits".formatted(set.type()),
        "%s %s from %s in `%s` was read, acknowledged and kept. Nothing acts on this type by itself."
            .formatted(set.type(), set.controlNumber(), partner.name(), receipt.name()),
        "Read it, do what it asks for, then resolve this.",
        null);
  }

  private void brokenEnvelope(
      Receipt receipt, Interchange interchange, TradingPartner partner, boolean test) {
    List<Finding> all = envelope(interchange);
    String title =
        interchange.isComplete()
            ? "Interchange %s is not right".formatted(interchange.controlNumber())
            : "Half an interchange: %s is cut off".formatted(interchange.controlNumber());
    problems.receipt(
        receipt,
        interchange.isComplete() ? "document-rejected" : "unreadable",
        interchange.startOffset(),
        partner.id(),
        test,
        title,
        "`%s` from %s:\n%s".formatted(receipt.name(), partner.name(), Findings.text(all)),
        remedy(interchange.verdict() == Verdict.REJECTED, isTold(interchange, partner)),
        null);
  }

  private static String remedy(boolean whole, boolean told) {
    if (whole) {
      return told
          ? "Nothing of it was taken; the partner was told in the acknowledgment. Ask it to send the whole interchange again, mended."
          : "Nothing of it was taken. " + NOT_TOLD + "Ask it to send the whole again, mended.";
    }
    return told
        ? "What could be taken was taken; the rest was refused in the acknowledgment. Ask the partner to send the refused part again, mended."
        : "What could be taken was taken. " + NOT_TOLD + "Ask it to send the rest again, mended.";
  }

  /** An EDIFACT sender hears of what is rejected only as it asked or as it is agreed. */
  private static boolean isTold(Interchange interchange, TradingPartner partner) {
    return interchange.standard() == Standard.X12
        || partner.replies().contains("CONTRL")
            && partner.edifact().contrl().isDue(interchange.acknowledgmentRequested(), true);
  }

  private static boolean wrong(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.severity() != Finding.Severity.NOTE);
  }

  private static List<Finding> envelope(Interchange interchange) {
    List<Finding> all = new ArrayList<>(interchange.findings());
    interchange.groups().forEach(group -> all.addAll(group.findings()));
    return all;
  }

  private List<String> recordAll(
      Receipt receipt, Interchange interchange, Status status, List<Document> before) {
    List<String> ids = new ArrayList<>();
    for (FunctionalGroup group : interchange.groups()) {
      for (TransactionSet set : group.sets()) {
        ids.add(documents.set(receipt, interchange, group, set, status, before));
      }
    }
    if (ids.isEmpty()) {
      ids.add(whole(receipt, interchange, status, before));
    }
    return ids;
  }

  private String whole(
      Receipt receipt, Interchange interchange, Status status, List<Document> before) {
    return documents.whole(
        receipt,
        "unknown",
        Format.of(interchange.standard()),
        interchange.controlNumber(),
        interchange.startOffset(),
        interchange.endOffset(),
        status,
        before);
  }

  /** Gives the orders that came of it the first time. */
  private Set<String> linkToFirst(List<String> ids, String firstReceiptId) {
    Set<String> orders = new LinkedHashSet<>();
    List<Document> first = documents.within(firstReceiptId, 0, Long.MAX_VALUE);
    for (String id : ids) {
      Document again = record.find(id).orElseThrow();
      first.stream()
          .filter(one -> same(one.controlNumber(), again.controlNumber()))
          .filter(one -> same(one.groupControlNumber(), again.groupControlNumber()))
          .filter(one -> same(one.setControlNumber(), again.setControlNumber()))
          .flatMap(one -> one.orderIds().stream())
          .distinct()
          .forEach(
              orderId -> {
                record.link(id, orderId);
                orders.add(orderId);
              });
    }
    return orders;
  }

  private static boolean same(String one, String other) {
    return one == null ? other == null : one.equals(other);
  }

  private void acknowledge(
      Receipt receipt,
      Interchange interchange,
      Set<Long> usedBefore,
      TradingPartner partner,
      boolean test,
      String duplicateOf) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("receiptId", receipt.id());
    body.put("from", interchange.startOffset());
    body.put("to", interchange.endOffset());
    body.put("resend", duplicateOf != null);
    body.put("duplicateOf", duplicateOf);
    body.put("usedBefore", usedBefore);
    send(ACKNOWLEDGE, partner, test, body);
  }

  private void send(String queue, TradingPartner partner, boolean test, Object body) {
    outbox.send(message(queue, partner, test, body));
  }

  private Outbox.Message message(String queue, TradingPartner partner, boolean test, Object body) {
    return new Outbox.Message(queue, null, partner.id(), queue, test, null, findings.write(body));
  }
}
