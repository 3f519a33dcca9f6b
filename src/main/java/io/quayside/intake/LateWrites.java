package io.quayside.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that were archived and may still be written to: a program that held one open goes on
 * writing into it after the move, and what it adds was never taken in. Such a file goes back into
 * the inbox itself, never into a folder below it that may have become a link, and is taken in
 * whole; what is in it for the second time is recognised by its control numbers. What was archived
 * before a restart is not watched. For one polling thread.
 */
final class LateWrites {

  private static final Logger LOG = LoggerFactory.getLogger(LateWrites.class);
  private static final Duration FIRST_LOOK = Duration.ofMillis(500);
  private static final Duration LAST_LOOK = Duration.ofMinutes(10);
  private static final int MANY = 20_000;

  /**
   * @param size bytes that were taken in
   * @param due when to look again, by the clock's nanoseconds
   * @param pause how long the pause was that ends then
   */
  private record Archived(Path file, long size, long due, Duration pause) {}

  private final PriorityQueue<Archived> archived =
      new PriorityQueue<>(Comparator.comparingLong(Archived::due));
  private final Path inbox;
  private final LongSupplier nanos;

  /**
   * @param nanos a monotonic clock, as {@link System#nanoTime()}
   */
  LateWrites(Path inbox, LongSupplier nanos) {
    this.inbox = inbox;
    this.nanos = nanos;
  }

  /**
   * Watches a file.
   *
   * @param file where it lies now, by a name that no other archived file has
   * @param size bytes that were taken in
   */
  void watch(Path file, long size) {
    if (archived.size() >= MANY) {
      archived.poll();
    }
    archived.add(new Archived(file, size, nanos.getAsLong() + FIRST_LOOK.toNanos(), FIRST_LOOK));
  }

  /** Looks at the files whose time has come, and gives back what has grown. */
  void look() {
    List<Archived> again = new ArrayList<>();
    while (!archived.isEmpty() && archived.peek().due() - nanos.getAsLong() <= 0) {
      Archived one = archived.poll();
      boolean here = Files.isRegularFile(one.file(), LinkOption.NOFOLLOW_LINKS);
      if (here && !isGivenBack(one) && one.pause().compareTo(LAST_LOOK) < 0) {
        Duration pause = one.pause().multipliedBy(2);
        again.add(new Archived(one.file(), one.size(), nanos.getAsLong() + pause.toNanos(), pause));
      }
    }
    archived.addAll(again);
  }

  private boolean isGivenBack(Archived one) {
    String name = one.file().getFileName().toString();
    try {
      if (Files.size(one.file()) == one.size()) {
        return false;
      }
      Files.move(one.file(), inbox.resolve(name));
      LOG.warn("{} was written to after it had been taken in: it is taken in again, whole", name);
      return true;
    } catch (IOException e) {
      LOG.warn("{} in the archive cannot be looked at now: {}", name, e.toString());
      return false;
    }
  }
}
