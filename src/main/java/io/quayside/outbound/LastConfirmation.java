package io.quayside.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.work.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Repository;

/**
 * What the last 855, or export to a system of ours, of each order said: the same is not said twice.
 */
@Repository
class LastConfirmation {
  private final Database database;
  private final ObjectMapper mapper;

  LastConfirmation(Database database, ObjectMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /**
   * Keeps what is said, in the current transaction.
   *
   * @param orderId of the order; with the system in front where it is told to one of ours
   * @param model as the template sees it; its date and its own number are no news
   * @return false when the last one said the same
   */
  boolean isNews(String orderId, Map<String, Object> model) {
    return database
            .write()
            .sql(
                """
                INSERT INTO outbound_confirmation (order_id, content_hash) VALUES (:order, :hash)
                ON CONFLICT (order_id) DO UPDATE SET content_hash = excluded.content_hash
                WHERE outbound_confirmation.content_hash <> excluded.content_hash
                """)
            .param("order", orderId)
            .param("hash", hash(model))
            .update()
        == 1;
  }

  /** Whether the customer was told of the order as it is decided. */
  boolean isTold(String orderId) {
    return database
            .write()
            .sql("SELECT COUNT(*) FROM outbound_confirmation WHERE order_id = ?")
            .param(orderId)
            .query(Long.class)
            .single()
        > 0;
  }

  private String hash(Map<String, Object> model) {
    Map<String, Object> said = new TreeMap<>(model);
    said.keySet().removeAll(List.of("date", "purpose", "number"));
    try {
      byte[] bytes = mapper.writeValueAsString(said).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("The content of an 855 cannot be hashed", e);
    }
  }
}
