package io.quayside.intake.extract;

import io.quayside.intake.extract.Heading.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands below which heading of a row.
 *
 * @param counted the rows are numbered in the first column
 */
record Cells(Heading heading, Vocabulary words, boolean counted) {
  private static final Set<String> NUMBERS =
      Set.of("quantity", "price", "amount", "line-number", "price-per");
  private static final Pattern LINE_NUMBER = Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,3})?[.)]?");

  /** Of a table whose first rows these are. */
  static Cells below(Heading heading, List<Row> rows, Vocabulary words) {
    Cells cells = new Cells(heading, words, false);
    return new Cells(heading, words, cells.counted(rows));
  }

  /** The same table on another page. */
  Cells under(Heading other) {
    return new Cells(other, words, counted);
  }

  /** Words by column; a phrase stays whole unless it lies below several columns. */
  Map<Integer, List<Word>> of(Row row) {
    Map<Integer, List<Word>> cells = new LinkedHashMap<>();
    for (Piece piece : row.pieces()) {
      if (heading.over(piece.left(), piece.right()) <= 1) {
        int column = heading.column(piece.left(), piece.right());
        cells.computeIfAbsent(column, key -> new ArrayList<>()).addAll(piece.words());
        continue;
      }
      int before = -1;
      for (Word word : piece.words()) {
        int column = heading.column(word.left(), word.right());
        boolean number = heading.columns().get(column).names().stream().anyMatch(NUMBERS::contains);
        boolean wordy = !word.text().matches("[-+(\\p{Sc}]*[0-9.,]+.*");
        if (before >= 0 && column > before && number && wordy) {
          column = before;
        }
        column = Math.max(column, before);
        cells.computeIfAbsent(column, key -> new ArrayList<>()).add(word);
        before = column;
      }
    }
    return cells;
  }

  boolean unit(Map<Integer, List<Word>> cells) {
    return cells.entrySet().stream()
        .filter(cell -> heading.columns().get(cell.getKey()).may("unit"))
        .anyMatch(cell -> words.unit(TableLine.text(cell.getValue())).isPresent());
  }

  /** The lines have numbers, and this row has none in their column. */
  boolean unlike(Map<Integer, List<Word>> cells) {
    return counted && !LINE_NUMBER.matcher(start(cells)).matches();
  }

  private static String start(Map<Integer, List<Word>> cells) {
    List<Word> first = cells.getOrDefault(0, List.of());
    return first.isEmpty() ? "" : first.get(0).text();
  }

  /** Do the rows with a quantity count 1, 2, 3 or 10, 20, 30 in the first column? */
  private boolean counted(List<Row> rows) {
    if (!heading.columns().get(0).may("line-number")) {
      return false;
    }
    double last = 0;
    for (Row row : rows) {
      Map<Integer, List<Word>> cells = of(row);
      String start = start(cells);
      if (start.isEmpty() || !has(cells, "quantity", true) && !has(cells, "price", true)) {
        continue;
      }
      boolean number = LINE_NUMBER.matcher(start).matches();
      if (!number && start.matches(".*[0-9].*")) {
        return false;
      }
      double value = number ? Double.parseDouble(start.replaceAll("[.)]$", "")) : -1;
      if (number && (value <= last || last == 0 && !Set.of(1.0, 10.0, 100.0).contains(value))) {
        return false;
      }
      last = number ? value : last;
    }
    return last > 0;
  }

  boolean numbered(Map<Integer, List<Word>> cells) {
    Column first = heading.columns().get(0);
    List<Word> number = cells.get(0);
    return number != null
        && first.may("line-number")
        && (counted || !first.may("vendor-item"))
        && number.size() == 1
        && number.get(0).text().matches("[0-9]{1,6}\\.?");
  }

  boolean has(Map<Integer, List<Word>> cells, String name, boolean number) {
    for (int i = 0; i < heading.columns().size(); i++) {
      Column column = heading.columns().get(i);
      List<Word> found = cells.get(i);
      if (found != null && column.may(name) && (!column.names().isEmpty())) {
        boolean listed = name.equals("quantity") && Measure.enumerated(TableLine.text(found));
        if (!number
            || !listed && Amounts.digits(found.get(0).text()).isPresent()
            || found.get(0).text().matches("[0-9].*")
                && Measure.quantity(TableLine.text(found)).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }
}
