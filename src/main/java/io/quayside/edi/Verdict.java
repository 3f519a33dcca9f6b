package io.quayside.edi;

/** What an acknowledgment says: AK501, AK901 and TA104. */
public enum Verdict {
  ACCEPTED("A"),
  ACCEPTED_WITH_ERRORS("E"),
  PARTIALLY_ACCEPTED("P"),
  REJECTED("R");

  private final String code;

  Verdict(String code) {
    this.code = code;
  }

  /** A, E, P or R. */
  public String code() {
    return code;
  }

  /**
   * The verdict of a received code; the security refusals M, W and X are rejections. An unknown
   * code counts as rejected, because nothing says that the partner took the document.
   */
  public static Verdict of(String code) {
    return switch (code) {
      case "A" -> ACCEPTED;
      case "E" -> ACCEPTED_WITH_ERRORS;
      case "P" -> PARTIALLY_ACCEPTED;
      default -> REJECTED;
    };
  }
}
