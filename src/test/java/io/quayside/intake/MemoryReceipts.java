package io.quayside.intake;

import io.quayside.document.Receipts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Receipts in memory, for channels tested without a database. */
final class MemoryReceipts implements Receipts {

  private final Map<String, Receipt> byKey = new LinkedHashMap<>();
  private final Map<String, byte[]> bytes = new LinkedHashMap<>();

  @Override
  public synchronized Received receive(Arrival arrival) {
    String key = arrival.channelId() + "|" + arrival.transportKey();
    Receipt known = byKey.get(key);
    if (known != null) {
      return new Received(known, true);
    }
    Receipt receipt =
        new Receipt(
            "R" + (byKey.size() + 1),
            arrival.channelId(),
            arrival.channelKind(),
            arrival.partnerId(),
            arrival.name(),
            Hashes.sha256(arrival.bytes()),
            arrival.bytes().length,
            Instant.EPOCH,
            "received",
            0);
    byKey.put(key, receipt);
    bytes.put(receipt.id(), arrival.bytes());
    return new Received(receipt, false);
  }

  synchronized List<Receipt> all() {
    return List.copyOf(byKey.values());
  }

  synchronized List<String> names() {
    return byKey.values().stream().map(Receipt::name).toList();
  }

  @Override
  public synchronized Optional<Receipt> find(String id) {
    return byKey.values().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  @Override
  public synchronized byte[] bytes(String receiptId) {
    return bytes.get(receiptId);
  }

  @Override
  public int attempt(String receiptId) {
    return 1;
  }

  @Override
  public boolean move(String receiptId, List<String> from, String to) {
    return true;
  }

  @Override
  public void assign(String receiptId, String partnerId, String by) {
    throw new UnsupportedOperationException();
  }
}
