package io.quayside.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Watches files that may still be written: how long has one been lying there unchanged? By our own
 * monotonic clock, as the clock of a partner's server may be wrong. For one polling thread.
 */
final class Settling {

  private static final int MANY = 20_000;

  /** What a look at a file tells. */
  enum Look {
    /** Seen for the first time, or changed since the last look. */
    NEW,
    /** The same as at the last look, not long enough. */
    WAITING,
    /** Unchanged for long enough. */
    SETTLED
  }

  private record Seen(long size, long modified, long since) {}

  private final Map<String, Seen> seen = new HashMap<>();
  private final long nanos;

  Settling(Duration unchangedFor) {
    this.nanos = unchangedFor.toNanos();
  }

  Look look(String path, long size, long modified) {
    long now = System.nanoTime();
    Seen before = seen.get(path);
    if (before == null || before.size() != size || before.modified() != modified) {
      if (seen.size() > MANY) {
        seen.clear();
      }
      seen.put(path, new Seen(size, modified, now));
      return nanos == 0 ? Look.SETTLED : Look.NEW;
    }
    return now - before.since() >= nanos ? Look.SETTLED : Look.WAITING;
  }

  void forget(String path) {
    seen.remove(path);
  }
}
