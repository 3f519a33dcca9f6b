package io.quayside.intake.extract;

import java.util.ArrayList;
import java.util.List;

/** Words on one line, from left to right. */
record Row(double top, double bottom, List<Word> words) {
  Row {
    words = List.copyOf(words);
  }

  double height() {
    return bottom - top;
  }

  /** Words that stand together: a phrase, or a cell. */
  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= words.size(); i++) {
      if (i == words.size() || words.get(i).apart()) {
        pieces.add(new Piece(words.subList(from, i)));
        from = i;
      }
    }
    return pieces;
  }

  /** Does this row follow the other without an empty line between? */
  boolean follows(Row above) {
    return top - above.top < 2.4 * Math.max(above.height(), Math.min(height(), above.height()));
  }
}
