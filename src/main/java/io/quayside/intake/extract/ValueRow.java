package io.quayside.intake.extract;

import io.quayside.intake.extract.Heading.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row of nothing but a line's quantity, price and amount, with their units and currencies: {@code
 * 1,000 EA 12.50 USD / 100 EA 125.00}. Its numbers belong to the headings in their order, wherever
 * they stand.
 */
record ValueRow(Heading heading, Vocabulary words) {
  private static final List<String> NUMBERS =
      List.of("quantity", "price", "price-per", "amount", "discount", "tax");
  private static final String NUMBER =
      "[-+]?\\p{Sc}?[.,]?[0-9][0-9.,'\u2019]*\\p{Sc}?(?:/[0-9.,]*(?:\\p{L}{1,6}\\.?)?)?-?";
  private static final String PER = "/|(?i:per|pro|je|par|por)";

  /** What belongs to one number or date. */
  private record Value(boolean date, List<Word> words) {
    double left() {
      return words.get(0).left();
    }

    double right() {
      return words.get(words.size() - 1).right();
    }
  }

  /**
   * Its words below their headings, and all of that moved aside; empty when it is no such row.
   *
   * @param aside how far to the right
   */
  Optional<List<Word>> read(Row row, double aside) {
    return parted(row.words()).flatMap(this::columns).map(found -> placed(found, aside));
  }

  private record Placed(Column column, Value value) {}

  private static List<Word> placed(List<Placed> found, double aside) {
    List<Word> words = new ArrayList<>();
    for (Placed one : found) {
      Heading.under(one.column(), one.value().words())
          .forEach(word -> words.add(word.moved(aside)));
    }
    words.sort(Comparator.comparingDouble(Word::left));
    return words;
  }

  /** Empty when there is a word that is neither number, date, unit nor currency. */
  private Optional<List<Value>> parted(List<Word> row) {
    List<Value> values = new ArrayList<>();
    List<Word> before = new ArrayList<>();
    boolean per = false;
    for (int i = 0; i < row.size(); i++) {
      String text = row.get(i).text();
      boolean date = Measure.dated(text);
      boolean next = i + 1 < row.size() && row.get(i + 1).text().matches(NUMBER);
      if (i > 0 && (thousand(row.get(i - 1), row.get(i)) || i == 1 && pack(text))) {
        values.get(values.size() - 1).words().add(row.get(i));
      } else if (date || text.matches(NUMBER) && !per) {
        List<Word> words = new ArrayList<>(before);
        words.add(row.get(i));
        values.add(new Value(date, words));
        before.clear();
      } else if (currency(text) && next && (row.get(i).apart() || values.isEmpty())) {
        before.add(row.get(i));
      } else if (values.isEmpty() || !follows(text, per)) {
        return Optional.empty();
      } else {
        values.get(values.size() - 1).words().add(row.get(i));
      }
      per = text.matches(PER);
    }
    return before.isEmpty() ? Optional.of(values) : Optional.empty();
  }

  /** {@code 1 494,00} is one number. */
  private static boolean thousand(Word before, Word word) {
    return !word.apart()
        && before.text().matches("[0-9]{1,3}")
        && word.text().matches("[0-9]{3}(?:[.,][0-9]+)?");
  }

  /** {@code 5 12/CS}: behind the quantity it is a unit and no price. */
  private boolean pack(String text) {
    return heading.may("unit")
        && text.matches("[0-9]{1,4}/\\p{L}+")
        && words.unit(text.replaceAll(".*/", "")).isPresent();
  }

  private boolean follows(String text, boolean per) {
    return text.matches(PER)
        || text.matches("/[0-9.,]+")
        || per && text.matches(NUMBER)
        || currency(text)
        || text.matches("[A-Z]{1,3}")
        || words.unit(text.replaceAll("^[(/]|[)]$", "")).isPresent();
  }

  private static boolean currency(String text) {
    return text.matches("[A-Z]{3}|(?:US|C|CA|R)?\\p{Sc}|Rs\\.?");
  }

  /** By their order where there are as many as headings, else by what they stand below. */
  private Optional<List<Placed>> columns(List<Value> values) {
    List<Column> numbers =
        heading.columns().stream().filter(one -> NUMBERS.stream().anyMatch(one::may)).toList();
    List<Column> dates =
        heading.columns().stream().filter(one -> one.may("line-requested-delivery")).toList();
    boolean ordered =
        values.stream().filter(one -> !one.date()).count() == numbers.size()
            && values.stream().filter(Value::date).count() <= dates.size();
    List<Placed> placed = new ArrayList<>();
    int number = 0;
    int date = 0;
    for (Value value : values) {
      Column column =
          !ordered
              ? heading.columns().get(heading.column(value.left(), value.right()))
              : value.date() ? dates.get(date++) : numbers.get(number++);
      placed.add(new Placed(column, value));
    }
    Set<Column> used = new HashSet<>(placed.stream().map(Placed::column).toList());
    boolean whole =
        used.size() == placed.size()
            && used.stream().anyMatch(one -> one.may("quantity"))
            && used.stream().anyMatch(one -> one.may("price") || one.may("amount"));
    return whole ? Optional.of(placed) : Optional.empty();
  }
}
