package io.quayside.fulfilment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.work.Database;
import java.util.List;

/** What the hub has put into its outbox. */
public final class SentMessages {

  private final Database database;
  private final ObjectMapper json;

  public SentMessages(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** The bodies sent to a queue that contain a text, the oldest first. */
  public <T> List<T> to(String queue, String containing, Class<T> type) {
    return database
        .read()
        .sql(
            "SELECT body FROM outbox WHERE kind = 'command' AND queue = ? AND body LIKE ? ORDER BY id")
        .params(queue, "%" + containing + "%")
        .query(String.class)
        .list()
        .stream()
        .map(body -> read(body, type))
        .toList();
  }

  /** The only body sent to a queue that contains a text. */
  public <T> T one(String queue, String containing, Class<T> type) {
    List<T> all = to(queue, containing, type);
    if (all.size() != 1) {
      throw new AssertionError(
          all.size() + " messages with " + containing + " on " + queue + ": " + all);
    }
    return all.get(0);
  }

  private <T> T read(String body, Class<T> type) {
    try {
      return json.readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new AssertionError(body, e);
    }
  }
}
