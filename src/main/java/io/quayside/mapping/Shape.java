package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The properties of an object in a contract, in their order, with the shape of what they hold: of
 * an object, or of the objects in a list.
 */
final class Shape {
  private static final Shape NOTHING = new Shape();

  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Shape> inner = new HashMap<>();

  /** The shape of a JSON Schema with {@code $ref}, {@code anyOf} with null, and {@code items}. */
  static Shape of(JsonNode schema) {
    return of(schema, schema, new IdentityHashMap<>());
  }

  private static Shape of(JsonNode document, JsonNode at, Map<JsonNode, Shape> known) {
    JsonNode object = object(document, at);
    Shape before = known.get(object);
    if (before != null) {
      return before;
    }
    Shape shape = new Shape();
    known.put(object, shape);
    for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
      shape.places.put(property.getKey(), shape.places.size());
      shape.inner.put(property.getKey(), of(document, property.getValue(), known));
    }
    return shape;
  }

  private static JsonNode object(JsonNode document, JsonNode at) {
    if (at.has("$ref")) {
      return object(document, document.at(at.get("$ref").asText().substring(1)));
    }
    if (at.has("anyOf")) {
      return object(document, at.get("anyOf").get(0));
    }
    return at.has("items") ? object(document, at.get("items")) : at;
  }

  /** From 0; beyond all others for a property that the contract does not have. */
  int place(String property) {
    return places.getOrDefault(property, Integer.MAX_VALUE);
  }

  /** What a property holds; an empty shape where that is a plain value or unknown. */
  Shape inside(String property) {
    return inner.getOrDefault(property, NOTHING);
  }

  /** Whether there is such a property, for example {@code lines.price.amount}. */
  boolean has(String path) {
    Shape at = this;
    for (String step : path.split("\\.")) {
      if (!at.places.containsKey(step)) {
        return false;
      }
      at = at.inner.get(step);
    }
    return true;
  }
}
