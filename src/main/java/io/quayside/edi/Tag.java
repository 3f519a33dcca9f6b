package io.quayside.edi;

/**
 * Segment tags as numbers, so that comparing two is one instruction: up to four characters, case
 * folded.
 */
final class Tag {
  /**
   * No tag has this code: longer than four characters, or with other characters than letters and
   * digits.
   */
  static final int NONE = 0;

  static final int ISB = code("ISB");
  static final int ISE = code("ISE");
  static final int TA1 = code("TA1");

  private Tag() {}

  static int code(String tag) {
    int code = 0;
    for (int i = 0; i < tag.length(); i++) {
      code = code << 8 | tag.charAt(i);
    }
    return tag.length() > 4 ? NONE : code;
  }

  static int code(byte[] bytes, int from, int to) {
    if (to - from > 4) {
      return NONE;
    }
    int code = 0;
    for (int i = from; i < to; i++) {
      int c = bytes[i];
      if (c >= 'a' && c <= 'z') {
        c -= 'a' - 'A';
      } else if (!(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')) {
        return NONE;
      }
      code = code << 8 | c;
    }
    return code;
  }

  static String name(int code) {
    StringBuilder name = new StringBuilder(4);
    for (int shift = 24; shift >= 0; shift -= 8) {
      int c = code >>> shift & 0xFF;
      if (c != 0) {
        name.append((char) c);
      }
    }
    return name.toString();
  }
}
