package io.quayside.intake;

/** Takes a raw document in that did not come by a polled channel, as if it had. */
public interface MessageIntake {

  /**
   * What became of a call.
   *
   * @param repeated the same call was made before: the receipt is the first one's
   */
  record Taken(String receiptId, boolean repeated) {}

  /**
   * Stores the bytes with a receipt and queues them; after the return they are safe.
   *
   * @param name the sender's name for it, may be null; never used as a path
   * @param contentType as sent, may be null; the content decides
   * @param partnerId who is known to have sent it, null to be recognised by content
   * @param channel the channel's id, for example {@code api}
   * @param idempotencyKey what makes it the same call when it is repeated; null: every call is new
   * @throws ChangedContentException the key was used before for other bytes
   * @throws TooLargeException larger than {@code quayside.intake.max-size}
   */
  Taken receive(
      byte[] bytes,
      String name,
      String contentType,
      String partnerId,
      String channel,
      String idempotencyKey,
      boolean test);

  /** The same idempotency key with other content: answered with 409. */
  final class ChangedContentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChangedContentException(String receiptId) {
      super(
          "This idempotency key was used before for other content, receipt %s. Use a new key for new content."
              .formatted(receiptId));
    }
  }

  /** Too large: answered with 413. */
  final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long size, long limit) {
      super(
          "The message has %,d bytes, the limit is %,d. Send it in parts, or raise quayside.intake.max-size."
              .formatted(size, limit));
    }
  }
}
