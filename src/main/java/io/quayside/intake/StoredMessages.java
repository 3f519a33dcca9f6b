package io.quayside.intake;

import io.quayside.document.Receipts;
import io.quayside.work.Ids;
import org.springframework.stereotype.Service;

/** Takes messages in through {@link Receipts}. */
@Service
class StoredMessages implements MessageIntake {

  private final Receipts receipts;
  private final Ids ids;
  private final long maxSize;

  StoredMessages(Receipts receipts, Ids ids, IntakeSettings settings) {
    this.receipts = receipts;
    this.ids = ids;
    this.maxSize = settings.maxSize().toBytes();
  }

  @Override
  public Taken receive(
      byte[] bytes,
      String name,
      String contentType,
      String partnerId,
      String channel,
      String idempotencyKey,
      boolean test) {
    if (bytes.length > maxSize) {
      throw new TooLargeException(bytes.length, maxSize);
    }
    String sender = partnerId == null ? "" : partnerId;
    String key =
        idempotencyKey == null
            ? "call/" + ids.next()
            : "key/" + sender + "/" + (test ? "test/" : "") + idempotencyKey;
    String shown = name == null || name.isBlank() ? "message" : ArrivalNames.shown(name);
    Receipts.Received received =
        receipts.receive(new Receipts.Arrival(channel, "api", partnerId, key, shown, bytes, test));
    if (received.repeated() && !received.receipt().sha256().equals(Hashes.sha256(bytes))) {
      throw new ChangedContentException(received.receipt().id());
    }
    return new Taken(received.receipt().id(), received.repeated());
  }
}
