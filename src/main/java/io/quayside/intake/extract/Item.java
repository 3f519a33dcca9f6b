package io.quayside.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A piece of a row: a label with the value behind it, or words without a label.
 *
 * @param field null when there is no label
 * @param label empty when there is none
 */
record Item(String field, List<Word> label, List<Word> value) {
  Item {
    label = List.copyOf(label);
    value = List.copyOf(value);
  }

  private static final Set<String> WHOLE =
      Set.of("buyer", "seller", "po-date", "terms", "bill-to", "ship-to", "buyer-contact");

  private static final Set<String> SUMS = Set.of("total", "subtotal", "tax", "charges");

  double left() {
    return (label.isEmpty() ? value : label).get(0).left();
  }

  double right() {
    List<Word> last = value.isEmpty() ? label : value;
    return last.get(last.size() - 1).right();
  }

  double labelRight() {
    return label.get(label.size() - 1).right();
  }

  boolean labelled() {
    return field != null;
  }

  /** The items of a row, from left to right. */
  static List<Item> of(Row row, Vocabulary words, boolean withinLine) {
    List<Item> items = new ArrayList<>();
    for (Piece piece : priced(coloned(row.pieces()), words)) {
      items.addAll(of(piece, words, withinLine));
    }
    return items;
  }

  /** {@code PO No | : 4711}: a colon that begins a piece belongs to the piece before it. */
  private static List<Piece> coloned(List<Piece> pieces) {
    List<Piece> joined = new ArrayList<>();
    for (Piece piece : pieces) {
      if (joined.isEmpty() || !piece.text().matches(":(?!//).*")) {
        joined.add(piece);
        continue;
      }
      List<Word> words = new ArrayList<>(joined.remove(joined.size() - 1).words());
      Word first = piece.words().get(0);
      words.add(first.reading(":"));
      if (first.text().length() > 1) {
        words.add(first.reading(first.text().substring(1)));
      }
      words.addAll(piece.from(1).words());
      joined.add(new Piece(words));
    }
    return joined;
  }

  /** {@code Total net value USD | 934.70}: the amount belongs to the currency before it. */
  private static List<Piece> priced(List<Piece> pieces, Vocabulary words) {
    List<Piece> joined = new ArrayList<>();
    for (Piece piece : pieces) {
      Piece before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (before != null && sum(before, words) && Amounts.digits(piece.text()).isPresent()) {
        List<Word> both = new ArrayList<>(before.words());
        both.addAll(piece.words());
        joined.set(joined.size() - 1, new Piece(both));
      } else {
        joined.add(piece);
      }
    }
    return joined;
  }

  private static boolean sum(Piece piece, Vocabulary words) {
    int last = piece.words().size() - 1;
    return last > 0
        && piece.words().get(last).text().matches("[A-Z]{3}")
        && words
            .field(new Piece(piece.words().subList(0, last)).text())
            .filter(SUMS::contains)
            .isPresent();
  }

  private static List<Item> of(Piece piece, Vocabulary vocabulary, boolean withinLine) {
    List<Item> items = new ArrayList<>();
    List<Word> words = piece.words();
    String field = null;
    List<Word> label = List.of();
    int from = 0;
    for (int i = 0; i < words.size(); ) {
      Optional<Vocabulary.Match> match = vocabulary.labelAt(words, i, withinLine);
      if (match.isPresent() && counts(match.get(), words, i, withinLine)) {
        if (i > 0 && field == null && longer(match.get(), i)) {
          field = "other";
          label = words.subList(0, i + match.get().words());
          i += match.get().words();
          from = i;
          continue;
        }
        if (i > 0) {
          items.add(new Item(field, label, words.subList(from, i)));
        }
        field = match.get().field();
        int end = i + match.get().words();
        label = words.subList(i, end);
        if (end < words.size() && words.get(end).text().matches("[:.#-]")) {
          end++;
        }
        from = end;
        i = end;
      } else {
        i++;
      }
    }
    if (from < words.size() || field != null) {
      items.add(new Item(field, label, words.subList(from, words.size())));
    }
    return items;
  }

  /** {@code Shipping from:} is not "from", {@code Promised date:} not "date". */
  private static boolean longer(Vocabulary.Match match, int at) {
    return at <= 2 && match.words() == 1 && !match.taught() && WHOLE.contains(match.field());
  }

  /**
   * At the start of a piece a label needs no colon when it fills it or a number follows; nor does a
   * taught one.
   */
  private static boolean counts(
      Vocabulary.Match match, List<Word> words, int at, boolean withinLine) {
    int end = at + match.words();
    if (match.colon() || match.taught()) {
      return true;
    }
    if (at > 0) {
      return false;
    }
    if (end == words.size()) {
      return !withinLine;
    }
    return words.get(end).text().matches(".*[0-9].*")
        || words.get(end).text().matches("\\p{Sc}")
        || words.get(end).text().matches("[A-Z]{3}")
            && end + 1 < words.size()
            && words.get(end + 1).text().matches(".*[0-9].*")
        || match.words() > 1 && !withinLine && words.size() - end <= 6;
  }
}
