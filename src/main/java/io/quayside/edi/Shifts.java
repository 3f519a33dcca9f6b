package io.quayside.edi;

/**
 * Text that shifts between character sets by the code extension technique of ISO 2022, as UNOX
 * allows it. In a shifted run bytes look like delimiters and are none.
 *
 * <pre>NAD+BY+++ESC $ B ... ESC ( B'     the escapes begin and end a run of two bytes a sign</pre>
 */
final class Shifts {
  static final byte ESCAPE = 0x1B;
  private static final byte OUT = 0x0E;
  private static final byte IN = 0x0F;

  /** ESC ( and one of these: one byte a sign, in which delimiters are delimiters. */
  private static final String PLAIN = "BJHT";

  private static final int LONGEST = 4;

  private Shifts() {}

  static boolean begins(byte b) {
    return b == ESCAPE || b == OUT;
  }

  /**
   * Offset after the run or the escape that begins at the offset: the end where the run is not
   * closed, for it may go on there. A line end closes every run.
   */
  static int end(byte[] bytes, int at, int end) {
    boolean shifted = bytes[at] == OUT || isWide(bytes, at, end);
    int next = bytes[at] == OUT ? at + 1 : afterEscape(bytes, at, end);
    while (shifted && next < end) {
      byte b = bytes[next];
      if (b == '\r' || b == '\n') {
        return next;
      }
      if (b == IN) {
        return next + 1;
      }
      shifted = b != ESCAPE || isWide(bytes, next, end) || !isDesignation(bytes, next, end);
      next = b == ESCAPE ? afterEscape(bytes, next, end) : next + 1;
    }
    return shifted ? end : Math.min(next, end);
  }

  /** ESC $ B, ESC $ ( D or ESC ( I: what follows in G0 is no ASCII. */
  private static boolean isWide(byte[] bytes, int at, int end) {
    if (at + 2 >= end) {
      return true;
    }
    return switch (bytes[at + 1]) {
      case '$' -> bytes[at + 2] == '(' || bytes[at + 2] >= '@';
      case '(' -> PLAIN.indexOf(bytes[at + 2]) < 0;
      default -> false;
    };
  }

  /** It says what G0 is; others leave the run as it is. */
  private static boolean isDesignation(byte[] bytes, int at, int end) {
    return at + 1 < end && bytes[at + 1] == '(';
  }

  /** ESC, signs from 0x20 to 0x2F, and one more. */
  private static int afterEscape(byte[] bytes, int at, int end) {
    int next = at + 1;
    while (next < end && next < at + LONGEST && bytes[next] >= 0x20 && bytes[next] <= 0x2F) {
      next++;
    }
    return Math.min(next + 1, end);
  }
}
