package io.quayside.intake.extract;

import io.quayside.intake.extract.HeadFields.Candidate;
import io.quayside.intake.extract.Paper.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Quantities, prices or amounts that stand beside their heading and not below it. They are put
 * below it when quantity x price = amount on every such row, and on several of them, or the one
 * row's amount is the total.
 */
final class ShiftedColumns {
  private static final List<String> FACTORS = List.of("quantity", "price", "amount");
  private static final Set<String> NUMBERED =
      Set.of("line-number", "quantity", "price", "price-per", "amount");

  private final Vocabulary words;
  private final Map<Row, Row> moved = new IdentityHashMap<>();
  private final Set<BigDecimal> amounts = new HashSet<>();
  private boolean contradicted;

  ShiftedColumns(Vocabulary words) {
    this.words = words;
  }

  Straightened straightened(Paper paper) {
    Heading heading = null;
    for (Page page : paper.pages()) {
      List<Row> rows = page.rows();
      for (int i = 0; i < rows.size(); i++) {
        Optional<Heading> next = Heading.at(rows, i, words);
        if (next.isPresent()) {
          heading = next.get();
          i = heading.last();
        } else if (heading != null && FACTORS.stream().allMatch(heading::may)) {
          row(rows.get(i), heading);
        }
      }
    }
    if (contradicted || moved.isEmpty() || moved.size() == 1 && !total(paper)) {
      return new Straightened(paper, Map.of());
    }
    Map<Row, List<Row>> made = new HashMap<>();
    List<Page> pages = new ArrayList<>();
    for (Page page : paper.pages()) {
      pages.add(
          page.reading(page.rows().stream().map(row -> moved.getOrDefault(row, row)).toList()));
    }
    moved.forEach((printed, row) -> made.put(row, List.of(printed)));
    return new Straightened(new Paper(paper.kind(), pages, paper.picture(), paper.trouble()), made);
  }

  /** Is the only row's amount the total? */
  private boolean total(Paper paper) {
    return new HeadFields(words)
        .read(paper, Set.of()).of("total").stream()
            .map(Candidate::value)
            .map(value -> value.get(value.size() - 1).text())
            .anyMatch(text -> amounts.stream().anyMatch(one -> is(text, one)));
  }

  private static boolean is(String text, BigDecimal amount) {
    return new Amounts('.').read(text).filter(one -> one.compareTo(amount) == 0).isPresent()
        || new Amounts(',').read(text).filter(one -> one.compareTo(amount) == 0).isPresent();
  }

  /** A row with two of the three below their headings, and a number beside the third's. */
  private void row(Row row, Heading heading) {
    Map<Integer, List<Word>> cells = new Cells(heading, words, false).of(row);
    Map<String, String> texts = new HashMap<>();
    String missing = null;
    for (String name : FACTORS) {
      String text = TableLine.text(cells.getOrDefault(index(heading, name), List.of()));
      if (number(text).isPresent()) {
        texts.put(name, number(text).get());
      } else if (missing == null && text.isEmpty()) {
        missing = name;
      } else {
        return;
      }
    }
    if (missing == null) {
      return;
    }
    int column = index(heading, missing);
    Piece found = null;
    for (Piece piece : row.pieces()) {
      int at = heading.column(piece.left(), piece.right());
      boolean beside = Math.abs(at - column) == 1;
      boolean free = heading.columns().get(at).names().stream().noneMatch(NUMBERED::contains);
      if (beside && free && number(piece.text()).isPresent()) {
        if (found != null) {
          contradicted = true;
          return;
        }
        found = piece;
      }
    }
    if (found == null) {
      return;
    }
    texts.put(missing, number(found.text()).get());
    if (addsUp(texts)) {
      moved.put(row, moved(row, found, heading.columns().get(column)));
    } else {
      contradicted = true;
    }
  }

  private boolean addsUp(Map<String, String> texts) {
    for (char sign : new char[] {'.', ','}) {
      Amounts habit = new Amounts(sign);
      Optional<BigDecimal> quantity = habit.read(texts.get("quantity"));
      Optional<BigDecimal> price = habit.read(texts.get("price"));
      Optional<BigDecimal> amount = habit.read(texts.get("amount"));
      boolean whole = quantity.isPresent() && price.isPresent() && amount.isPresent();
      if (whole
          && Extractor.cents(quantity.get().multiply(price.get())).compareTo(amount.get()) == 0) {
        amounts.add(amount.get());
        return true;
      }
    }
    return false;
  }

  private static int index(Heading heading, String name) {
    return heading.columns().indexOf(heading.column(name));
  }

  /** {@code 10} of {@code 10 EA}; empty for a date or a text. */
  private static Optional<String> number(String text) {
    return Measure.dated(text)
        ? Optional.empty()
        : Amounts.digits(text).or(() -> Measure.quantity(text).map(Measure::number));
  }

  private static Row moved(Row row, Piece piece, Heading.Column column) {
    List<Word> placed = new ArrayList<>();
    List<Word> below = Heading.under(column, piece.words());
    for (Word word : row.words()) {
      int at = piece.words().indexOf(word);
      placed.add(at < 0 ? word : below.get(at));
    }
    return new Row(row.top(), row.bottom(), placed);
  }
}
