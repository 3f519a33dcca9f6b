package io.quayside.outbound;

/** A document cannot be sent again; the message says why, and what can be done instead. */
public final class DeliveryRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DeliveryRefusal(String message) {
    super(message);
  }
}
