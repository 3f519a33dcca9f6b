package io.quayside.document;

/** Stored bytes do not have the hash they were stored under. */
public final class DamagedDocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DamagedDocumentException(String message) {
    super(message);
  }
}
