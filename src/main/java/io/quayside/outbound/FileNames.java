package io.quayside.outbound;

/** Names of files that go to partners. */
final class FileNames {
  private static final int REFERENCE = 40;

  private FileNames() {}

  /**
   * {@code 855_4500000042_000000123_01KAW3Z6T8M4N2Q7R5S9V0X1Y2.edi}: what it is, then what makes it
   * unique. What has no control number goes without one: {@code order-confirmed_4500000042_….json}.
   */
  static String of(String type, String reference, String controlNumber, String id) {
    String end =
        switch (AnswerFormat.word(type)) {
          case "email" -> "eml";
          case "json" -> "json";
          case "csv" -> "csv";
          case "cxml", "ubl" -> "xml";
          case ExportOrder.TYPE -> "txt";
          default -> "edi";
        };
    String number = controlNumber.isEmpty() ? "" : controlNumber + "_";
    return "%s_%s_%s%s.%s".formatted(type, safe(reference), number, id, end);
  }

  /** Only letters, digits, dot and hyphen; a name never starts with a dot nor becomes a path. */
  static String safe(String reference) {
    String safe = reference == null ? "-" : reference.replaceAll("[^A-Za-z0-9-]+", "-");
    return safe.length() > REFERENCE ? safe.substring(0, REFERENCE) : safe;
  }
}
