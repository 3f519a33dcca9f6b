package io.quayside.edi;

/**
 * The separators of one interchange.
 *
 * @param element between elements, for example {@code *}
 * @param segment ends a segment, for example {@code ~}; more than one character in some partners'
 *     files
 * @param component between the components of a composite, for example {@code >}; 0 when there is
 *     none
 * @param repetition between repeated elements (ISA11 from 00402 on, EDIFACT from syntax 4 on); 0
 *     when there is none
 * @param release makes the next character data (EDIFACT); 0 when there is none
 * @param suffix written after each segment terminator, for example a line end; not part of the data
 */
public record Delimiters(
    char element, String segment, char component, char repetition, char release, String suffix) {

  /** What most partners use: {@code *}, {@code ~}, {@code >}, {@code ^}, no line ends. */
  public static Delimiters x12() {
    return new Delimiters('*', "~", '>', '^', '\0', "");
  }

  /** The standard's own: {@code +}, {@code '}, {@code :}, {@code *}, released by {@code ?}. */
  public static Delimiters edifact() {
    return new Delimiters('+', "'", ':', '*', '?', "");
  }

  /** X12 separators of a partner's file: no release character. */
  public static Delimiters x12(
      char element, char segment, char component, char repetition, String suffix) {
    return new Delimiters(element, String.valueOf(segment), component, repetition, '\0', suffix);
  }
}
