package io.quayside.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** There is no such thing: a page that says so, with status 404. */
final class NotFound extends ResponseStatusException {

  private static final long serialVersionUID = 1L;

  NotFound(String thing, String id) {
    super(HttpStatus.NOT_FOUND, "There is no " + thing + " “" + id + "”.");
  }
}
