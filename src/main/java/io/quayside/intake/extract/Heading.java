package io.quayside.intake.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The heading of a line table: one to three rows whose words name columns.
 *
 * @param last index of its last row
 */
record Heading(List<Column> columns, int first, int last) {
  private static final Set<String> ITEMS =
      Set.of("vendor-item", "buyer-item", "gtin", "description");

  /** A column; {@code names} is what it may hold, best first, empty when nobody knows. */
  record Column(List<String> names, String text, double left, double right) {
    boolean may(String name) {
      return names.contains(name);
    }
  }

  private record Cell(String text, double left, double right) {}

  /** One row as a heading, whatever it says. */
  static Heading of(Row row, int at, Vocabulary words) {
    return heading(cells(row, words), at, at, words);
  }

  /** The heading that starts at a row. */
  static Optional<Heading> at(List<Row> rows, int first, Vocabulary words) {
    Heading best = null;
    double bestScore = 0;
    List<Cell> cells = new ArrayList<>();
    for (int last = first; last < Math.min(rows.size(), first + 3); last++) {
      if (last > first
          && (!rows.get(last).follows(rows.get(last - 1)) || values(rows.get(last - 1)))) {
        break;
      }
      cells = stacked(cells, cells(rows.get(last), words));
      Heading heading = heading(cells, first, last, words);
      double score = heading.score();
      if (heading.orders() && (score > bestScore || score == bestScore && score == cells.size())) {
        best = heading;
        bestScore = score;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code Order 4711} or {@code Ship via:}, which is no upper row of a heading. */
  private static boolean values(Row row) {
    return row.words().stream().anyMatch(word -> word.text().matches(".*[0-9]{3,}.*|.*\\p{L}:"));
  }

  /**
   * The rows as a heading, whatever they say; no column has a name.
   *
   * @param body rows below it, whose columns part what stands close together
   */
  static Heading above(List<Row> rows, int first, int last, List<Row> body) {
    List<Cell> cells = new ArrayList<>();
    for (Row row : rows.subList(first, last + 1)) {
      List<Cell> lower = new ArrayList<>();
      row.pieces().forEach(one -> lower.addAll(parted(one, body)));
      cells = stacked(cells, lower);
    }
    List<Column> columns = new ArrayList<>();
    cells.forEach(
        cell -> columns.add(new Column(List.of(), cell.text(), cell.left(), cell.right())));
    columns.sort(Comparator.comparingDouble(Column::left));
    return new Heading(List.copyOf(columns), first, last);
  }

  /** A piece above several columns is one heading for each of them. */
  private static List<Cell> parted(Piece piece, List<Row> body) {
    List<Cell> parts = new ArrayList<>();
    List<Word> words = piece.words();
    int from = 0;
    for (int i = 1; i <= words.size(); i++) {
      if (i == words.size() || edge(piece, i, body)) {
        Piece part = new Piece(words.subList(from, i));
        parts.add(new Cell(part.text(), part.left(), part.right()));
        from = i;
      }
    }
    return parts;
  }

  /** Do the words before and behind stand above different cells of every row? */
  private static boolean edge(Piece heading, int word, List<Row> body) {
    return !body.isEmpty()
        && body.stream()
            .map(Row::pieces)
            .allMatch(
                cells -> {
                  Piece one = nearest(cells, heading.words().get(word - 1));
                  Piece next = nearest(cells, heading.words().get(word));
                  return one != next && below(one, heading) && below(next, heading);
                });
  }

  private static boolean below(Piece cell, Piece heading) {
    return cell.left() < heading.right() && cell.right() > heading.left();
  }

  private static Piece nearest(List<Piece> pieces, Word word) {
    Piece best = null;
    double least = Double.MAX_VALUE;
    for (Piece piece : pieces) {
      double away = Math.max(0, Math.max(piece.left() - word.right(), word.left() - piece.right()));
      if (away < least) {
        least = away;
        best = piece;
      }
    }
    return best;
  }

  /** Where the rows have it again; -1 when they do not. */
  int again(List<Row> rows, Vocabulary words) {
    for (int i = 0; i < rows.size(); i++) {
      if (at(rows, i, words).filter(this::like).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  /** Is it the same table's on another page? */
  boolean like(Heading other) {
    long alike = other.columns().stream().filter(this::names).count();
    return alike * 2 > columns.size();
  }

  private boolean names(Column other) {
    return columns.stream()
        .anyMatch(one -> Vocabulary.plain(one.text()).equals(Vocabulary.plain(other.text())));
  }

  private static Heading heading(List<Cell> cells, int first, int last, Vocabulary words) {
    List<Column> columns = new ArrayList<>();
    for (Cell cell : cells) {
      columns.add(new Column(words.column(cell.text()), cell.text(), cell.left(), cell.right()));
    }
    columns.sort(Comparator.comparingDouble(Column::left));
    return new Heading(List.copyOf(columns), first, last);
  }

  private double score() {
    return columns.stream().mapToDouble(column -> column.names().isEmpty() ? -0.6 : 1).sum();
  }

  /** Does it name a quantity, and what is ordered? */
  private boolean orders() {
    Set<String> names = new HashSet<>();
    columns.forEach(column -> names.addAll(column.names()));
    boolean item = ITEMS.stream().anyMatch(names::contains);
    return names.contains("quantity") && item && mostlyKnown();
  }

  boolean mostlyKnown() {
    long known = columns.stream().filter(column -> !column.names().isEmpty()).count();
    return known >= 2 && known * 2 > columns.size();
  }

  boolean may(String name) {
    return columns.stream().anyMatch(column -> column.may(name));
  }

  /** The first that may hold it. */
  Column column(String name) {
    return columns.stream().filter(column -> column.may(name)).findFirst().orElseThrow();
  }

  double right() {
    return columns.get(columns.size() - 1).right();
  }

  /** The pieces of a row; one of several headings is parted. */
  private static List<Cell> cells(Row row, Vocabulary words) {
    List<Cell> cells = new ArrayList<>();
    for (Piece piece : row.pieces()) {
      List<Cell> parts = new ArrayList<>();
      if (words.column(piece.text()).isEmpty()) {
        parts = parted(piece.words(), words);
      }
      if (parts.isEmpty()) {
        parts.add(new Cell(piece.text(), piece.left(), piece.right()));
      }
      cells.addAll(parts);
    }
    return cells;
  }

  /** {@code Qty Unit Price Amount} as three headings; empty when a word is left over. */
  private static List<Cell> parted(List<Word> words, Vocabulary vocabulary) {
    List<Cell> cells = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int end = Math.min(words.size(), at + 4);
      while (end > at && vocabulary.column(new Piece(words.subList(at, end)).text()).isEmpty()) {
        end--;
      }
      if (end == at) {
        return new ArrayList<>();
      }
      Piece piece = new Piece(words.subList(at, end));
      cells.add(new Cell(piece.text(), piece.left(), piece.right()));
      at = end;
    }
    return cells;
  }

  /** Lower cells join the ones above them. */
  private static List<Cell> stacked(List<Cell> upper, List<Cell> lower) {
    List<Cell> cells = new ArrayList<>(upper);
    for (Cell cell : lower) {
      int best = -1;
      double most = 0;
      for (int i = 0; i < upper.size(); i++) {
        double shared =
            Math.min(cell.right(), cells.get(i).right())
                - Math.max(cell.left(), cells.get(i).left());
        if (shared > most) {
          most = shared;
          best = i;
        }
      }
      if (best < 0) {
        cells.add(cell);
      } else {
        Cell above = cells.get(best);
        String joined =
            above.text().endsWith("-")
                ? above.text().substring(0, above.text().length() - 1) + cell.text()
                : above.text() + " " + cell.text();
        cells.set(
            best,
            new Cell(
                joined,
                Math.min(above.left(), cell.left()),
                Math.max(above.right(), cell.right())));
      }
    }
    return cells;
  }

  /** The column that a word of a row belongs to, by what lies above it or is nearest. */
  int column(double left, double right) {
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < columns.size(); i++) {
      double shared =
          Math.min(right, columns.get(i).right()) - Math.max(left, columns.get(i).left());
      if (shared > most) {
        most = shared;
        best = i;
      }
    }
    return best;
  }

  /** The words below a column, wherever they stand. */
  static List<Word> under(Column column, List<Word> words) {
    List<Word> placed = new ArrayList<>();
    double step = (column.right() - column.left()) / words.size();
    for (int i = 0; i < words.size(); i++) {
      double left = column.left() + i * step;
      placed.add(words.get(i).at(left, left + 0.9 * step, i == 0));
    }
    return placed;
  }

  /** How many columns lie above. */
  long over(double left, double right) {
    return columns.stream()
        .filter(one -> Math.min(right, one.right()) - Math.max(left, one.left()) > 0)
        .count();
  }
}
