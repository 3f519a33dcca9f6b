package io.quayside.fulfilment;

import static io.quayside.work.Columns.micros;

import io.quayside.work.Database;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The answer each request got: a request that comes again in another message gets it again, and
 * nothing is done twice.
 */
@Component
public class AnsweredRequests {

  private final Database database;
  private final QueueMessages messages;
  private final Clock clock;

  AnsweredRequests(Database database, QueueMessages messages, Clock clock) {
    this.database = database;
    this.messages = messages;
    this.clock = clock;
  }

  /** The answer that a request of a queue got; empty when it is new. */
  public <T> Optional<T> find(String queue, String requestId, Class<T> type) {
    return database
        .read()
        .sql("SELECT answer FROM fulfilment_answer WHERE queue = ? AND request_id = ?")
        .params(queue, requestId)
        .query(String.class)
        .optional()
        .map(answer -> messages.read(answer, type));
  }

  /** Keeps the answer of a request; fails when another transaction has answered it meanwhile. */
  public void keep(String queue, String requestId, Object answer) {
    database
        .write()
        .sql(
            "INSERT INTO fulfilment_answer (queue, request_id, answer, answered_at)"
                + " VALUES (?, ?, ?, ?)")
        .params(queue, requestId, messages.write(answer), micros(clock.instant()))
        .update();
  }
}
