package io.quayside.intake.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Where a value stands on a paper, and what may be its label there. */
final class Places {
  private static final int LONGEST_VALUE = 12;
  private static final int LONGEST_LABEL = 6;
  private static final int MOST = 8;

  private Places() {}

  private record Place(List<Row> rows, int row, int piece, int word) {}

  /** Does it stand anywhere? */
  static boolean any(Paper paper, Predicate<String> value) {
    return !of(paper, value).isEmpty();
  }

  /** Plain texts before, left of and above the places of a value, nearest first. */
  static Set<String> labels(Paper paper, Predicate<String> value) {
    Set<String> labels = new LinkedHashSet<>();
    for (Place place : of(paper, value)) {
      before(place, labels);
    }
    for (Place place : of(paper, value)) {
      above(place, labels);
    }
    labels.removeIf(label -> !label.matches("[a-z %]{2,60}"));
    return labels;
  }

  private static List<Place> of(Paper paper, Predicate<String> value) {
    List<Place> places = new ArrayList<>();
    for (Paper.Page page : paper.pages()) {
      for (int r = 0; r < page.rows().size(); r++) {
        List<Piece> pieces = page.rows().get(r).pieces();
        for (int p = 0; p < pieces.size() && places.size() < MOST; p++) {
          int word = within(pieces.get(p).words(), value);
          if (word >= 0) {
            places.add(new Place(page.rows(), r, p, word));
          }
        }
      }
    }
    return places;
  }

  private static int within(List<Word> words, Predicate<String> value) {
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST_VALUE); to++) {
        if (value.test(TableLine.text(words.subList(from, to)))) {
          return from;
        }
      }
    }
    return -1;
  }

  private static void before(Place place, Set<String> labels) {
    List<Piece> pieces = place.rows().get(place.row()).pieces();
    List<Word> words =
        place.word() > 0
            ? pieces.get(place.piece()).words().subList(0, place.word())
            : place.piece() > 0 ? pieces.get(place.piece() - 1).words() : List.of();
    for (int from = Math.max(0, words.size() - LONGEST_LABEL); from < words.size(); from++) {
      labels.add(Vocabulary.plain(TableLine.text(words.subList(from, words.size()))));
    }
  }

  private static void above(Place place, Set<String> labels) {
    Piece at = place.rows().get(place.row()).pieces().get(place.piece());
    for (int r = place.row() - 1; r >= Math.max(0, place.row() - 2); r--) {
      for (Piece piece : place.rows().get(r).pieces()) {
        boolean over = piece.left() < at.right() && piece.right() > at.left();
        if (over && piece.words().size() <= LONGEST_LABEL) {
          labels.add(Vocabulary.plain(piece.text()));
        }
      }
    }
  }
}
