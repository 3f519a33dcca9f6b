package io.quayside.work;

/** What the database gives back when the broker has forgotten. */
public interface Recovery {

  /** Publishes everything again that is not done: the broker's store is new. */
  void sendAllAgain();
}
