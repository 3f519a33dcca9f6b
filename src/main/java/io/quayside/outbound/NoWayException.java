package io.quayside.outbound;

import java.io.IOException;

/** No attempt can succeed before somebody changes the configuration. */
class NoWayException extends IOException {

  private static final long serialVersionUID = 1L;

  NoWayException(String message) {
    super(message);
  }
}
