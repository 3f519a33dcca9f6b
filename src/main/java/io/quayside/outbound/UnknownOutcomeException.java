package io.quayside.outbound;

import java.io.IOException;

/** The other side may or may not have taken it: only a person may decide to send it again. */
class UnknownOutcomeException extends IOException {

  private static final long serialVersionUID = 1L;

  UnknownOutcomeException(String message, Throwable cause) {
    super(message, cause);
  }
}
