package io.quayside.intake.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The words of a picture, as Tesseract's TSV has them: {@code level page block par line word left
 * top width height conf text}, a word at level 5, boxes in dots, confidence in percent.
 */
final class ScannedPage {

  private static final int COLUMNS = 12;
  private static final double LEAST_SURE = 20;

  private record Box(
      double left, double top, double right, double bottom, double sure, String text) {
    double middle() {
      return (top + bottom) / 2;
    }

    double height() {
      return bottom - top;
    }
  }

  private final int page;
  private final double points;

  /**
   * A page.
   *
   * @param points points per dot
   */
  ScannedPage(int page, double points) {
    this.page = page;
    this.points = points;
  }

  /** Words on one line by their places, whatever blocks the program saw in a table. */
  List<Row> rows(String tsv) {
    List<Box> boxes =
        new ArrayList<>(tsv.lines().map(this::box).filter(java.util.Objects::nonNull).toList());
    if (boxes.isEmpty()) {
      return List.of();
    }
    double size = median(boxes.stream().map(Box::height).sorted().toList());
    boxes.sort(Comparator.comparingDouble(Box::middle));
    List<Row> rows = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= boxes.size(); i++) {
      if (i == boxes.size()
          || boxes.get(i).middle() - boxes.get(i - 1).middle() > 0.35 * size
          || boxes.get(i).middle() - boxes.get(from).middle() > 0.7 * size) {
        rows.add(row(boxes.subList(from, i), size));
        from = i;
      }
    }
    return rows;
  }

  private Box box(String line) {
    String[] cells = line.split("\t", COLUMNS);
    if (cells.length < COLUMNS || !cells[0].equals("5") || cells[11].isBlank()) {
      return null;
    }
    double sure = Double.parseDouble(cells[10]);
    String text = cells[11].strip().replaceAll("^[|\\[\\]_]+|[|\\[\\]_]+$", "");
    if (sure < LEAST_SURE || text.isEmpty() || text.matches(TextPaper.RULE)) {
      return null;
    }
    double left = Double.parseDouble(cells[6]) * points;
    double top = Double.parseDouble(cells[7]) * points;
    return new Box(
        left,
        top,
        left + Double.parseDouble(cells[8]) * points,
        top + Double.parseDouble(cells[9]) * points,
        sure / 100,
        text);
  }

  private Row row(List<Box> boxes, double size) {
    List<Box> sorted = new ArrayList<>(boxes);
    sorted.sort(Comparator.comparingDouble(Box::left));
    double middle = median(sorted.stream().map(Box::middle).sorted().toList());
    double top = middle - 0.55 * size;
    double bottom = middle + 0.55 * size;
    List<Word> words = new ArrayList<>();
    Box last = null;
    for (Box one : sorted) {
      boolean apart = last == null || one.left() - last.right() > 0.85 * size;
      String where =
          String.format(
              Locale.ROOT,
              "page %d (%.0f,%.0f,%.0f,%.0f)",
              page,
              one.left(),
              one.top(),
              one.right(),
              one.bottom());
      words.add(
          new Word(one.text(), one.left(), top, one.right(), bottom, apart, where, one.sure()));
      last = one;
    }
    return new Row(top, bottom, words);
  }

  private static double median(List<Double> sorted) {
    return sorted.get(sorted.size() / 2);
  }
}
