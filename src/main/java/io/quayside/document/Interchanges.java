package io.quayside.document;

/** Envelope identities: has this control number been seen between these two before? */
public interface Interchanges {

  /** What is known of a control number. */
  enum Seen {
    /** Never seen within the window. */
    FIRST,
    /** Seen with the same bytes: an exact resend. */
    SAME_BYTES,
    /** Seen with other bytes: a person decides. */
    OTHER_BYTES
  }

  /** The verdict, and the receipt that first had the number (null for FIRST). */
  record Verdict(Seen seen, String firstReceiptId) {}

  /**
   * Claims a control number in the current transaction.
   *
   * @param sender qualifier and id of the sender with the standard, for example {@code
   *     x12/ZZ/ACMEEDI}
   * @param sha256 of the interchange's bytes, ISA to IEA
   * @param receiptId the receipt it stands in; the same receipt and place claims its own number
   *     again freely
   * @param window how long numbers count as seen
   */
  Verdict claim(
      String sender,
      String receiver,
      String controlNumber,
      String sha256,
      String receiptId,
      long from,
      java.time.Duration window);
}
