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

  /** A page or a sheet; width and height as its words have them. */
  record Page(int number, double width, double height, List<Row> rows) {
    Page {
      rows = List.copyOf(rows);
    }
  }
}
