package io.quayside.work;

/**
 * Trying again makes no sense: the message goes to the work list and to {@code DLQ.<queue>} at
 * once. The message says which value, where it stands and why it is wrong.
 */
public final class PermanentFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PermanentFailure(String message) {
    super(message);
  }

  public PermanentFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
