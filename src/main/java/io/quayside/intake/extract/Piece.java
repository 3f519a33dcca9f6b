package io.quayside.intake.extract;

import java.util.List;
import java.util.stream.Collectors;

/** Words that stand together. */
record Piece(List<Word> words) {
  Piece {
    words = List.copyOf(words);
  }

  String text() {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  double left() {
    return words.get(0).left();
  }

  double right() {
    return words.get(words.size() - 1).right();
  }

  Piece from(int word) {
    return new Piece(words.subList(word, words.size()));
  }
}
