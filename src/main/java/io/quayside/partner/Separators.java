package io.quayside.partner;

import java.util.HashMap;
import java.util.Map;

/** Reads the separators of an EDI block: signs, all of them different. */
final class Separators {

  private Separators() {}

  static char one(FileNode block, String key, char standard) {
    String text = block.separator(key);
    if (text == null) {
      return standard;
    }
    if (text.length() == 1
        && text.charAt(0) < 0x7F
        && !Character.isLetterOrDigit(text.charAt(0))
        && text.charAt(0) != ' ') {
      return text.charAt(0);
    }
    block.fault(
        key,
        text,
        "cannot separate anything",
        "Give one character that is no letter, digit or blank");
    return standard;
  }

  /**
   * @param all by key, in the order of the file
   */
  static void distinct(FileNode block, Map<String, Character> all) {
    Map<Character, String> seen = new HashMap<>();
    all.forEach(
        (key, value) -> {
          String other = seen.putIfAbsent(value, key);
          if (other != null) {
            block.fault(
                key, String.valueOf(value), "is " + other + " too", "Make all four different");
          }
        });
  }
}
