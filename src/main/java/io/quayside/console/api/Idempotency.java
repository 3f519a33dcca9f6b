package io.quayside.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Answers a request that is sent again with the same Idempotency-Key as it was answered the first
 * time, without doing its work again. Keys belong to the one who sends them, and to one address.
 */
@Component
class Idempotency {

  /** What was answered: where the new thing is, and the body as JSON. */
  record Answer(String location, String body) {}

  private record Stored(String sha256, Answer answer) {}

  private final Database database;
  private final ObjectMapper json;
  private final Clock clock;

  Idempotency(Database database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Does the work once for a key, in one transaction with the note that it was done; 409 when the
   * key came with another body before. {@code key} null: just does it.
   */
  Answer once(String who, String path, String key, byte[] body, Supplier<Answer> work) {
    if (key == null) {
      return database.inTransaction(work);
    }
    if (key.isBlank() || key.length() > 255) {
      throw ApiProblem.badRequest("An Idempotency-Key has 1 to 255 characters.");
    }
    String sha256 = sha256(body);
    return database.inTransaction(
        () -> {
          if (claim(who, path, key, sha256)) {
            Answer answer = work.get();
            database
                .write()
                .sql(
                    "UPDATE idempotent_request SET location = ?, answer = ?"
                        + " WHERE who = ? AND path = ? AND request_key = ?")
                .params(answer.location(), answer.body(), who, path, key)
                .update();
            return answer;
          }
          Stored stored = stored(who, path, key).orElseThrow();
          if (!stored.sha256().equals(sha256)) {
            throw ApiProblem.conflict(
                "This Idempotency-Key came with another body before: take a new key for a new request.");
          }
          return stored.answer();
        });
  }

  /** A body of an answer as JSON. */
  String json(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Our own answers are JSON", impossible);
    }
  }

  private boolean claim(String who, String path, String key, String sha256) {
    return database
            .write()
            .sql(
                "INSERT INTO idempotent_request (who, path, request_key, sha256, at)"
                    + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .params(who, path, key, sha256, Columns.micros(clock.instant()))
            .update()
        == 1;
  }

  private Optional<Stored> stored(String who, String path, String key) {
    return database
        .write()
        .sql(
            "SELECT sha256, location, answer FROM idempotent_request"
                + " WHERE who = ? AND path = ? AND request_key = ?")
        .params(who, path, key)
        .query(
            (row, n) ->
                new Stored(row.getString(1), new Answer(row.getString(2), row.getString(3))))
        .optional();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
