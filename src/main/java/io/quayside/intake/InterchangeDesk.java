package io.quayside.intake;

import io.quayside.document.Documents.Document;
import io.quayside.document.Interchanges;
import io.quayside.document.Receipts.Receipt;
import io.quayside.edi.Interchange;
import io.quayside.edi.Standard;
import io.quayside.partner.Partners;
import io.quayside.partner.TradingPartner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Decides about one interchange: who sent it, is it for us, was it here before. What is in doubt
 * waits for a person; the rest goes on at once.
 */
@Component
class InterchangeDesk {

  static final String UNKNOWN = "unknown-sender";
  static final String MISMATCH = "sender-mismatch";
  private static final String RECEIVER = "receiver-mismatch";
  private static final String CONFLICT = "control-number-conflict";

  private final Partners partners;
  private final Interchanges interchanges;
  private final GroupNumbers groupNumbers;
  private final ReceivedDocuments documents;
  private final AcceptedInterchange accepted;
  private final ReceiptProblems problems;

  InterchangeDesk(
      Partners partners,
      Interchanges interchanges,
      GroupNumbers groupNumbers,
      ReceivedDocuments documents,
      AcceptedInterchange accepted,
      ReceiptProblems problems) {
    this.partners = partners;
    this.interchanges = interchanges;
    this.groupNumbers = groupNumbers;
    this.documents = documents;
    this.accepted = accepted;
    this.problems = problems;
  }

  /** Who sent it by its own word, ISA05/06 and GS02, or UNB and UNG. */
  Optional<TradingPartner> sender(Receipt receipt, Interchange interchange) {
    return bySelf(interchange).or(() -> partners.find(receipt.partnerId()));
  }

  /** Opens it in the current transaction; true when it waits for a person. */
  boolean open(
      Receipt receipt,
      byte[] bytes,
      Interchange interchange,
      OpenReceipt command,
      boolean testChannel) {
    long from = interchange.startOffset();
    List<Document> before = documents.within(receipt.id(), from, interchange.endOffset());
    boolean waited = before.stream().anyMatch(InterchangeDesk::waiting);
    if (!before.isEmpty() && !waited) {
      return false;
    }
    Optional<TradingPartner> self = bySelf(interchange);
    Optional<TradingPartner> owner = owner(receipt);
    TradingPartner partner =
        self.or(() -> assigned(receipt, owner, waited, command, from)).orElse(null);
    if (partner == null) {
      return unknown(receipt, interchange, owner, command, before);
    }
    boolean foreign =
        owner.isPresent() && self.isPresent() && !owner.get().id().equals(partner.id());
    if (foreign && !command.accepts(from, MISMATCH)) {
      return mismatch(receipt, interchange, owner.get(), partner, command, before);
    }
    boolean ours =
        partner.isUs(
            scheme(interchange), interchange.receiver().qualifier(), interchange.receiver().id());
    if (!ours && !command.accepts(from, RECEIVER)) {
      return receiver(receipt, interchange, partner, command, before);
    }
    Interchanges.Verdict seen =
        command.accepts(from, CONFLICT)
            ? new Interchanges.Verdict(Interchanges.Seen.FIRST, null)
            : claim(receipt, bytes, interchange, partner);
    if (seen.seen() == Interchanges.Seen.OTHER_BYTES) {
      return conflict(receipt, interchange, partner, seen.firstReceiptId(), command, before);
    }
    boolean test = testChannel || interchange.test() || partner.mode() == TradingPartner.Mode.TEST;
    List.of(UNKNOWN, MISMATCH, CONFLICT)
        .forEach(kind -> problems.settled(receipt.id(), kind, from));
    if (seen.seen() == Interchanges.Seen.SAME_BYTES) {
      accepted.duplicate(receipt, interchange, partner, seen.firstReceiptId(), test, before);
    } else {
      first(receipt, bytes, interchange, partner, test, before);
    }
    return false;
  }

  private void first(
      Receipt receipt,
      byte[] bytes,
      Interchange interchange,
      TradingPartner partner,
      boolean test,
      List<Document> before) {
    Set<Long> used =
        groupNumbers.usedBefore(
            receipt, bytes, interchange, area(interchange), duplicateWindow(interchange, partner));
    Interchange told =
        interchange.withNumbersUsedBefore(
            group -> used.contains((long) group.startOffset()),
            ReadFiles.agreed(Optional.of(partner)));
    accepted.first(receipt, told, used, partner, test, before);
  }

  static boolean waiting(Document document) {
    return document.validity().equals("unassigned") || document.validity().equals("unread");
  }

  private Optional<TradingPartner> bySelf(Interchange interchange) {
    String group =
        interchange.groups().isEmpty() || interchange.groups().get(0).isImplied()
            ? null
            : interchange.groups().get(0).sender().id();
    return partners.byAddress(
        scheme(interchange), interchange.sender().qualifier(), interchange.sender().id(), group);
  }

  /** The word of partner files for its standard. */
  private static String scheme(Interchange interchange) {
    return Format.of(interchange.standard()).word();
  }

  /**
   * Whose own channel it came by: the id of a partner's channel starts with the partner's; what
   * came in a mail is its sender's.
   */
  Optional<TradingPartner> owner(Receipt receipt) {
    if (receipt.channelKind().equals("email")) {
      return partners.find(receipt.partnerId());
    }
    int slash = receipt.channelId().indexOf('/');
    return slash < 0 ? Optional.empty() : partners.find(receipt.channelId().substring(0, slash));
  }

  /** To whom a person gave it. A channel's owner alone proves nothing about a strange sender. */
  private Optional<TradingPartner> assigned(
      Receipt receipt,
      Optional<TradingPartner> owner,
      boolean waited,
      OpenReceipt command,
      long from) {
    boolean decided = owner.isEmpty() || waited || command.accepts(from, UNKNOWN);
    return decided ? partners.find(receipt.partnerId()) : Optional.empty();
  }

  /** Test and live numbers are counted apart: a partner may run both with one counter, or two. */
  private Interchanges.Verdict claim(
      Receipt receipt, byte[] bytes, Interchange interchange, TradingPartner partner) {
    return interchanges.claim(
        area(interchange) + interchange.sender().qualifier() + "/" + interchange.sender().id(),
        interchange.receiver().qualifier() + "/" + interchange.receiver().id(),
        interchange.controlNumber(),
        Hashes.sha256(bytes, interchange.startOffset(), interchange.endOffset()),
        receipt.id(),
        interchange.startOffset(),
        duplicateWindow(interchange, partner));
  }

  private static String area(Interchange interchange) {
    return (interchange.test() ? "test/" : "") + scheme(interchange) + "/";
  }

  private static Duration duplicateWindow(Interchange interchange, TradingPartner partner) {
    return interchange.standard() == Standard.X12
        ? partner.x12().duplicateWindow()
        : partner.edifact().duplicateWindow();
  }

  private boolean unknown(
      Receipt receipt,
      Interchange interchange,
      Optional<TradingPartner> owner,
      OpenReceipt command,
      List<Document> before) {
    String address = address(interchange);
    String said = "Nobody has the address %s.".formatted(address);
    accepted.hold(receipt, interchange, null, "unassigned", said, before);
    problems.receipt(
        receipt,
        UNKNOWN,
        interchange.startOffset(),
        owner.map(TradingPartner::id).orElse(null),
        interchange.test(),
        "Unknown sender " + interchange.sender().qualifier() + "/" + interchange.sender().id(),
        "Interchange %s in `%s` on channel %s: %s It is kept and not answered."
            .formatted(interchange.controlNumber(), receipt.name(), receipt.channelId(), said),
        "Assign it to a partner, or add {scheme: %s, qualifier: \"%s\", value: \"%s\"} to the identifiers of a partner file and retry."
            .formatted(
                scheme(interchange), interchange.sender().qualifier(), interchange.sender().id()),
        new OpenReceipt(receipt.id(), null, command.accept()));
    return true;
  }

  private boolean mismatch(
      Receipt receipt,
      Interchange interchange,
      TradingPartner owner,
      TradingPartner partner,
      OpenReceipt command,
      List<Document> before) {
    String said =
        "The sender %s is partner %s, but it came by channel %s of partner %s."
            .formatted(address(interchange), partner.id(), receipt.channelId(), owner.id());
    accepted.hold(receipt, interchange, partner, "unassigned", said, before);
    problems.receipt(
        receipt,
        MISMATCH,
        interchange.startOffset(),
        owner.id(),
        interchange.test(),
        "The sender does not match the channel",
        "Interchange %s in `%s`: %s".formatted(interchange.controlNumber(), receipt.name(), said),
        "Ask both partners. Retry takes it as an interchange of %s.".formatted(partner.id()),
        command.accepting(interchange.startOffset(), MISMATCH));
    return true;
  }

  private boolean receiver(
      Receipt receipt,
      Interchange interchange,
      TradingPartner partner,
      OpenReceipt command,
      List<Document> before) {
    String said =
        "The receiver %s/%s (%s) is not us: partner %s knows us as %s."
            .formatted(
                interchange.receiver().qualifier(),
                interchange.receiver().id(),
                interchange.standard() == Standard.X12 ? "ISA07, ISA08" : "UNB03",
                partner.id(),
                partner
                    .us(scheme(interchange))
                    .map(one -> one.qualifier() + "/" + one.value())
                    .orElse("nobody in this standard"));
    accepted.hold(receipt, interchange, partner, "unassigned", said, before);
    problems.receipt(
        receipt,
        MISMATCH,
        interchange.startOffset(),
        partner.id(),
        interchange.test(),
        "Addressed to somebody else",
        "Interchange %s in `%s`: %s".formatted(interchange.controlNumber(), receipt.name(), said),
        "Add the address to `we` in the partner file if it is ours and retry. Retry takes it in any case.",
        command.accepting(interchange.startOffset(), RECEIVER));
    return true;
  }

  private boolean conflict(
      Receipt receipt,
      Interchange interchange,
      TradingPartner partner,
      String firstReceiptId,
      OpenReceipt command,
      List<Document> before) {
    String said =
        "The interchange control number %s (%s) from %s was here before with other content, in receipt %s."
            .formatted(
                interchange.controlNumber(),
                interchange.standard() == Standard.X12 ? "ISA13" : "UNB05",
                address(interchange),
                firstReceiptId);
    accepted.hold(receipt, interchange, partner, "unread", said, before);
    problems.receipt(
        receipt,
        CONFLICT,
        interchange.startOffset(),
        partner.id(),
        interchange.test(),
        "Control number %s with other content".formatted(interchange.controlNumber()),
        "`%s`: %s It waits unread.".formatted(receipt.name(), said),
        "Compare both. Ask %s which one counts. Retry takes this one as a new interchange; resolve leaves it."
            .formatted(partner.name()),
        command.accepting(interchange.startOffset(), CONFLICT));
    return true;
  }

  private static String address(Interchange interchange) {
    String group = interchange.groups().isEmpty() ? "" : interchange.groups().get(0).sender().id();
    return "%s/%s%s"
        .formatted(
            interchange.sender().qualifier(),
            interchange.sender().id(),
            group.isEmpty() ? "" : " (group " + group + ")");
  }
}
