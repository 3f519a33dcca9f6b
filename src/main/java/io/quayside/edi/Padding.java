package io.quayside.edi;

/** Blanks around a value: also non-breaking ones, which a text editor may have put there. */
final class Padding {
  static final char NO_BREAK = '\u00A0';

  private Padding() {}

  static String strip(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && isPadding(value.charAt(from))) {
      from++;
    }
    while (to > from && isPadding(value.charAt(to - 1))) {
      to--;
    }
    return value.substring(from, to);
  }

  private static boolean isPadding(char c) {
    return Character.isWhitespace(c) || c == NO_BREAK;
  }
}
