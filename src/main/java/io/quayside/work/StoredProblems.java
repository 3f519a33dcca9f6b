package io.quayside.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class StoredProblems implements Problems {

  private final Database database;
  private final Outbox outbox;
  private final MessageJson json;
  private final Ids ids;
  private final Clock clock;

  StoredProblems(Database database, Outbox outbox, MessageJson json, Ids ids, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public String raise(NewProblem problem) {
    TransactionalDatabase.require("The problem " + problem.key());
    return database
        .write()
        .sql(
            """
            INSERT INTO problem (id, problem_key, kind, order_id, document_id, receipt_id, partner_id,
              test, title, description, remedy, retry_message, deadline_at, raised_at)
            VALUES (:id, :key, :kind, :order, :document, :receipt, :partner,
              :test, :title, :text, :remedy, :retry, :deadline, :now)
            ON CONFLICT (problem_key) WHERE resolved_at IS NULL DO UPDATE
            SET title = excluded.title, description = excluded.description,
              remedy = excluded.remedy, retry_message = excluded.retry_message,
              deadline_at = excluded.deadline_at
            RETURNING id""")
        .param("id", ids.next())
        .param("key", problem.key())
        .param("kind", problem.kind())
        .param("order", problem.orderId())
        .param("document", problem.documentId())
        .param("receipt", problem.receiptId())
        .param("partner", problem.partnerId())
        .param("test", Columns.flag(problem.test()))
        .param("title", problem.title())
        .param("text", problem.text())
        .param("remedy", problem.remedy())
        .param("retry", json.write(problem.retry()))
        .param("deadline", Columns.micros(problem.deadline()))
        .param("now", Columns.micros(clock.instant()))
        .query(String.class)
        .single();
  }

  @Override
  public void resolve(String key, String by, String note) {
    close("problem_key = :which", key, by, note);
  }

  @Override
  public void resolveAll(String keyPrefix, String by, String note) {
    close("substr(problem_key, 1, length(:which)) = :which", keyPrefix, by, note);
  }

  @Override
  public boolean close(String id, String by, String note) {
    return close("id = :which", id, by, note) == 1;
  }

  private int close(String condition, String which, String by, String note) {
    return database
        .write()
        .sql(
            "UPDATE problem SET resolved_at = :now, resolved_by = :by, note = :note"
                + " WHERE resolved_at IS NULL AND "
                + condition)
        .param("now", Columns.micros(clock.instant()))
        .param("by", by)
        .param("note", note)
        .param("which", which)
        .update();
  }

  @Override
  public boolean retry(String id, String by) {
    return database.inTransaction(
        () -> {
          Optional<String> message =
              database
                  .write()
                  .sql(
                      """
                      UPDATE problem SET resolved_at = :now, resolved_by = :by, note = 'retried'
                      WHERE id = :id AND resolved_at IS NULL AND retry_message IS NOT NULL
                      RETURNING retry_message""")
                  .param("now", Columns.micros(clock.instant()))
                  .param("by", by)
                  .param("id", id)
                  .query(String.class)
                  .optional();
          message.ifPresent(text -> outbox.send(json.read(text)));
          return message.isPresent();
        });
  }

  @Override
  public Optional<Problem> find(String id) {
    return database
        .read()
        .sql("SELECT * FROM problem WHERE id = :id")
        .param("id", id)
        .query(StoredProblems::problem)
        .optional();
  }

  @Override
  public Page list(Query query) {
    Map<String, Object> params = new LinkedHashMap<>();
    String where = where(query, params);
    long total =
        database
            .read()
            .sql("SELECT count(*) FROM problem" + where)
            .params(params)
            .query(Long.class)
            .single();
    List<Problem> items =
        database
            .read()
            .sql("SELECT * FROM problem" + where + " ORDER BY id DESC LIMIT :size OFFSET :skip")
            .params(params)
            .param("size", query.size())
            .param("skip", (long) query.page() * query.size())
            .query(StoredProblems::problem)
            .list();
    return new Page(items, query.page(), query.size(), total);
  }

  private static String where(Query query, Map<String, Object> params) {
    StringBuilder where = new StringBuilder(" WHERE 1 = 1");
    if (query.open() != null) {
      where.append(query.open() ? " AND resolved_at IS NULL" : " AND resolved_at IS NOT NULL");
    }
    equal(where, params, "kind", query.kind());
    equal(where, params, "order_id", query.orderId());
    equal(where, params, "partner_id", query.partnerId());
    equal(where, params, "test", query.test() == null ? null : Columns.flag(query.test()));
    return where.toString();
  }

  private static void equal(
      StringBuilder where, Map<String, Object> params, String column, Object value) {
    if (value != null) {
      where.append(" AND ").append(column).append(" = :").append(column);
      params.put(column, value);
    }
  }

  @Override
  public long open() {
    return database
        .read()
        .sql("SELECT count(*) FROM problem WHERE resolved_at IS NULL AND test = 0")
        .query(Long.class)
        .single();
  }

  private static Problem problem(ResultSet row, int number) throws SQLException {
    return new Problem(
        row.getString("id"),
        row.getString("problem_key"),
        row.getString("kind"),
        row.getString("order_id"),
        row.getString("document_id"),
        row.getString("receipt_id"),
        row.getString("partner_id"),
        row.getInt("test") == 1,
        row.getString("title"),
        row.getString("description"),
        row.getString("remedy"),
        row.getString("retry_message") != null,
        Columns.instant((Number) row.getObject("deadline_at")),
        Columns.instant((Number) row.getObject("raised_at")),
        Columns.instant((Number) row.getObject("resolved_at")),
        row.getString("resolved_by"),
        row.getString("note"));
  }
}
