package io.quayside.cli;

import io.quayside.edi.Verdict;
import java.util.Locale;

/** Texts for the terminal. */
final class Words {
  private Words() {}

  static String verdict(Verdict verdict) {
    return switch (verdict) {
      case ACCEPTED -> "accepted";
      case ACCEPTED_WITH_ERRORS -> "accepted with errors noted";
      case PARTIALLY_ACCEPTED -> "partially accepted";
      case REJECTED -> "rejected";
    };
  }

  /** {@code ACCEPTED_WITH_ERRORS} as {@code accepted-with-errors}. */
  static String dashed(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** Received text must not steer the terminal. */
  static String harmless(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == 0x2028
                    ? '?'
                    : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
