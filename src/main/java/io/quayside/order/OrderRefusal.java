package io.quayside.order;

/**
 * What was asked of an order cannot be done; the message says why, and what can be done instead.
 */
public final class OrderRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OrderRefusal(String message) {
    super(message);
  }
}
