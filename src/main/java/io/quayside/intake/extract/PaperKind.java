package io.quayside.intake.extract;

/** Kinds of documents for people. */
public enum PaperKind {
  PDF,
  WORKBOOK,
  PICTURE,
  HTML,
  TEXT;

  /** The word in the record of documents and in {@code source.format}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
