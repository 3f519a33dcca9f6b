package io.quayside.intake;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.document.Receipts.Receipt;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.Segment;
import io.quayside.edi.TransactionSet;
import io.quayside.mapping.tree.OrderFiles.Found;
import io.quayside.mapping.tree.OrderFiles.FoundOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Records what an interchange holds: one document for each set, or one for the whole. */
@Component
class ReceivedDocuments {

  private static final int PAGE = 500;

  /** Segment and element with the number that people call the document by. */
  private static final Map<String, String> REFERENCES =
      Map.ofEntries(
          Map.entry("850", "BEG03"),
          Map.entry("860", "BCH03"),
          Map.entry("855", "BAK03"),
          Map.entry("865", "BCA03"),
          Map.entry("856", "BSN02"),
          Map.entry("810", "BIG02"),
          Map.entry("997", "AK102"),
          Map.entry("999", "AK102"),
          Map.entry("824", "BGN02"),
          Map.entry("ORDERS", "BGM02"),
          Map.entry("ORDCHG", "BGM02"),
          Map.entry("ORDRSP", "BGM02"),
          Map.entry("DESADV", "BGM02"),
          Map.entry("INVOIC", "BGM02"),
          Map.entry("APERAK", "BGM02"),
          Map.entry("CONTRL", "UCI01"));

  private final Documents documents;

  ReceivedDocuments(Documents documents) {
    this.documents = documents;
  }

  /** All documents of a receipt that lie in a range. */
  List<Document> within(String receiptId, long from, long to) {
    List<Document> all = new ArrayList<>();
    for (boolean test : List.of(false, true)) {
      int number = 0;
      Documents.Page page;
      do {
        page =
            documents.list(
                new Documents.Query(
                    "in", null, null, null, receiptId, null, null, null, null, test, number++,
                    PAGE));
        all.addAll(page.items());
      } while ((long) number * PAGE < page.total());
    }
    all.removeIf(one -> one.from() < from || one.from() >= Math.max(to, from + 1));
    return all;
  }

  /** Records a set, or takes up the document that waited at its place. */
  String set(
      Receipt receipt,
      Interchange interchange,
      FunctionalGroup group,
      TransactionSet set,
      Status status,
      List<Document> waiting) {
    Optional<Document> before = at(waiting, set.startOffset(), set.type());
    if (before.isPresent()) {
      return takeUp(before.get(), status);
    }
    return add(
        new Documents.NewDocument(
            "in",
            set.type().isEmpty() ? "unknown" : set.type(),
            Format.of(set.standard()).word(),
            status.partnerId(),
            receipt.channelId(),
            receipt.id(),
            null,
            reference(set),
            interchange.controlNumber(),
            group.isImplied() ? null : group.controlNumber(),
            set.controlNumber(),
            group.isImplied() ? null : group.functionalId(),
            set.version(),
            set.startOffset(),
            set.endOffset(),
            null,
            receipt.name(),
            status.test(),
            status.validity(),
            "received",
            "none",
            status.findings(),
            null,
            null));
  }

  /** Records a range as one document: an interchange without sets, or a whole receipt. */
  String whole(
      Receipt receipt,
      String type,
      Format format,
      String controlNumber,
      long from,
      long to,
      Status status,
      List<Document> waiting) {
    Optional<Document> before = at(waiting, from, type);
    if (before.isPresent()) {
      return takeUp(before.get(), status);
    }
    return add(
        new Documents.NewDocument(
            "in",
            type,
            format.word(),
            status.partnerId(),
            receipt.channelId(),
            receipt.id(),
            null,
            null,
            controlNumber,
            null,
            null,
            null,
            null,
            from,
            to,
            null,
            receipt.name(),
            status.test(),
            status.validity(),
            "received",
            "none",
            status.findings(),
            null,
            null));
  }

  /** Records an order of a file that is no EDI; its set number counts the orders of the file. */
  String order(Receipt receipt, Found found, int index, Status status, List<Document> waiting) {
    FoundOrder order = found.orders().get(index);
    String number = String.valueOf(index + 1);
    Optional<Document> before =
        waiting.stream().filter(one -> number.equals(one.setControlNumber())).findFirst();
    if (before.isPresent()) {
      return takeUp(before.get(), status);
    }
    return add(
        new Documents.NewDocument(
            "in",
            order.type(),
            found.format(),
            status.partnerId(),
            receipt.channelId(),
            receipt.id(),
            null,
            order.reference().isBlank() ? null : order.reference(),
            null,
            null,
            number,
            null,
            null,
            0,
            receipt.size(),
            null,
            receipt.name(),
            status.test(),
            status.validity(),
            "received",
            "none",
            status.findings(),
            null,
            null));
  }

  /** What a document is recorded with. */
  record Status(String partnerId, boolean test, String validity, String findings) {}

  private static Optional<Document> at(List<Document> waiting, long from, String type) {
    return waiting.stream()
        .filter(one -> one.from() == from && one.type().equals(type.isEmpty() ? "unknown" : type))
        .findFirst();
  }

  private String takeUp(Document before, Status status) {
    if (status.partnerId() != null && !status.partnerId().equals(before.partnerId())) {
      documents.assign(before.id(), status.partnerId());
    }
    documents.validity(before.id(), status.validity(), status.findings());
    return before.id();
  }

  private String add(Documents.NewDocument document) {
    return documents
        .add(document)
        .orElseThrow(() -> new IllegalStateException("an incoming document has no business key"));
  }

  private static String reference(TransactionSet set) {
    String where = REFERENCES.get(set.type());
    if (where == null) {
      return null;
    }
    String tag = where.substring(0, where.length() - 2);
    int element = Integer.parseInt(where.substring(where.length() - 2));
    for (Segment segment : set.segments().subList(0, Math.min(5, set.segments().size()))) {
      if (segment.tag().equals(tag)) {
        String value = segment.component(element, 1);
        return value.isBlank() ? null : value;
      }
    }
    return null;
  }
}
