package io.quayside.work;

import java.util.Map;

/**
 * Commands and events that leave with the transaction that decided them. The relay publishes the
 * rows in batches after the commit; a row is done when its consumer's transaction has taken it
 * ({@link Inbox}).
 */
public interface Outbox {

  /** A message to one queue. */
  record Message(
      String queue,
      String orderId,
      String partnerId,
      String type,
      boolean test,
      String key,
      String body) {

    /** A command inside the hub, about an order or not ({@code orderId} may be null). */
    public static Message command(String queue, String orderId, String body) {
      return new Message(queue, orderId, null, queue, false, null, body);
    }
  }

  /**
   * Adds a message to the current transaction; refuses outside one. A message with the test flag
   * for a queue of the four endpoints goes to {@code test.<queue>}. Headers set by the relay:
   * {@code JMSCorrelationID} and {@code hub_order}, {@code hub_message_id}, {@code hub_partner},
   * {@code hub_type}, {@code hub_version}, {@code hub_test}.
   *
   * @return the message's id, {@code hub_message_id}
   */
  String send(Message message);

  /**
   * Publishes a journey event on the topic {@code order.events} when the transaction has committed.
   */
  void event(String orderId, String partnerId, String type, String body);

  /** Marks a command to an external endpoint as answered, so that it is never published again. */
  void settle(String queue, String key);

  /** Headers of a message, as they stand on the queue. */
  interface Headers {
    String MESSAGE_ID = "hub_message_id";
    String ORDER = "hub_order";
    String PARTNER = "hub_partner";
    String TYPE = "hub_type";
    String VERSION = "hub_version";
    String TEST = "hub_test";

    /** The version of the queue contracts. */
    Map<String, String> CONTRACT = Map.of(VERSION, "1");
  }
}
