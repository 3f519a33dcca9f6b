package io.quayside.intake.child;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Processes that read files, each with an end to its time, its memory and its answer. One that
 * answered stays warm for the next file; one that was lost over a file is replaced, and nobody else
 * notices. Safe for threads.
 */
public final class Children {

  static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Children COMMON = new Children(LONGEST, "io.quayside.Launcher");

  /** A child that read this many files makes room for a fresh one. */
  private static final int MOST_FILES = 200;

  private static final ScheduledExecutorService WATCH =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "children-watch");
            thread.setDaemon(true);
            return thread;
          });

  private final Duration longest;
  private final String mainClass;
  private final Semaphore places =
      new Semaphore(Math.min(4, Runtime.getRuntime().availableProcessors()), true);
  private final ConcurrentLinkedDeque<Child> idle = new ConcurrentLinkedDeque<>();

  /**
   * Processes of their own kind.
   *
   * @param longest how long one file may take
   * @param mainClass what they run when the program is no single jar
   */
  Children(Duration longest, String mainClass) {
    this.longest = longest;
    this.mainClass = mainClass;
  }

  /** The same with another limit of time. */
  public static Children within(Duration longest) {
    return new Children(longest, COMMON.mainClass);
  }

  /** Those that all of this program share: 30 seconds and 256 MB a file. */
  public static Children common() {
    return COMMON;
  }

  /**
   * Reads a file.
   *
   * @param task one of those that {@code ReadingProcess} lists, with its argument after a blank
   * @return the task's answer
   * @throws ChildException with a sentence that says why there is none
   */
  public byte[] read(String task, byte[] file) throws ChildException {
    places.acquireUninterruptibly();
    try {
      Child warm = warm();
      if (warm != null) {
        try {
          return read(warm, task, file);
        } catch (EOFException idleTooLong) {
          warm.end();
        }
      }
      return read(new Child(mainClass), task, file);
    } catch (ChildException e) {
      throw e;
    } catch (IOException e) {
      throw ChildException.ended("The process that reads it cannot be used: " + e.getMessage());
    } finally {
      places.release();
    }
  }

  private Child warm() {
    Child child = idle.pollFirst();
    while (child != null && !child.usable()) {
      child.end();
      child = idle.pollFirst();
    }
    return child;
  }

  private byte[] read(Child child, String task, byte[] file) throws IOException {
    Future<?> watch = WATCH.schedule(child::late, longest.toMillis(), TimeUnit.MILLISECONDS);
    try {
      byte[] answer = child.read(task, file);
      keep(child);
      return answer;
    } catch (ChildException e) {
      child.end();
      throw child.isLate()
          ? ChildException.ended(
              "Reading it took more than %d seconds, so it was stopped."
                  .formatted(longest.toSeconds()))
          : e;
    } finally {
      watch.cancel(false);
    }
  }

  private void keep(Child child) {
    if (child.files() < MOST_FILES) {
      idle.addFirst(child);
    } else {
      child.end();
    }
  }
}
