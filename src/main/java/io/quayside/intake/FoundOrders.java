package io.quayside.intake;

import io.quayside.document.Documents.Document;
import io.quayside.document.Receipts;
import io.quayside.intake.extract.Extraction;
import io.quayside.intake.extract.PaperKind;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.tree.OrderFiles;
import io.quayside.mapping.tree.OrderFiles.Found;
import io.quayside.mapping.tree.OrderFiles.FoundOrder;
import io.quayside.mapping.tree.UnreadableDocumentException;
import io.quayside.work.PermanentFailure;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Receipts as files of orders that are no EDI. */
@Component
class FoundOrders {

  private static final Set<Format> READ =
      Set.of(
          Format.XML,
          Format.JSON,
          Format.IDOC,
          Format.CSV,
          Format.PDF,
          Format.PICTURE,
          Format.OFFICE,
          Format.OLD_OFFICE,
          Format.TEXT);

  /**
   * A file that was read.
   *
   * @param kind of a document for people, else null
   * @param paper what was read out of it, else null
   */
  record Opened(Found found, PaperKind kind, Extraction paper) {

    /** Nothing was made out, but a person may read it. */
    boolean blank() {
      return found.orders().isEmpty() && kind != null && kind.drawn();
    }

    /** As an order that a person fills in. */
    Opened toFill() {
      return new Opened(PaperOrders.toFill(kind, paper), kind, paper);
    }
  }

  private final Receipts receipts;
  private final OrderFiles files;
  private final PaperOrders papers;
  private final Extractions extractions;

  FoundOrders(Receipts receipts, ConfigFiles config, PaperOrders papers, Extractions extractions) {
    this.receipts = receipts;
    this.papers = papers;
    this.extractions = extractions;
    this.files = new OrderFiles(config);
  }

  static boolean reads(Format format) {
    return READ.contains(format);
  }

  /**
   * Reads the file; takes seconds for some, so never within a transaction.
   *
   * @param partnerId who sent it, null when nobody knows yet
   */
  Opened open(Recognition.Recognised seen, byte[] bytes, String partnerId)
      throws UnreadableDocumentException {
    Optional<Found> laidOut = laidOut(seen.format(), bytes);
    if (laidOut.isPresent()) {
      return new Opened(laidOut.get(), null, null);
    }
    Optional<PaperKind> kind = PaperFiles.kind(seen);
    if (kind.isPresent()) {
      return paper(kind.get(), bytes, partnerId);
    }
    Found found = read(seen.format(), bytes);
    if (seen.format() == Format.CSV && found.orders().isEmpty()) {
      Opened text = paper(PaperKind.TEXT, bytes, partnerId);
      boolean table = text.found().orders().isEmpty() && hasColumns(bytes);
      return table ? new Opened(found, null, null) : text;
    }
    return new Opened(found, null, null);
  }

  /** {@code Dear team,} is no heading of a table, though a comma stands in it. */
  static boolean hasColumns(byte[] bytes) {
    String first = new String(bytes, StandardCharsets.UTF_8).strip().split("\\R", 2)[0];
    return first.matches(".*\\S\\s*[,;\t|]\\s*[^\\s,;|].*");
  }

  private Opened paper(PaperKind kind, byte[] bytes, String partnerId)
      throws UnreadableDocumentException {
    Extraction read = papers.read(kind, bytes, partnerId);
    return new Opened(PaperOrders.found(kind, read), kind, read);
  }

  /** Text may be fixed-width, where somebody's layout says so, and a workbook a plain table. */
  private Optional<Found> laidOut(Format format, byte[] bytes) throws UnreadableDocumentException {
    return switch (format) {
      case TEXT, CSV -> files.fixedWidth(bytes);
      case OFFICE, OLD_OFFICE -> files.workbook(papers.sheets(bytes));
      default -> Optional.empty();
    };
  }

  private Found read(Format format, byte[] bytes) throws UnreadableDocumentException {
    return switch (format) {
      case IDOC -> files.idoc(bytes);
      case XML -> files.xml(bytes);
      case JSON -> files.json(bytes);
      case CSV -> files.csv(bytes);
      default -> throw new IllegalArgumentException(format + " holds no orders");
    };
  }

  /** The order that a document was recorded for: its set number counts the orders of the file. */
  FoundOrder of(Document document) {
    Optional<Extractions.Stored> stored = extractions.find(document.id());
    if (stored.isPresent()) {
      return new FoundOrder(
          "order", document.reference(), null, null, stored.get().order(), document.test());
    }
    byte[] bytes = receipts.bytes(document.receiptId());
    try {
      Format format = Recognition.of(bytes).format();
      Optional<Found> laidOut = laidOut(format, bytes);
      Found found = laidOut.isPresent() ? laidOut.get() : read(format, bytes);
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
