package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The contract of canonical orders, {@code mappings/order.schema.json}. Safe for threads. */
public final class OrderSchema {
  private static final String FILE = "mappings/order.schema.json";
  private static final String OR_NULL = "/anyOf/1/type";
  private static final int SHOWN = 60;
  private static final Map<String, String> WHY =
      Map.of(
          "required", "is missing",
          "additionalProperties", "is no property of an order",
          "enum", "is none of our words",
          "pattern", "does not have the right form",
          "format", "is no date",
          "type", "is of the wrong type",
          "maxLength", "is too long",
          "minLength", "is empty",
          "minItems", "has no items",
          "minimum", "is below zero");

  private final JsonNode document;
  private final JsonSchema schema;

  public OrderSchema(ConfigFiles files) {
    try (InputStream in =
        files.open(FILE).orElseThrow(() -> new MappingException("there is no `" + FILE + "`."))) {
      document = new ObjectMapper().readTree(in);
      schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(
                  document, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
      schema.initializeValidators();
    } catch (IOException e) {
      throw new MappingException(files.origin(FILE) + " is no JSON: " + e.getMessage(), e);
    }
  }

  /**
   * All violations, each a sentence with JSON pointer, value, why and remedy; empty when the order
   * is as it should be.
   *
   * <pre>
   * /lines/0/quantity `ten`: does not have the right form. Give a number as a plain decimal string …
   * </pre>
   */
  public List<String> check(JsonNode order) {
    List<String> sentences = new ArrayList<>();
    for (ValidationMessage message : schema.validate(order)) {
      if (message.getSchemaLocation().toString().endsWith(OR_NULL)) {
        continue;
      }
      String pointer = pointer(message);
      JsonNode value = order.at(pointer);
      String said =
          value.isMissingNode() || value.isContainerNode()
              ? ""
              : " `" + shown(value.asText()) + "`";
      String why = WHY.getOrDefault(message.getType(), message.getMessage());
      sentences.add(
          "%s%s: %s. %s.".formatted(pointer.isEmpty() ? "/" : pointer, said, why, remedy(message)));
    }
    return List.copyOf(sentences);
  }

  /** The same order with its properties in the order of the schema. */
  ObjectNode sorted(ObjectNode order) {
    return sorted(order, document);
  }

  /** Whether the contract has this property, for example {@code lines.price.amount}. */
  boolean has(String path) {
    JsonNode at = document;
    for (String step : path.split("\\.")) {
      at = shape(at).path("properties").path(step);
      if (at.isMissingNode()) {
        return false;
      }
    }
    return true;
  }

  private ObjectNode sorted(ObjectNode node, JsonNode shape) {
    ObjectNode sorted = node.objectNode();
    JsonNode properties = shape(shape).path("properties");
    properties
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (node.has(name)) {
                sorted.set(name, sorted(node.get(name), properties.get(name)));
              }
            });
    node.fields()
        .forEachRemaining(
            field -> {
              if (!sorted.has(field.getKey())) {
                sorted.set(field.getKey(), field.getValue());
              }
            });
    return sorted;
  }

  private JsonNode sorted(JsonNode value, JsonNode shape) {
    if (value instanceof ObjectNode object) {
      return sorted(object, shape);
    }
    if (value instanceof ArrayNode array) {
      ArrayNode items = array.arrayNode();
      array.forEach(item -> items.add(sorted(item, shape)));
      return items;
    }
    return value;
  }

  /** The object behind references, alternatives with null and lists. */
  private JsonNode shape(JsonNode at) {
    if (at.has("$ref")) {
      String name = at.get("$ref").asText().substring("#/$defs/".length());
      return shape(document.path("$defs").path(name));
    }
    if (at.has("anyOf")) {
      return shape(at.get("anyOf").get(0));
    }
    return at.has("items") ? shape(at.get("items")) : at;
  }

  private static String pointer(ValidationMessage message) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < message.getInstanceLocation().getNameCount(); i++) {
      pointer
          .append('/')
          .append(message.getInstanceLocation().getName(i).replace("~", "~0").replace("/", "~1"));
    }
    return message.getProperty() == null
        ? pointer.toString()
        : pointer + "/" + message.getProperty();
  }

  private String remedy(ValidationMessage message) {
    JsonNode at = message.getSchemaNode();
    return switch (message.getType()) {
      case "required" -> "Give it";
      case "additionalProperties" -> "Leave it out, or mend its name";
      case "enum" -> "Give one of " + words(at);
      case "type" -> "Give a " + (at == null ? "value of the right type" : words(at));
      case "pattern", "format" -> "Give " + description(message);
      case "minItems" -> "Give at least one";
      default -> "See " + FILE;
    };
  }

  /** The description of the definition whose pattern was not met. */
  private String description(ValidationMessage message) {
    String location = message.getSchemaLocation().toString();
    for (Map.Entry<String, JsonNode> definition : document.path("$defs").properties()) {
      if (location.contains("/" + definition.getKey() + "/")) {
        return definition.getValue().path("description").asText();
      }
    }
    return "a value as " + FILE + " describes it";
  }

  private static String words(JsonNode node) {
    if (!node.isArray()) {
      return node.asText();
    }
    List<String> words = new ArrayList<>();
    node.forEach(
        word -> {
          if (!word.isNull() && !word.asText().equals("null")) {
            words.add(word.asText());
          }
        });
    return String.join(", ", words);
  }

  private static String shown(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > SHOWN ? clean.substring(0, SHOWN) + "…" : clean;
  }
}
