package io.quayside.ops;

/** What was asked of a document cannot be done; the message says why, and what can be instead. */
public final class DocumentRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DocumentRefusal(String message) {
    super(message);
  }
}
