package io.quayside.order;

/** The journey of an order: what happened, in words, step by step. */
public interface Journey {

  /**
   * Adds an entry in the current transaction and publishes it on {@code order.events}.
   *
   * @param stage {@code intake, order, supplier, accounting, shipping, carrier, answer}
   * @param event a word, for example {@code received}, {@code 855-sent}
   * @param text for people; ids and numbers, no personal data
   */
  void add(String orderId, String stage, String event, String text);
}
