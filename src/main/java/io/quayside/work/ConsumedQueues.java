package io.quayside.work;

import java.util.Set;

/** Which queues this hub consumes itself; the others belong to external systems. */
public interface ConsumedQueues {

  /** Names as they stand on the broker; empty while the routes are not started. */
  Set<String> names();
}
