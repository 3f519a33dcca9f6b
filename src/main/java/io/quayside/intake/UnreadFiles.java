package io.quayside.intake;

import io.quayside.document.Documents.Document;
import io.quayside.document.Receipts.Receipt;
import io.quayside.edi.EdiFile;
import io.quayside.edi.Finding;
import io.quayside.intake.ReceivedDocuments.Status;
import io.quayside.mapping.tree.OrderFiles.Found;
import java.util.List;
import org.springframework.stereotype.Component;

/** What cannot be read as interchanges: kept, shown, and put on the work list in clear words. */
@Component
class UnreadFiles {

  private static final String ASK = "Look at the raw file, and ask the sender for a right one.";

  private final ReceivedDocuments documents;
  private final ReceiptProblems problems;
  private final Findings findings;

  UnreadFiles(ReceivedDocuments documents, ReceiptProblems problems, Findings findings) {
    this.documents = documents;
    this.problems = problems;
    this.findings = findings;
  }

  /** A file of another kind, or of none. */
  boolean notEdi(Receipt receipt, Recognition.Recognised recognised, OpenReceipt command) {
    if (recognised.format() == Format.EMPTY) {
      record(receipt, recognised.format(), "rejected", "The file is empty.");
      problems.receipt(
          receipt,
          "unreadable",
          0,
          receipt.partnerId(),
          false,
          "Empty file",
          "`%s` on channel %s has %s: there is nothing in it to read."
              .formatted(
                  receipt.name(),
                  receipt.channelId(),
                  receipt.size() == 0 ? "0 bytes" : "only blanks"),
          "Ask the sender whether an order got lost; then resolve this.",
          null);
      return false;
    }
    String what =
        recognised.format().description()
            + (recognised.document().isEmpty() ? "" : ", document " + recognised.document())
            + (recognised.sender().isEmpty() ? "" : ", from " + recognised.sender());
    String said = "This is " + what + ", which is not read yet.";
    record(
        receipt, recognised.format(), receipt.partnerId() == null ? "unassigned" : "unread", said);
    problems.receipt(
        receipt,
        "unknown-format",
        0,
        receipt.partnerId(),
        false,
        "Not read yet: " + recognised.format().description(),
        "`%s` on channel %s: %s It is kept as it came."
            .formatted(receipt.name(), receipt.channelId(), said),
        "Enter the order by hand, or ask for it as X12 or EDIFACT. Retry when this kind can be read.",
        command);
    return true;
  }

  /** A file of a format that we read, but broken or beyond a limit. */
  boolean unreadable(Receipt receipt, Format format, String why, OpenReceipt command) {
    record(receipt, format, "rejected", why);
    problems.receipt(
        receipt,
        "unreadable",
        0,
        receipt.partnerId(),
        false,
        "Cannot be read: " + format.description(),
        "`%s` on channel %s: %s It is kept as it came."
            .formatted(receipt.name(), receipt.channelId(), why),
        ASK,
        command);
    return false;
  }

  /** A file that was read and holds no order. */
  boolean noOrder(Receipt receipt, Format format, Found found, OpenReceipt command) {
    record(receipt, format, receipt.partnerId() == null ? "unassigned" : "unread", found.why());
    problems.receipt(
        receipt,
        "unknown-format",
        0,
        receipt.partnerId(),
        false,
        "No order found in " + found.description(),
        "`%s` on channel %s: %s It is kept as it came."
            .formatted(receipt.name(), receipt.channelId(), found.why()),
        "Enter the order by hand, or ask for one of the formats that are read. Retry when it can be read.",
        command);
    return true;
  }

  /** Bytes outside any interchange; nothing else in the file is held up by them. */
  boolean outside(Receipt receipt, Format format, EdiFile file) {
    boolean nothing = file.interchanges().isEmpty();
    boolean odd = file.findings().stream().anyMatch(one -> one.severity() != Finding.Severity.NOTE);
    if (!nothing && !odd) {
      return false;
    }
    String text = Findings.text(file.findings());
    if (nothing) {
      String said = text.isEmpty() ? "No interchange was found in it." : text;
      record(receipt, format, "rejected", said);
    }
    problems.receipt(
        receipt,
        "unreadable",
        0,
        receipt.partnerId(),
        false,
        nothing ? "No interchange can be read" : "Something outside the interchanges",
        "`%s` on channel %s: %s"
            .formatted(
                receipt.name(),
                receipt.channelId(),
                text.isEmpty()
                    ? "it starts like %s, but no interchange was found in it"
                        .formatted(format.description())
                    : text),
        ASK,
        null);
    return false;
  }

  boolean quarantined(Receipt receipt, OpenReceipt command) {
    record(receipt, Format.UNKNOWN, OpenInterchange.QUARANTINED, "Three attempts did not end.");
    problems.receipt(
        receipt,
        "unreadable",
        0,
        receipt.partnerId(),
        false,
        "Set aside: reading it did not end three times",
        "`%s` on channel %s was begun three times and never finished: it may stop the whole hub. It is kept as it came, and not touched again."
            .formatted(receipt.name(), receipt.channelId()),
        "Look at the raw file. Retry tries it once more.",
        command.accepting(0, OpenInterchange.QUARANTINED));
    return false;
  }

  boolean damaged(Receipt receipt, OpenReceipt command, RuntimeException cause) {
    record(receipt, Format.UNKNOWN, OpenInterchange.QUARANTINED, "The stored file is damaged.");
    problems.receipt(
        receipt,
        "unreadable",
        0,
        receipt.partnerId(),
        false,
        "The stored file is damaged",
        "`%s` on channel %s: %s".formatted(receipt.name(), receipt.channelId(), cause.getMessage()),
        "Restore the database from its backup and retry, or ask the sender for the file again.",
        command.accepting(0, OpenInterchange.QUARANTINED));
    return false;
  }

  private void record(Receipt receipt, Format format, String validity, String said) {
    List<Document> before = documents.within(receipt.id(), 0, Long.MAX_VALUE);
    Status status = new Status(receipt.partnerId(), false, validity, findings.json(List.of(said)));
    documents.whole(receipt, "unknown", format, null, 0, receipt.size(), status, before);
  }
}
