package io.quayside.intake.webhook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How many proven calls a channel may make: a bucket that holds two seconds' worth and fills up
 * evenly. Calls that prove nothing do not count, so that nobody can use up another's share.
 */
@Component
class CallRate {

  private static final double SECONDS_HELD = 2;
  private static final double NANOS = 1e9;

  private record Bucket(double calls, long at) {}

  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  @Autowired
  CallRate() {
    this(System::nanoTime);
  }

  CallRate(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Takes one call from the bucket; false when it is empty. */
  boolean allows(String channelId, int perSecond) {
    long now = nanos.getAsLong();
    boolean[] allowed = new boolean[1];
    buckets.compute(
        channelId,
        (id, known) -> {
          double full = perSecond * SECONDS_HELD;
          double calls =
              known == null
                  ? full
                  : Math.min(full, known.calls() + (now - known.at()) / NANOS * perSecond);
          allowed[0] = calls >= 1;
          return new Bucket(allowed[0] ? calls - 1 : calls, now);
        });
    return allowed[0];
  }
}
