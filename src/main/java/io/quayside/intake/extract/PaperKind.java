package io.quayside.intake.extract;

/** Kinds of documents for people. */
public enum PaperKind {
  PDF,
  WORKBOOK,
  PICTURE,
  HTML,
  TEXT;

  /**
   * A file of its own, and not the words of a mail: worth a person's look even when no order was
   * found.
   */
  public boolean drawn() {
    return this == PDF || this == WORKBOOK || this == PICTURE;
  }

  /** The word in the record of documents and in {@code source.format}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
