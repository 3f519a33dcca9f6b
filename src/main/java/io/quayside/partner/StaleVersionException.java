package io.quayside.partner;

/** Somebody else saved since the version that was edited. */
public final class StaleVersionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long current;

  public StaleVersionException(String what, long expected, long current) {
    super(
        "%s is at version %d, not %d: somebody saved it meanwhile. Load it again and repeat the change."
            .formatted(what, current, expected));
    this.current = current;
  }

  /** The version that is stored now; 0 when there is none. */
  public long current() {
    return current;
  }
}
