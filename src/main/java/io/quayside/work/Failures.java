package io.quayside.work;

import com.fasterxml.jackson.core.JacksonException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What happens to a message whose consumer failed: the attempt is counted and the next one planned
 * in the database, never in JMS, where it would hold up the queue. After the last planned attempt,
 * or at once after a {@link PermanentFailure}, it goes to the work list and to {@code DLQ.<queue>}.
 */
@Component
public class Failures {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);
  private static final int LONGEST_ERROR = 2_000;

  /** A message as it was taken from its queue. The id may be the JMSMessageID. */
  public record Failed(
      String destination,
      String messageId,
      String orderId,
      String partnerId,
      String type,
      boolean test,
      String body) {

    String queue() {
      return destination.startsWith("test.") ? destination.substring(5) : destination;
    }
  }

  private final Database database;
  private final StoredOutbox outbox;
  private final Problems problems;
  private final Clock clock;
  private final List<Duration> delays;

  Failures(
      Database database,
      StoredOutbox outbox,
      Problems problems,
      Clock clock,
      @Value("${quayside.retry.delays:1s,10s,1m,5m,15m}") List<Duration> delays) {
    this.database = database;
    this.outbox = outbox;
    this.problems = problems;
    this.clock = clock;
    this.delays = List.copyOf(delays);
  }

  /** Records a failed attempt in a transaction of its own. */
  public void record(Failed message, Throwable cause) {
    String error = words(cause);
    database.inTransaction(
        () -> {
          OutboxRow row = find(message).orElseGet(() -> keep(message));
          if (row.state().equals("done") || row.state().equals("dead")) {
            log.info("A copy of a message that is {} failed: {}", row.state(), error);
            return;
          }
          int attempts = row.attempts() + 1;
          if (isPermanent(cause) || attempts > delays.size()) {
            bury(row, attempts, error, cause);
          } else {
            retryLater(row, attempts, error, cause);
          }
        });
  }

  private Optional<OutboxRow> find(Failed message) {
    return database
        .write()
        .sql("SELECT * FROM outbox WHERE id = :id")
        .param("id", message.messageId())
        .query(OutboxRow::read)
        .optional();
  }

  /** A message from outside becomes a row of ours, so that it can be tried again. */
  private OutboxRow keep(Failed message) {
    OutboxRow row =
        new OutboxRow(
            message.messageId(),
            "command",
            message.queue(),
            message.destination(),
            false,
            null,
            message.type() == null ? message.queue() : message.type(),
            message.orderId(),
            message.partnerId(),
            message.test() || message.destination().startsWith("test."),
            true,
            message.body() == null ? "" : message.body().replace('\0', '\uFFFD'),
            "sent",
            0,
            clock.instant());
    row.insert(database.write());
    return row;
  }

  private void retryLater(OutboxRow row, int attempts, String error, Throwable cause) {
    Instant next = clock.instant().plus(delays.get(attempts - 1));
    update(row, "ready", attempts, next, error);
    log.warn("Attempt {} of {} failed, next at {}: {}", attempts, row.queue(), next, error, cause);
  }

  private void bury(OutboxRow row, int attempts, String error, Throwable cause) {
    update(row, "dead", attempts, clock.instant(), error);
    problems.raise(
        new Problems.NewProblem(
            "message/" + row.queue() + "/" + row.id(),
            "message-failed",
            row.orderId(),
            null,
            null,
            row.partnerId(),
            row.test(),
            "A message of the queue " + row.queue() + " could not be processed",
            "Message " + row.id() + ", attempt " + attempts + ": " + error,
            "Mend what the text names, then retry. Resolve it when the message no longer matters.",
            row.message(),
            null));
    outbox.deadLetter(row.message());
    log.error("Gave up on {} after {} attempts: {}", row.queue(), attempts, error, cause);
  }

  private void update(OutboxRow row, String state, int attempts, Instant next, String error) {
    database
        .write()
        .sql(
            """
            UPDATE outbox SET state = :state, attempts = :attempts, next_attempt_at = :next,
              last_error = :error WHERE id = :id""")
        .param("state", state)
        .param("attempts", attempts)
        .param("next", Columns.micros(next))
        .param("error", error)
        .param("id", row.id())
        .update();
  }

  private static boolean isPermanent(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof PermanentFailure || t instanceof JacksonException) {
        return true;
      }
    }
    return false;
  }

  private static String words(Throwable cause) {
    Throwable told = cause;
    while (!(told instanceof PermanentFailure) && told.getCause() != null) {
      told = told.getCause();
    }
    String text = told.getMessage();
    String words = told instanceof PermanentFailure && text != null ? text : told.toString();
    String clean = words.replaceAll("\\p{Cntrl}+", " ");
    return clean.length() > LONGEST_ERROR ? clean.substring(0, LONGEST_ERROR) : clean;
  }
}
