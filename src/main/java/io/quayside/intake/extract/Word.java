package io.quayside.intake.extract;

/**
 * A word with its box on a page, top left is 0,0; in points, cells or characters, as the paper has
 * it.
 *
 * @param apart a wide gap or the edge of a cell stands before it
 * @param sure from 0 to 1: whether it was read right, when it was read out of a picture
 * @param where {@code page 1 (72,100,140,112)}, {@code Sheet1!B7} or {@code line 12}
 */
record Word(
    String text,
    double left,
    double top,
    double right,
    double bottom,
    boolean apart,
    String where,
    double sure) {

  Word(
      String text,
      double left,
      double top,
      double right,
      double bottom,
      boolean apart,
      String where) {
    this(text, left, top, right, bottom, apart, where, 1);
  }

  /** The same place with another text. */
  Word reading(String other) {
    return new Word(other, left, top, right, bottom, apart, where, sure);
  }

  /** The same word further right. */
  Word moved(double by) {
    return at(left + by, right + by, apart);
  }

  /** The same word in another place of its row. */
  Word at(double newLeft, double newRight, boolean parted) {
    return new Word(text, newLeft, top, newRight, bottom, parted, where, sure);
  }

  double middle() {
    return (left + right) / 2;
  }

  /** How much of the width both share. */
  double shared(double otherLeft, double otherRight) {
    return Math.min(right, otherRight) - Math.max(left, otherLeft);
  }
}
