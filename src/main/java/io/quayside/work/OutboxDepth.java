package io.quayside.work;

import java.time.Instant;

/** How much waits to be published, for the metrics. */
public interface OutboxDepth {

  /** {@code oldest} is when the oldest waiting row was made; null when none waits. */
  record Waiting(long rows, Instant oldest) {}

  Waiting waiting();
}
