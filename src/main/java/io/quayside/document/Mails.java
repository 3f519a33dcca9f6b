package io.quayside.document;

import java.util.List;
import java.util.Optional;

/** Mails that came in: what mailboxes have offered, what each mail says, and each of its parts. */
public interface Mails {

  /**
   * Where a mail lies (RFC 3501, 2.3.1.1).
   *
   * @param mailbox account and host
   * @param uidValidity changes when the mailbox is made anew; POP3 has none: ""
   */
  record Place(String mailbox, String folder, String uidValidity, String uid) {}

  /**
   * A mail as its headers say.
   *
   * @param kind {@code order, list, bounce, auto-reply, read-receipt, loop}
   * @param messageId with its angle brackets, null when it has none
   * @param thread the Message-IDs before it, oldest first, separated by blanks; "" for none
   * @param from the sender's address, null when there is not exactly one
   * @param replyTo where an answer goes, null for nowhere
   * @param proven our mail host vouches for the sender
   * @param proof why, or why not
   */
  record Mail(
      String receiptId,
      String kind,
      String messageId,
      String thread,
      String from,
      String replyTo,
      String subject,
      boolean proven,
      String proof) {}

  /**
   * A part and what became of it.
   *
   * @param number its place in the mail, {@code 1.2}
   * @param outcome {@code used, not-used, opened, reported}
   * @param reason why, for people
   * @param partReceiptId the receipt that it became when it is used, else null
   */
  record Part(
      String number,
      String contentType,
      String name,
      long size,
      String outcome,
      String reason,
      String partReceiptId) {}

  /** Was it offered from this place before? */
  boolean seen(Place place);

  /** The receipt of the same bytes from the same mailbox, from any place. */
  Optional<String> sameContent(String mailbox, String sha256);

  /** Notes in the current transaction that it was offered; nothing happens when it was before. */
  void see(Place place, String sha256, String receiptId);

  /** Did this receipt come out of a mailbox, as a whole mail? */
  boolean fromMailbox(String receiptId);

  /** Records a mail and its parts in the current transaction, in place of an earlier reading. */
  void record(Mail mail, List<Part> parts);

  Optional<Mail> find(String receiptId);

  /** The mail that this receipt was a part of. */
  Optional<Mail> ofPart(String partReceiptId);

  /** The parts of a mail in their order. */
  List<Part> parts(String receiptId);
}
