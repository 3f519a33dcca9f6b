package io.quayside.edi;

import io.quayside.edi.Finding.Severity;

/** Control numbers and counts as they stand in envelopes. */
final class Numbers {
  private static final int LONGEST = 9;

  private Numbers() {}

  static boolean isNumber(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return !value.isEmpty();
  }

  /** The count that an element declares, padded or not; the other value when it is no number. */
  static int count(String element, int otherwise) {
    String value = unpadded(element.strip());
    return isNumber(value) && value.length() <= LONGEST ? Integer.parseInt(value) : otherwise;
  }

  /**
   * How bad it is that header and trailer differ: null when equal, ERROR when only padding does.
   */
  static Severity difference(String header, String trailer) {
    if (header.equals(trailer)) {
      return null;
    }
    boolean samePadded =
        isNumber(header) && isNumber(trailer) && unpadded(header).equals(unpadded(trailer));
    return samePadded ? Severity.ERROR : Severity.FATAL;
  }

  static String unpadded(String number) {
    int start = 0;
    while (start < number.length() - 1 && number.charAt(start) == '0') {
      start++;
    }
    return number.substring(start);
  }
}
