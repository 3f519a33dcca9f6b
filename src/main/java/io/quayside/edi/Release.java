package io.quayside.edi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of a standard, as schema files name it: 004010, D96A, or 4 for a syntax version.
 *
 * @param name as in the files' {@code minVersion} and {@code maxVersion}
 * @param rank grows with time
 */
record Release(String name, int rank) {
  private static final Pattern X12 = Pattern.compile("(\\d{6}).*", Pattern.DOTALL);
  private static final Pattern DIRECTORY =
      Pattern.compile("[A-Z0-9]?[^A-Z0-9]?(\\d\\d)([A-Z]).*", Pattern.DOTALL);
  private static final Pattern SYNTAX = Pattern.compile("(4)?.*", Pattern.DOTALL);
  private static final int FIRST_YEAR = 90;

  /** What is taken when a document does not say its release. */
  static Release usual(Standard standard) {
    return of(standard == Standard.X12 ? "004010" : "D96A");
  }

  /** As in a schema file. */
  static Release of(String name) {
    return new Release(name, name.startsWith("D") ? directory(name) : Integer.parseInt(name));
  }

  /**
   * As in a document: GS08 ({@code 004010VICS}), or S009 after the type ({@code D:96A:UN:EAN008},
   * {@code 4:1:UN}); empty when it does not begin as one does.
   */
  static String name(Standard standard, String version) {
    Matcher matcher = (standard == Standard.X12 ? X12 : DIRECTORY).matcher(version);
    if (matcher.matches()) {
      return standard == Standard.X12
          ? matcher.group(1)
          : "D" + matcher.group(1) + matcher.group(2);
    }
    if (standard == Standard.X12 || version.isEmpty()) {
      return "";
    }
    Matcher syntax = SYNTAX.matcher(version);
    return syntax.matches() && syntax.group(1) != null ? "4" : "3";
  }

  /** D99B comes before D00A. */
  private static int directory(String name) {
    int year = Integer.parseInt(name.substring(1, 3));
    return ((year < FIRST_YEAR ? year + 100 : year) + 1900) * 100 + name.charAt(3);
  }

  /** This one, or the bound it lies beyond; a bound may be "", which is none. */
  Release within(String min, String max) {
    if (!min.isEmpty() && of(min).rank > rank) {
      return of(min);
    }
    return !max.isEmpty() && of(max).rank < rank ? of(max) : this;
  }

  boolean isWithin(String min, String max) {
    return within(min, max) == this;
  }
}
