package io.quayside.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row of the table {@code outbox}, as the relay and the failure policy see it. */
record OutboxRow(
    String id,
    String kind,
    String queue,
    String destination,
    boolean topic,
    String key,
    String type,
    String orderId,
    String partnerId,
    boolean test,
    boolean fromOutside,
    String body,
    String state,
    int attempts,
    Instant createdAt) {

  static OutboxRow ready(
      String id,
      Outbox.Message message,
      String kind,
      String destination,
      boolean topic,
      Instant now) {
    return new OutboxRow(
        id,
        kind,
        message.queue(),
        destination,
        topic,
        message.key(),
        message.type() == null ? message.queue() : message.type(),
        message.orderId(),
        message.partnerId(),
        message.test(),
        false,
        message.body(),
        "ready",
        0,
        now);
  }

  static OutboxRow read(ResultSet row, int number) throws SQLException {
    return new OutboxRow(
        row.getString("id"),
        row.getString("kind"),
        row.getString("queue"),
        row.getString("destination"),
        row.getInt("topic") == 1,
        row.getString("message_key"),
        row.getString("type"),
        row.getString("order_id"),
        row.getString("partner_id"),
        row.getInt("test") == 1,
        row.getInt("from_outside") == 1,
        row.getString("body"),
        row.getString("state"),
        row.getInt("attempts"),
        Columns.instant(row.getLong("created_at")));
  }

  void insert(JdbcClient sql) {
    sql.sql(
            """
            INSERT INTO outbox (id, kind, queue, destination, topic, message_key, type, order_id,
              partner_id, test, from_outside, body, state, attempts, created_at, next_attempt_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            id,
            kind,
            queue,
            destination,
            Columns.flag(topic),
            key,
            type,
            orderId,
            partnerId,
            Columns.flag(test),
            Columns.flag(fromOutside),
            body,
            state,
            attempts,
            Columns.micros(createdAt),
            Columns.micros(createdAt))
        .update();
  }

  Outbox.Message message() {
    return new Outbox.Message(queue, orderId, partnerId, type, test, key, body);
  }
}
