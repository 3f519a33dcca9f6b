package io.quayside.work;

/** Lets each message from a queue have its effect once. */
public interface Inbox {

  /**
   * Takes a message in the current transaction; refuses outside one. Messages of our own outbox are
   * recognised by their row, others by queue and id.
   *
   * @param queue the queue it came from, without the prefix {@code test.}
   * @param messageId {@code hub_message_id}, or the JMSMessageID where the sender gave none
   * @return false when the message has had its effect already: the caller does nothing and returns
   */
  boolean accept(String queue, String messageId);
}
