package io.quayside.intake;

import io.quayside.edi.Standard;

/** What kind of file something is, by its content. */
public enum Format {
  X12("x12", "an X12 interchange"),
  EDIFACT("edifact", "an EDIFACT interchange"),
  JSON("json", "JSON"),
  XML("xml", "XML"),
  PDF("pdf", "a PDF"),
  OFFICE("office", "a workbook or an archive"),
  OLD_OFFICE("office-97", "a workbook of the format before 2007"),
  EMAIL("email", "a mail"),
  IDOC("idoc", "an SAP IDoc in flat form"),
  PICTURE("picture", "a picture"),
  CSV("csv", "a table in text form"),
  TEXT("text", "plain text"),
  EMPTY("empty", "an empty file"),
  UNKNOWN("unknown", "a file of a kind that is not known");

  private final String word;
  private final String description;

  Format(String word, String description) {
    this.word = word;
    this.description = description;
  }

  /** What an interchange of this standard is. */
  static Format of(Standard standard) {
    return standard == Standard.X12 ? X12 : EDIFACT;
  }

  /** The word in the record of documents. */
  public String word() {
    return word;
  }

  /** For people: "this is …". */
  public String description() {
    return description;
  }
}
