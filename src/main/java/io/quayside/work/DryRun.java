package io.quayside.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Work that is done in full and undone at its end: what it would have stored and sent can be looked
 * at in between. The messages that it sends are handed to it, to be worked off in the same thread;
 * nobody else ever sees them. The write transaction is held all the while, so keep it short.
 */
@Component
public class DryRun {

  /** A message for a queue, as the relay would publish it. */
  public record Sent(String destination, String id, Outbox.Message message) {}

  /** The messages sent so far and not yet taken, the oldest first. */
  public interface Queue {
    Optional<Sent> take();
  }

  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undone() {
      super("undone", null, false, false);
    }
  }

  private static final ThreadLocal<Deque<Sent>> RUNNING = new ThreadLocal<>();

  private final Database database;

  DryRun(Database database) {
    this.database = database;
  }

  /** Does the work in a transaction that never commits, and gives what it found. */
  public <T> T undone(Function<Queue, T> work) {
    if (TransactionalDatabase.inTransaction()) {
      throw new IllegalStateException("A dry run would undo the transaction that it is called in");
    }
    Object[] found = new Object[1];
    try {
      database.inTransaction(
          () -> {
            found[0] = collected(work);
            throw new Undone();
          });
    } catch (Undone asMeant) {
      @SuppressWarnings("unchecked")
      T result = (T) found[0];
      return result;
    }
    throw new IllegalStateException("A dry run has committed");
  }

  /** The transaction may run on another thread than the caller's: what it sends is noted there. */
  private static <T> T collected(Function<Queue, T> work) {
    Deque<Sent> sent = new ArrayDeque<>();
    RUNNING.set(sent);
    try {
      return work.apply(() -> Optional.ofNullable(sent.poll()));
    } finally {
      RUNNING.remove();
    }
  }

  /** Tells the run of this thread, if there is one. */
  static void tell(OutboxRow row) {
    Deque<Sent> running = RUNNING.get();
    if (running != null && "command".equals(row.kind())) {
      running.add(new Sent(row.destination(), row.id(), row.message()));
    }
  }
}
