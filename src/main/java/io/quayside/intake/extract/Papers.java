package io.quayside.intake.extract;

import io.quayside.mapping.ConfigFiles;

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
