package io.quayside.intake.extract;

import io.quayside.mapping.ConfigFiles;
import java.util.List;

/**
 * Reads purchase orders out of documents for people. PDF and workbooks are opened in a process of
 * their own. Safe for threads.
 */
public final class Papers {
  private static final int LARGEST = 30 * 1024 * 1024;

  private final Extractor extractor;
  private final ChildReader child = new ChildReader(ChildReader.LONGEST);

  public Papers(ConfigFiles files) {
    this.extractor = new Extractor(files);
  }

  /** What the file says; never fails because of its content. */
  public Extraction extract(PaperKind kind, byte[] bytes, Knowledge knowledge) {
    return extractor.extract(paper(kind, bytes), knowledge);
  }

  /** A page of a PDF as PNG of 100 dots per inch, counted from 1; empty when there is none. */
  public byte[] picture(byte[] pdf, int page) {
    return child.picture(pdf, page);
  }

  /** Words that stand together, and where. */
  public record Seen(String text, String where) {}

  /** What stands on it, row by row; empty when it cannot be read. */
  public List<List<Seen>> rows(PaperKind kind, byte[] bytes) {
    return paper(kind, bytes).pages().stream()
        .flatMap(page -> page.rows().stream())
        .map(
            row ->
                row.pieces().stream()
                    .map(piece -> new Seen(piece.text(), piece.words().get(0).where()))
                    .toList())
        .toList();
  }

  private Paper paper(PaperKind kind, byte[] bytes) {
    if (bytes.length > LARGEST) {
      return Paper.unreadable(
          kind.word(),
          "It has %d MB; more than %d MB are not read."
              .formatted(bytes.length >> 20, LARGEST >> 20));
    }
    return switch (kind) {
      case PDF, WORKBOOK -> child.read(kind, bytes);
      case HTML, TEXT -> PaperProcess.read(kind, bytes);
    };
  }
}
