package io.quayside.intake;

import io.quayside.document.Documents.Document;
import io.quayside.document.Receipts;
import io.quayside.edi.EdiFile;
import io.quayside.edi.EdiReader;
import io.quayside.edi.EdiSchemas;
import io.quayside.edi.Severities;
import io.quayside.edi.TransactionSet;
import io.quayside.mapping.ConfigFiles;
import io.quayside.partner.TradingPartner;
import io.quayside.work.PermanentFailure;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Receipts as interchanges. The last ones stay in memory, so that an interchange of many orders is
 * read once and not once for each order.
 */
@Component
class ReadFiles {

  private static final long KEPT_BYTES = 32L * 1024 * 1024;

  private record Key(String receiptId, Severities severities) {}

  private record Kept(EdiFile file, byte[] bytes) {}

  private final Receipts receipts;
  private final EdiReader reader;
  private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long keptBytes;

  ReadFiles(Receipts receipts, ConfigFiles files) {
    this.receipts = receipts;
    this.reader =
        new EdiReader(new EdiSchemas(path -> files.open("mappings/" + path).orElse(null)));
  }

  /** The receipt's bytes, read and judged as agreed with the sender. */
  EdiFile read(String receiptId, Severities severities) {
    Key key = new Key(receiptId, severities);
    synchronized (kept) {
      Kept one = kept.get(key);
      if (one != null) {
        return one.file();
      }
    }
    byte[] bytes = receipts.bytes(receiptId);
    EdiFile file = reader.read(bytes, severities);
    keep(key, new Kept(file, bytes));
    return file;
  }

  /** The set that a recorded document is. */
  TransactionSet set(Document document, Severities severities) {
    return read(document.receiptId(), severities).interchanges().stream()
        .flatMap(interchange -> interchange.groups().stream())
        .flatMap(group -> group.sets().stream())
        .filter(set -> set.startOffset() == document.from())
        .findFirst()
        .orElseThrow(
            () ->
                new PermanentFailure(
                    "Document %s: there is no transaction set at byte %d of receipt %s."
                        .formatted(document.id(), document.from(), document.receiptId())));
  }

  /** What is agreed with the sender, if it is known. */
  static Severities agreed(Optional<TradingPartner> sender) {
    return sender
        .map(TradingPartner::agreement)
        .map(agreement -> Severities.of(agreement.strict(), agreement.severity()))
        .orElse(Severities.usual());
  }

  private void keep(Key key, Kept one) {
    synchronized (kept) {
      Kept before = kept.put(key, one);
      keptBytes += one.bytes().length - (before == null ? 0 : before.bytes().length);
      Iterator<Kept> eldest = kept.values().iterator();
      while (keptBytes > KEPT_BYTES && kept.size() > 1 && eldest.hasNext()) {
        keptBytes -= eldest.next().bytes().length;
        eldest.remove();
      }
    }
  }
}
