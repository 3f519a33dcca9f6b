package io.quayside.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a delivery is tried again: after 1, 5, 15, 60 minutes, 4 hours, then daily for 14 days. */
final class Backoff {
  /** From this attempt on, a person is told. */
  static final int TELL = 3;

  private static final Duration GIVE_UP = Duration.ofDays(14);
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(60),
          Duration.ofHours(4),
          Duration.ofDays(1));

  private Backoff() {}

  /**
   * The next attempt; empty when it is too long ago that the document was written.
   *
   * @param attempt the one that failed, from 1
   */
  static Optional<Instant> next(int attempt, Instant written, Instant now) {
    Duration wait = WAITS.get(Math.min(attempt, WAITS.size()) - 1);
    Instant next = now.plus(wait);
    return next.isAfter(written.plus(GIVE_UP)) ? Optional.empty() : Optional.of(next);
  }
}
