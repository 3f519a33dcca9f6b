package io.quayside.intake;

import io.quayside.document.Documents.Document;
import io.quayside.document.Receipts;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.tree.OrderFiles;
import io.quayside.mapping.tree.OrderFiles.Found;
import io.quayside.mapping.tree.OrderFiles.FoundOrder;
import io.quayside.mapping.tree.UnreadableDocumentException;
import io.quayside.work.PermanentFailure;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Receipts as files of orders that are no EDI. */
@Component
class FoundOrders {

  private static final Set<Format> READ = Set.of(Format.XML, Format.JSON, Format.CSV);

  private final Receipts receipts;
  private final OrderFiles files;

  FoundOrders(Receipts receipts, ConfigFiles config) {
    this.receipts = receipts;
    this.files = new OrderFiles(config);
  }

  static boolean reads(Format format) {
    return READ.contains(format);
  }

  Found read(Format format, byte[] bytes) throws UnreadableDocumentException {
    return switch (format) {
      case XML -> files.xml(bytes);
      case JSON -> files.json(bytes);
      case CSV -> files.csv(bytes);
      default -> throw new IllegalArgumentException(format + " holds no orders");
    };
  }

  /** The order that a document was recorded for: its set number counts the orders of the file. */
  FoundOrder of(Document document) {
    byte[] bytes = receipts.bytes(document.receiptId());
    try {
      Found found = read(Recognition.of(bytes).format(), bytes);
      return found.orders().get(Integer.parseInt(document.setControlNumber()) - 1);
    } catch (UnreadableDocumentException | IndexOutOfBoundsException e) {
      throw new PermanentFailure(
          "Document %s: order %s of receipt %s is not there any more: %s"
              .formatted(
                  document.id(),
                  document.setControlNumber(),
                  document.receiptId(),
                  e.getMessage()));
    }
  }
}
