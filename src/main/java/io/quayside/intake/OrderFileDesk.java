package io.quayside.intake;

import io.quayside.document.Documents.Document;
import io.quayside.document.Receipts.Receipt;
import io.quayside.intake.FoundOrders.Opened;
import io.quayside.intake.ReceivedDocuments.Status;
import io.quayside.mapping.tree.OrderFiles.Found;
import io.quayside.mapping.tree.OrderFiles.FoundOrder;
import io.quayside.mapping.tree.OrderFiles.Sender;
import io.quayside.mapping.tree.UnreadableDocumentException;
import io.quayside.partner.Partners;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Outbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Decides about a file of orders that is no EDI: who sent it, and which orders stand in it. What is
 * in doubt waits for a person; the rest goes on at once.
 */
@Component
class OrderFileDesk {

  private final FoundOrders files;
  private final Reviews reviews;
  private final InterchangeDesk desk;
  private final Partners partners;
  private final ReceivedDocuments documents;
  private final UnreadFiles unread;
  private final ReceiptProblems problems;
  private final Findings findings;
  private final Outbox outbox;

  OrderFileDesk(
      FoundOrders files,
      Reviews reviews,
      InterchangeDesk desk,
      Partners partners,
      ReceivedDocuments documents,
      UnreadFiles unread,
      ReceiptProblems problems,
      Findings findings,
      Outbox outbox) {
    this.files = files;
    this.reviews = reviews;
    this.desk = desk;
    this.partners = partners;
    this.documents = documents;
    this.unread = unread;
    this.problems = problems;
    this.findings = findings;
    this.outbox = outbox;
  }

  /**
   * Reads the file; the work that it gives back records everything in the current transaction and
   * says whether a person is waited for.
   */
  BooleanSupplier open(
      Receipt receipt,
      Recognition.Recognised seen,
      byte[] bytes,
      OpenReceipt command,
      boolean testChannel) {
    try {
      Opened opened = files.open(seen, bytes, receipt.partnerId());
      return () -> decide(receipt, seen.format(), opened, command, testChannel);
    } catch (UnreadableDocumentException e) {
      return () ->
          settled(receipt) || unread.unreadable(receipt, seen.format(), e.getMessage(), command);
    }
  }

  /** It was decided before: nothing is done twice. */
  private boolean settled(Receipt receipt) {
    List<Document> before = documents.within(receipt.id(), 0, Long.MAX_VALUE);
    return !before.isEmpty() && before.stream().noneMatch(InterchangeDesk::waiting);
  }

  private boolean decide(
      Receipt receipt, Format format, Opened opened, OpenReceipt command, boolean testChannel) {
    if (settled(receipt)) {
      return false;
    }
    List<Document> before = documents.within(receipt.id(), 0, Long.MAX_VALUE);
    Found found = opened.found();
    if (opened.blank() && partners.find(receipt.partnerId()).isPresent()) {
      return decide(receipt, format, opened.toFill(), command, testChannel);
    }
    if (found.orders().isEmpty()) {
      return unread.noOrder(receipt, format, found, command);
    }
    Optional<TradingPartner> self = found.sender().flatMap(this::partner);
    Optional<TradingPartner> owner = desk.owner(receipt);
    Optional<TradingPartner> partner = self.isPresent() ? self : partners.find(receipt.partnerId());
    if (partner.isEmpty()) {
      return unknown(receipt, found, command, before);
    }
    boolean foreign =
        owner.isPresent() && self.isPresent() && !owner.get().id().equals(self.get().id());
    if (foreign && !command.accepts(0, InterchangeDesk.MISMATCH)) {
      return mismatch(receipt, found, owner.get(), self.get(), command, before);
    }
    List.of(InterchangeDesk.UNKNOWN, InterchangeDesk.MISMATCH, "unreadable", "unknown-format")
        .forEach(kind -> problems.settled(receipt.id(), kind, 0));
    boolean test = testChannel || partner.get().mode() == TradingPartner.Mode.TEST;
    for (int i = 0; i < found.orders().size(); i++) {
      boolean ownTest = test || found.orders().get(i).test();
      Status status = new Status(partner.get().id(), ownTest, "accepted", null);
      String id = documents.order(receipt, found, i, status, before);
      if (opened.paper() != null && reviews.opened(receipt, id, partner.get(), ownTest, opened)) {
        return true;
      }
      normalise(partner.get(), ownTest, id);
    }
    return false;
  }

  private Optional<TradingPartner> partner(Sender sender) {
    return partners.byAddress(sender.scheme(), sender.qualifier(), sender.value(), null);
  }

  private void normalise(TradingPartner partner, boolean test, String documentId) {
    outbox.send(
        new Outbox.Message(
            NormaliseOrder.QUEUE,
            null,
            partner.id(),
            NormaliseOrder.QUEUE,
            test,
            null,
            findings.write(Map.of("documentId", documentId))));
  }

  private boolean unknown(
      Receipt receipt, Found found, OpenReceipt command, List<Document> before) {
    String says =
        found
            .sender()
            .map(one -> "Nobody has the address %s.".formatted(words(one)))
            .orElse("It does not say who sent it.");
    String add =
        found
            .sender()
            .map(
                one ->
                    ", or add {scheme: %s, qualifier: \"%s\", value: \"%s\"} to the identifiers of a partner file and retry"
                        .formatted(one.scheme(), one.qualifier(), one.value()))
            .orElse("");
    hold(receipt, found, null, says, before);
    problems.receipt(
        receipt,
        InterchangeDesk.UNKNOWN,
        0,
        null,
        false,
        "Unknown sender of " + found.description(),
        "`%s` on channel %s is %s (%s). %s It is kept and not answered."
            .formatted(
                receipt.name(), receipt.channelId(), found.description(), numbers(found), says),
        "Assign it to a partner" + add + ".",
        new OpenReceipt(receipt.id(), null, command.accept()));
    return true;
  }

  private boolean mismatch(
      Receipt receipt,
      Found found,
      TradingPartner owner,
      TradingPartner self,
      OpenReceipt command,
      List<Document> before) {
    String says =
        "The sender %s is partner %s, but it came by channel %s of partner %s."
            .formatted(
                found.sender().map(OrderFileDesk::words).orElse(""),
                self.id(),
                receipt.channelId(),
                owner.id());
    hold(receipt, found, self.id(), says, before);
    problems.receipt(
        receipt,
        InterchangeDesk.MISMATCH,
        0,
        owner.id(),
        false,
        "The sender does not match the channel",
        "`%s`, %s: %s".formatted(receipt.name(), numbers(found), says),
        "Ask both partners. Retry takes it as %s of %s.".formatted(found.description(), self.id()),
        command.accepting(0, InterchangeDesk.MISMATCH));
    return true;
  }

  private void hold(
      Receipt receipt, Found found, String partnerId, String says, List<Document> before) {
    Status status = new Status(partnerId, false, "unassigned", findings.json(List.of(says)));
    for (int i = 0; i < found.orders().size(); i++) {
      documents.order(receipt, found, i, status, before);
    }
  }

  private static String numbers(Found found) {
    List<String> numbers = found.orders().stream().map(FoundOrder::reference).toList();
    String some = String.join(", ", numbers.subList(0, Math.min(5, numbers.size())));
    return numbers.size() > 5 ? some + " and " + (numbers.size() - 5) + " more" : some;
  }

  private static String words(Sender sender) {
    return sender.qualifier().isEmpty()
        ? sender.value()
        : sender.qualifier() + "/" + sender.value();
  }
}
