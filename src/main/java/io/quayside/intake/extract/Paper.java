package io.quayside.intake.extract;

import java.util.List;

/**
 * A document for people, as words with their places.
 *
 * @param kind {@code pdf, workbook, html, text}
 * @param picture its words were read from a picture, so they may be wrong
 * @param trouble why it could not be read, in words; null when it could
 */
record Paper(String kind, List<Page> pages, boolean picture, String trouble) {
  Paper {
    pages = List.copyOf(pages);
  }

  static Paper unreadable(String kind, String trouble) {
    return new Paper(kind, List.of(), false, trouble);
  }

  /**
   * A page or a sheet; width and height as its words have them.
   *
   * @param picture it is one picture, whose words have to be read out of it
   */
  record Page(int number, double width, double height, List<Row> rows, boolean picture) {
    Page {
      rows = List.copyOf(rows);
    }

    Page(int number, double width, double height, List<Row> rows) {
      this(number, width, height, rows, false);
    }

    /** The page with the words that were read out of its picture. */
    Page reading(List<Row> words) {
      return new Page(number, width, height, words, picture);
    }
  }

  /** Is any of its pages a picture? */
  boolean pictured() {
    return picture || pages.stream().anyMatch(Page::picture);
  }
}
