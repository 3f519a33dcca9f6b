package io.quayside.console;

import org.springframework.web.util.UriComponentsBuilder;

/** Where one is in a long list, with the addresses of the pages around it (null: none). */
record Paging(long from, long to, long total, String previous, String next) {

  static final int SIZE = 25;

  /** {@code here} is the address of the list with its search, without the page. */
  static Paging of(UriComponentsBuilder here, int page, int shown, long total) {
    long first = (long) page * SIZE;
    return new Paging(
        shown == 0 ? 0 : first + 1,
        first + shown,
        total,
        page > 0 ? address(here, page - 1) : null,
        first + shown < total ? address(here, page + 1) : null);
  }

  private static String address(UriComponentsBuilder here, int page) {
    return here.cloneBuilder().replaceQueryParam("page", page).encode().build().toUriString();
  }
}
