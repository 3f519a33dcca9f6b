package io.quayside.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class StoredExtractions implements Extractions {

  private final Database database;
  private final ObjectMapper json;
  private final Clock clock;

  StoredExtractions(Database database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Optional<Stored> find(String documentId) {
    return database
        .read()
        .sql(
            """
            SELECT document_id, partner_id, kind, state, result, corrected, decided_by, reason
              FROM extraction WHERE document_id = :document""")
        .param("document", documentId)
        .query((row, number) -> stored(row))
        .optional();
  }

  @Override
  public void save(
      String documentId, String partnerId, String kind, String state, JsonNode result) {
    database
        .write()
        .sql(
            """
            INSERT INTO extraction (document_id, partner_id, kind, state, result, at)
            VALUES (:document, :partner, :kind, :state, :result, :now)
            ON CONFLICT (document_id) DO UPDATE SET partner_id = :partner, kind = :kind,
              state = :state, result = :result, at = :now""")
        .param("document", documentId)
        .param("partner", partnerId)
        .param("kind", kind)
        .param("state", state)
        .param("result", result.toString())
        .param("now", Columns.micros(clock.instant()))
        .update();
  }

  @Override
  public boolean decide(String documentId, String state, JsonNode order, String by, String reason) {
    return database
            .write()
            .sql(
                """
                UPDATE extraction SET state = :state, corrected = :order, decided_by = :by,
                  reason = :reason, at = :now WHERE document_id = :document AND state = 'review'""")
            .param("state", state)
            .param("order", order == null ? null : order.toString())
            .param("by", by)
            .param("reason", reason)
            .param("now", Columns.micros(clock.instant()))
            .param("document", documentId)
            .update()
        == 1;
  }

  private Stored stored(ResultSet row) throws SQLException {
    JsonNode result = tree(row.getString("result"));
    String corrected = row.getString("corrected");
    return new Stored(
        row.getString("document_id"),
        row.getString("partner_id"),
        row.getString("kind"),
        row.getString("state"),
        (ObjectNode) (corrected == null ? result.get("order") : tree(corrected)),
        result.path("layout").asText(null),
        result.path("evidence"),
        result.path("confidence"),
        result.path("findings"),
        row.getString("decided_by"),
        row.getString("reason"));
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException("extractions are stored as JSON", ours);
    }
  }
}
