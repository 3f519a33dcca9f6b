package io.quayside.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The record of every document in and out, with its three statuses, never mixed: is it valid, was
 * it delivered, was it acknowledged. The words are those of the API.
 */
public interface Documents {

  /**
   * A document as it is recorded. Incoming: one for each transaction set, or one for the whole
   * receipt when no set can be read. Outgoing: one for each interchange.
   *
   * @param direction {@code in} or {@code out}
   * @param type {@code 850}, {@code 997}, {@code TA1}, {@code sales-order} …; {@code unknown} when
   *     unread
   * @param format {@code x12}, {@code edifact}, {@code json} …
   * @param businessKey outgoing: what makes it the same document ({@code 855/<order>/1}), unique;
   *     else null
   * @param controlNumber interchange control number, as written (leading zeros)
   * @param from first byte of the set in the receipt, {@code to} the byte after its last; 0 and
   *     size for all
   * @param bytes outgoing: the exact bytes; null for incoming ones, which stand in their receipt
   * @param after an outgoing document that must be delivered before this one, or null
   * @param answers the document this one answers, or null
   */
  record NewDocument(
      String direction,
      String type,
      String format,
      String partnerId,
      String channelId,
      String receiptId,
      String businessKey,
      String reference,
      String controlNumber,
      String groupControlNumber,
      String setControlNumber,
      String functionalId,
      String version,
      long from,
      long to,
      byte[] bytes,
      String fileName,
      boolean test,
      String validity,
      String delivery,
      String acknowledgment,
      String findings,
      String after,
      String answers) {}

  /** A recorded document. {@code findings} is a JSON array of plain sentences with their places. */
  record Document(
      String id,
      String direction,
      String type,
      String format,
      String partnerId,
      String channelId,
      String receiptId,
      String businessKey,
      String reference,
      String controlNumber,
      String groupControlNumber,
      String setControlNumber,
      String functionalId,
      String version,
      long from,
      long to,
      String sha256,
      String fileName,
      boolean test,
      String validity,
      String delivery,
      String acknowledgment,
      String findings,
      String after,
      String answers,
      int attempts,
      String lastError,
      Instant at,
      Instant deliveredAt,
      List<String> orderIds) {}

  /** Which documents to list; null means any. {@code test} null means live ones only. */
  record Query(
      String direction,
      String type,
      String partnerId,
      String orderId,
      String receiptId,
      String controlNumber,
      String validity,
      String delivery,
      String acknowledgment,
      Boolean test,
      int page,
      int size) {}

  /** A page of documents, newest first. */
  record Page(List<Document> items, int page, int size, long total) {}

  /**
   * Records a document in the current transaction.
   *
   * @return its id, or empty when an outgoing one with the same business key is there already
   */
  Optional<String> add(NewDocument document);

  Optional<Document> find(String id);

  Optional<Document> byBusinessKey(String businessKey);

  /** Outgoing: the exact bytes. Incoming: the whole receipt, as it arrived. */
  byte[] bytes(String id);

  Page list(Query query);

  void link(String id, String orderId);

  /**
   * Gives an incoming document whose sender was unknown to a partner, in the current transaction.
   */
  void assign(String id, String partnerId);

  void validity(String id, String validity, String findings);

  /** Moves the delivery status by compare-and-set; false when it was not one of {@code from}. */
  boolean delivery(String id, List<String> from, String to, String error);

  /**
   * Moves to {@code sending} and counts the attempt, in a transaction of its own; the attempt's
   * number, 0 when refused.
   */
  int beginDelivery(String id);

  /**
   * Whether a document is delivered. Waits for a transaction that is just recording it, so that
   * either the asker sees the delivery or {@link #waitingFor} sees the asker.
   */
  boolean delivered(String id);

  void acknowledgment(String id, String acknowledgment, String words);

  /**
   * Counts an attempt to act on a received document, in a transaction of its own and before the
   * work; gives the new number.
   */
  int attempt(String id);

  /** The attempts ended, well or not: the count begins anew. */
  void attempted(String id);

  /**
   * The document that a received acknowledgment speaks of: ours, by group (and set) control number.
   */
  Optional<Document> sent(
      String partnerId, String functionalId, String groupControlNumber, String setControlNumber);

  /** The documents that wait for this one to be delivered. */
  List<Document> waitingFor(String id);
}
