package io.quayside.edi;

/**
 * An interchange that must not leave: it cannot be written, or reads back differently from what was
 * meant.
 */
public class EdiWriteException extends RuntimeException {
  public EdiWriteException(String message) {
    super(message);
  }
}
