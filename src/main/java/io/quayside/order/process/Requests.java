package io.quayside.order.process;

import io.quayside.work.Columns;
import io.quayside.work.Database;
import io.quayside.work.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What was asked of the four endpoints. Each request is answered once. */
@Component
class Requests {

  /** A request as it was sent. */
  record Sent(String id, String kind, String body, boolean answered) {}

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Json json;
  private final Mail mail;

  Requests(Database database, Ids ids, Clock clock, Json json, Mail mail) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.json = json;
    this.mail = mail;
  }

  /** Sends what the function makes of a new request id; gives the id. */
  String send(OrderState order, String queue, String kind, Function<String, Object> body) {
    String id = ids.next();
    Object message = body.apply(id);
    database
        .write()
        .sql(
            """
            INSERT INTO order_request (id, order_id, queue, kind, body, sent_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(id, order.id(), queue, kind, json.write(message), Columns.micros(clock.instant()))
        .update();
    mail.command(order, queue, id, message);
    return id;
  }

  /** Sends a command that nothing is answered to. */
  void tell(OrderState order, String queue, Function<String, Object> body) {
    String id = ids.next();
    mail.command(order, queue, id, body.apply(id));
  }

  /** Marks a request as answered; false when it had been, or is not ours. */
  boolean answered(String queue, String id) {
    int marked =
        database
            .write()
            .sql("UPDATE order_request SET answered_at = ? WHERE id = ? AND answered_at IS NULL")
            .params(Columns.micros(clock.instant()), id)
            .update();
    if (marked == 1) {
      mail.settle(queue, id);
    }
    return marked == 1;
  }

  Optional<Sent> find(String id) {
    return database
        .write()
        .sql("SELECT id, kind, body, answered_at FROM order_request WHERE id = ?")
        .param(id)
        .query((row, n) -> sent(row))
        .optional();
  }

  List<Sent> of(OrderState order, String queue) {
    return database
        .write()
        .sql(
            "SELECT id, kind, body, answered_at FROM order_request WHERE order_id = ? AND queue = ?")
        .params(order.id(), queue)
        .query((row, n) -> sent(row))
        .list();
  }

  private static Sent sent(ResultSet row) throws SQLException {
    return new Sent(
        row.getString("id"),
        row.getString("kind"),
        row.getString("body"),
        Rows.instant(row, "answered_at") != null);
  }
}
