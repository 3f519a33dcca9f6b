package io.quayside.intake;

import io.quayside.document.Receipts.Receipt;
import io.quayside.work.Outbox;
import io.quayside.work.Problems;
import org.springframework.stereotype.Component;

/** What receipts and their documents put on the work list. */
@Component
class ReceiptProblems {

  static final String OPEN = "intake.open";

  private final Problems problems;
  private final Findings findings;

  ReceiptProblems(Problems problems, Findings findings) {
    this.problems = problems;
    this.findings = findings;
  }

  /**
   * About a receipt, or an interchange in it.
   *
   * @param from where the interchange starts; 0 for the first or the whole
   * @param retry what a retry does, null when it makes no sense
   */
  void receipt(
      Receipt receipt,
      String kind,
      long from,
      String partnerId,
      boolean test,
      String title,
      String text,
      String remedy,
      OpenReceipt retry) {
    problems.raise(
        new Problems.NewProblem(
            key(receipt.id(), kind, from),
            kind,
            null,
            null,
            receipt.id(),
            partnerId,
            test,
            title,
            text,
            remedy,
            retry == null
                ? null
                : new Outbox.Message(
                    OPEN, null, partnerId, OPEN, test, null, findings.write(retry)),
            null));
  }

  /** About one document. */
  void document(
      Receipt receipt,
      String documentId,
      String kind,
      String partnerId,
      boolean test,
      String title,
      String text,
      String remedy,
      Outbox.Message retry) {
    problems.raise(
        new Problems.NewProblem(
            "document/" + documentId + "/" + kind,
            kind,
            null,
            documentId,
            receipt == null ? null : receipt.id(),
            partnerId,
            test,
            title,
            text,
            remedy,
            retry,
            null));
  }

  void settled(String receiptId, String kind, long from) {
    problems.resolve(key(receiptId, kind, from), "hub", "It went on");
  }

  void documentSettled(String documentId, String kind) {
    problems.resolve("document/" + documentId + "/" + kind, "hub", "It went on");
  }

  private static String key(String receiptId, String kind, long from) {
    return "receipt/" + receiptId + "/" + kind + (from > 0 ? "/" + from : "");
  }
}
