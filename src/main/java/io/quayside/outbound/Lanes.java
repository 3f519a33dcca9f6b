package io.quayside.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Keeps a partner that is slow or down from holding up the others: at most two deliveries at a time
 * to one channel, and none for a minute after a failure. Kept in memory: it saves attempts, it
 * decides nothing.
 */
@Component
class Lanes {
  private static final int WIDTH = 2;
  private static final long PATIENCE_MILLIS = 2000;
  private static final Duration BUSY = Duration.ofSeconds(2);
  private static final Duration REST = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  Lanes(Clock clock) {
    this.clock = clock;
  }

  private static final class Lane {
    private final Semaphore places = new Semaphore(WIDTH, true);
    private volatile Instant restsUntil = Instant.MIN;
  }

  /** Enters a lane, after a short wait; or, when that cannot be, says when to ask again. */
  Optional<Instant> enter(String channel) {
    Lane lane = lanes.computeIfAbsent(channel, id -> new Lane());
    if (rests(lane)) {
      return Optional.of(lane.restsUntil);
    }
    if (!admitted(lane)) {
      return Optional.of(clock.instant().plus(BUSY));
    }
    if (rests(lane)) {
      lane.places.release();
      return Optional.of(lane.restsUntil);
    }
    return Optional.empty();
  }

  private boolean rests(Lane lane) {
    return clock.instant().isBefore(lane.restsUntil);
  }

  private static boolean admitted(Lane lane) {
    try {
      return lane.places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Leaves it; after a failure the channel rests. */
  void leave(String channel, boolean well) {
    Lane lane = lanes.get(channel);
    lane.restsUntil = well ? Instant.MIN : clock.instant().plus(REST);
    lane.places.release();
  }

  /** A person retries: the channel need not rest. */
  void wake(String channel) {
    Lane lane = lanes.get(channel);
    if (lane != null) {
      lane.restsUntil = Instant.MIN;
    }
  }
}
