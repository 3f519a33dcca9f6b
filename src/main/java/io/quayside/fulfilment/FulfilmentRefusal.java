package io.quayside.fulfilment;

/** What was asked cannot be done; the message says which value, why, and what to do instead. */
public final class FulfilmentRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FulfilmentRefusal(String message) {
    super(message);
  }
}
