package io.quayside.console.api;

import java.util.List;

/** A page of a list; {@code page} counts from 0. */
record PageOf<T>(List<T> items, int page, int size, long total) {

  private static final int MOST = 200;

  /** Checks what was asked for: a page from 0, 1 to 200 things a page. */
  static void check(int page, int size) {
    if (page < 0 || size < 1 || size > MOST) {
      throw ApiProblem.badRequest(
          "page is 0 or more, size from 1 to "
              + MOST
              + "; asked were "
              + page
              + " and "
              + size
              + ".");
    }
  }
}
