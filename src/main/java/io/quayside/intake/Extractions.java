package io.quayside.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What was read out of documents for people, and what persons made of it. */
public interface Extractions {

  /**
   * One document's.
   *
   * @param kind {@code pdf, workbook, html, text}
   * @param state {@code review}, {@code approved} or {@code rejected}
   * @param order as it was read, or as a person left it
   * @param layout the name of the sender's template that was used, or null
   * @param evidence by JSON pointer, where a value stands, a list of texts
   * @param confidence by JSON pointer, {@code value} and {@code checks}
   * @param findings sentences
   */
  record Stored(
      String documentId,
      String partnerId,
      String kind,
      String state,
      ObjectNode order,
      String layout,
      JsonNode evidence,
      JsonNode confidence,
      JsonNode findings,
      String decidedBy,
      String reason) {}

  Optional<Stored> find(String documentId);

  /** Records or replaces one in the current transaction. */
  void save(String documentId, String partnerId, String kind, String state, JsonNode result);

  /** A person decided, in the current transaction; false when somebody was faster. */
  boolean decide(String documentId, String state, JsonNode order, String by, String reason);
}
