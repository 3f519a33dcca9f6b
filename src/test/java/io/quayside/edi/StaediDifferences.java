package io.quayside.edi;

import java.util.Set;

/** What we say differently from staedi on purpose, as {@code ELEMENT 5.2.0 39}. */
final class StaediDifferences {
  private StaediDifferences() {}

  static boolean isOnlyTheirs(String error, TransactionSet set, Set<String> ours) {
    String code = error.substring(error.lastIndexOf(' ') + 1);
    // Counts and numbers of a set, and its missing trailer, are said at the set: AK502.
    boolean ofTheSet =
        code.startsWith("CONTROL_") || error.startsWith("SEGMENT") && has(ours, "SET");
    // UNH is not ours to describe.
    boolean header = error.startsWith("ELEMENT 1.");
    // Of several conditions broken, or elements too many, in one segment the first is said.
    boolean first =
        (code.equals("2") || code.equals("3"))
            && ours.stream()
                .anyMatch(our -> our.startsWith(segment(error)) && our.endsWith(" " + code));
    // A component separator in a simple element is text.
    boolean text = code.equals("16") || code.equals("TOO_MANY_COMPONENTS");
    // Of a value the first thing wrong is said.
    boolean second = has(ours, place(error));
    // NTE may stand anywhere until 003060: staedi's format has no word for it.
    boolean floating =
        code.equals("6") && error.startsWith("SEGMENT") && at(error, set).equals("NTE");
    // Blanks at the end of a value are allowed.
    boolean padded = code.equals("5") && at(error, set).endsWith(" ");
    return ofTheSet || header || first || text || second || floating || padded;
  }

  static boolean isOnlyOurs(String error, TransactionSet set, Set<String> theirs) {
    // What stands at the level of the set, and what has no code.
    if (error.startsWith("SET") || error.endsWith(" ")) {
      return true;
    }
    String value = at(error, set);
    // An element of blanks only is empty: the condition on it is broken.
    boolean blank = !value.isEmpty() && value.isBlank();
    // A control character is none of the standard's, and no end of a segment either.
    boolean control = value.chars().anyMatch(Character::isISOControl);
    // After a misplaced segment its own loop goes on, not the one that it broke into.
    int before = Integer.parseInt(error.split("[ .]")[1]) - 1;
    boolean follows = error.endsWith(" 7") && has(theirs, "SEGMENT " + before + ".");
    return blank || control || follows || has(theirs, place(error));
  }

  /** The element that the error is in, or the tag of the segment. */
  private static String at(String error, TransactionSet set) {
    String[] at = error.split("[ .]");
    int number = Integer.parseInt(at[1]);
    if (number > set.segmentCount()) {
      return "";
    }
    Segment segment = set.segments().get(number - 1);
    return at[2].equals("0") ? segment.tag() : segment.element(Integer.parseInt(at[2]));
  }

  /** With the segment's place, as {@code ELEMENT 5.}. */
  private static String segment(String error) {
    return error.substring(0, error.indexOf('.') + 1);
  }

  /** With the element's place, as {@code ELEMENT 5.2.}. */
  private static String place(String error) {
    return error.substring(0, error.lastIndexOf('.') + 1);
  }

  private static boolean has(Set<String> errors, String start) {
    return errors.stream().anyMatch(error -> error.startsWith(start));
  }
}
