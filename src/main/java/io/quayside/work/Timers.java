package io.quayside.work;

import java.time.Instant;

/** Durable alarms: when one is due, its message goes to a queue through the outbox. */
public interface Timers {

  /**
   * Sets (or moves) the alarm of a key in the current transaction.
   *
   * @param key unique, for example {@code deliver/<document>}
   * @param message what the queue gets when the alarm is due
   */
  void set(String key, Instant due, Outbox.Message message);

  /** Removes the alarm of a key; false when there was none, or it has rung already. */
  boolean cancel(String key);
}
