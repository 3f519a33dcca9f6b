package io.quayside.mapping.tree;

/** A document that cannot be read: the message says what is wrong, where, and how to mend it. */
public final class UnreadableDocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadableDocumentException(String message) {
    super(message);
  }
}
