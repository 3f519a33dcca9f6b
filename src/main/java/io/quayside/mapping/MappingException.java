package io.quayside.mapping;

/**
 * A file in {@code mappings/} is missing or wrong: the message says which, where, why, and how to
 * mend it.
 */
public final class MappingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MappingException(String message) {
    super(message);
  }

  public MappingException(String message, Throwable cause) {
    super(message, cause);
  }
}
