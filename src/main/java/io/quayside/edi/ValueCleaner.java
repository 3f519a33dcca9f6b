package io.quayside.edi;

import java.nio.charset.CharsetEncoder;

/**
 * Replaces what a value must not hold: delimiters where there is no release character, control
 * characters, characters outside the character set.
 */
final class ValueCleaner {
  private final String forbidden;
  private final char substitute;
  private final CharsetEncoder encoder;
  private final String syntax;

  /**
   * @throws EdiWriteException when the delimiters are no delimiters
   */
  ValueCleaner(OutboundInterchange interchange) {
    Delimiters delimiters = interchange.delimiters();
    this.forbidden = delimiters.release() == 0 ? signs(interchange) : "";
    this.substitute = interchange.substitute();
    this.encoder = interchange.charset().newEncoder();
    this.syntax = interchange.syntax();
    check(delimiters, signs(interchange));
  }

  /** The signs that mean something in this interchange. */
  static String signs(OutboundInterchange interchange) {
    Delimiters delimiters = interchange.delimiters();
    String since = interchange.standard() == Standard.X12 ? "00402" : "4";
    boolean repeats = interchange.version().compareTo(since) >= 0 && delimiters.repetition() != 0;
    return delimiters.element()
        + delimiters.segment()
        + delimiters.component()
        + (repeats ? delimiters.repetition() : "")
        + (delimiters.release() == 0 ? "" : delimiters.release());
  }

  private void check(Delimiters delimiters, String signs) {
    boolean different = signs.chars().distinct().count() == signs.length();
    boolean plain =
        signs
            .chars()
            .allMatch(c -> c != 0 && c < 0x7F && c != ' ' && !Character.isLetterOrDigit(c));
    if (!different || !plain || delimiters.segment().length() != 1) {
      throw new EdiWriteException(
          "The delimiters must be different ASCII signs, no letters, digits or blanks: "
              + delimiters);
    }
    if (!delimiters.suffix().chars().allMatch(c -> c == '\r' || c == '\n')) {
      throw new EdiWriteException("Only line ends may follow a segment terminator");
    }
    if (forbidden.indexOf(substitute) >= 0
        || Character.isISOControl(substitute)
        || !encoder.canEncode(substitute)) {
      throw new EdiWriteException("The substitute must be a plain character");
    }
  }

  /** The value itself when there is nothing to replace. */
  String clean(String value) {
    StringBuilder clean = null;
    int width;
    for (int i = 0; i < value.length(); i += width) {
      int c = value.codePointAt(i);
      width = Character.charCount(c);
      boolean right =
          forbidden.indexOf(c) < 0
              && !Character.isISOControl(c)
              && c != '\uFEFF'
              && encoder.canEncode(value.subSequence(i, i + width))
              && CharacterSet.allows(syntax, c);
      if (!right && clean == null) {
        clean = new StringBuilder(value.length()).append(value, 0, i);
      }
      if (clean != null) {
        clean.append(right ? value.substring(i, i + width) : String.valueOf(substitute));
      }
    }
    return clean == null ? value : clean.toString();
  }
}
