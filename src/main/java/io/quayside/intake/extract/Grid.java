package io.quayside.intake.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes rows of words out of cells; a cell is as wide as a hundred characters, whatever it shows.
 */
final class Grid {
  private static final double CELL = 100;

  private Grid() {}

  /**
   * @param column from 0
   * @param span how many columns it covers
   */
  record Cell(int column, int span, String text, String where) {}

  /** The row that stands at a height; a cell of several lines makes several rows. */
  static List<Row> rows(double top, List<Cell> cells) {
    int lines = cells.stream().mapToInt(cell -> cell.text().split("\\R").length).max().orElse(1);
    List<Row> rows = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      List<Word> words = new ArrayList<>();
      double at = top + (double) line / lines;
      double bottom = at + 0.8 / lines;
      for (Cell cell : cells) {
        String[] texts = cell.text().split("\\R");
        if (line < texts.length) {
          words(cell, texts[line].strip(), at, bottom, words);
        }
      }
      if (!words.isEmpty()) {
        rows.add(new Row(at, bottom, words));
      }
    }
    return rows;
  }

  /** The column that a cell's first word stands in, from 0. */
  static int column(Word first) {
    return (int) (first.left() / CELL);
  }

  private static void words(Cell cell, String text, double top, double bottom, List<Word> words) {
    if (text.isEmpty()) {
      return;
    }
    double left = cell.column() * CELL;
    double step = (cell.span() * CELL - 10) / Math.max(text.length(), 1);
    int at = 0;
    boolean first = true;
    for (String word : text.split("\\s+")) {
      int start = text.indexOf(word, at);
      at = start + word.length();
      words.add(
          new Word(word, left + start * step, top, left + at * step, bottom, first, cell.where()));
      first = false;
    }
  }
}
