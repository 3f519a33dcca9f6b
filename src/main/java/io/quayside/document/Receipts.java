package io.quayside.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What arrived, byte by byte, before anything was read. */
public interface Receipts {

  /**
   * Something that arrived by a channel.
   *
   * @param channelId the channel's id, for example {@code folder}, {@code api}, {@code acme/sftp-1}
   * @param partnerId who owns the channel, or null when anybody may send by it
   * @param transportKey what makes it the same arrival when the channel offers it again
   * @param name the sender's name for it, never used as a path
   * @param test true when the channel says that it is a test
   */
  record Arrival(
      String channelId,
      String channelKind,
      String partnerId,
      String transportKey,
      String name,
      byte[] bytes,
      boolean test) {}

  /** A stored arrival. State: {@code received, open, done, unassigned, quarantined}. */
  record Receipt(
      String id,
      String channelId,
      String channelKind,
      String partnerId,
      String name,
      String sha256,
      long size,
      Instant receivedAt,
      String state,
      int attempts) {}

  /** What {@link #receive} answers: the receipt, and whether it had been here before. */
  record Received(Receipt receipt, boolean repeated) {}

  /**
   * Stores bytes and receipt in one transaction and queues {@code intake.open} with it. When the
   * transport key is known, nothing is stored and the first receipt is given back. After the return
   * the bytes are safe: the channel may be told.
   */
  Received receive(Arrival arrival);

  Optional<Receipt> find(String id);

  /**
   * The raw bytes, checked against their hash; {@link DamagedDocumentException} when they differ.
   */
  byte[] bytes(String receiptId);

  /** Counts an attempt in a transaction of its own, before the work; gives the new number. */
  int attempt(String receiptId);

  /**
   * Moves the state in the current transaction by compare-and-set; false when it was not in {@code
   * from}.
   */
  boolean move(String receiptId, List<String> from, String to);

  /** Assigns a receipt to a partner and queues {@code intake.open} again, in one transaction. */
  void assign(String receiptId, String partnerId, String by);
}
