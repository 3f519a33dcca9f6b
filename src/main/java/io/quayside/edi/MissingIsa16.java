package io.quayside.edi;

/** Tells by what follows whether the byte where ISA16 should be is the segment terminator. */
final class MissingIsa16 {
  private static final int LONGEST = 400;

  private MissingIsa16() {}

  /**
   * The byte where ISA16 should be also ends the next two lines: it is the terminator, and ISA16 is
   * missing.
   *
   * <pre>
   * ISA*…*0*P*~
   * GS*PO*…*004010~
   * </pre>
   */
  static boolean endsLines(byte[] bytes, int at, int follower) {
    boolean nextLine = false;
    for (int i = at + 1; i < follower; i++) {
      if (!IsaHeader.isBlank(bytes[i])) {
        return false;
      }
      nextLine |= bytes[i] == '\n';
    }
    int second = lineEnd(bytes, follower);
    return nextLine
        && IsaHeader.isSign(bytes[at])
        && endsLine(bytes, follower, bytes[at])
        && (second + 1 >= bytes.length || endsLine(bytes, second + 1, bytes[at]));
  }

  private static int lineEnd(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && end < from + LONGEST && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  /** The line at the offset ends with the sign. */
  private static boolean endsLine(byte[] bytes, int from, byte sign) {
    int last = lineEnd(bytes, from) - 1;
    while (last > from && IsaHeader.isBlank(bytes[last])) {
      last--;
    }
    return last > from && bytes[last] == sign;
  }

  /** The byte stands before a later ST, GE or IEA: it is the terminator, not ISA16. */
  static boolean endsSegments(byte[] bytes, int from, byte candidate, byte separator) {
    for (int i = from; i + 3 < bytes.length && i < from + LONGEST; i++) {
      if (bytes[i] == candidate) {
        int next = i + 1;
        while (next + 2 < bytes.length && IsaHeader.isBlank(bytes[next])) {
          next++;
        }
        return next + 2 < bytes.length
            && IsaHeader.isAlphanumeric(bytes[next])
            && IsaHeader.isAlphanumeric(bytes[next + 1])
            && (bytes[next + 2] == separator
                || next + 3 < bytes.length && bytes[next + 3] == separator);
      }
    }
    return false;
  }
}
