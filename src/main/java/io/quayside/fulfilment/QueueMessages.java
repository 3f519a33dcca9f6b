package io.quayside.fulfilment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.work.Outbox;
import io.quayside.work.PermanentFailure;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Writes and reads the bodies of queues, and sends them in the current transaction. */
@Component
public class QueueMessages {

  private final ObjectMapper json;
  private final Outbox outbox;

  QueueMessages(ObjectMapper json, Outbox outbox) {
    this.json = json;
    this.outbox = outbox;
  }

  /** Sends a body to a queue; order and partner may be null. */
  public void send(String queue, String orderId, String partner, boolean test, Object body) {
    outbox.send(new Outbox.Message(queue, orderId, partner, queue, test, null, write(body)));
  }

  /**
   * A field that a message must have; without it, trying again makes no sense.
   *
   * @param field as it stands in the body, with its queue: {@code inventory.ship: requestId}
   */
  public static <T> T required(T value, String field) {
    if (value == null) {
      throw new PermanentFailure(
          field + " is missing in the message; the guide of the queues says what stands there");
    }
    return value;
  }

  /** A record as JSON. */
  public String write(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record that {@link #write} wrote. */
  public <T> T read(String body, Class<T> type) {
    try {
      return json.readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
