package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says by a JSON Schema library what is wrong with a value, and how to mend it. */
final class SchemaViolations {
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
  private final String file;
  private final JsonSchema schema;

  SchemaViolations(JsonNode document, String file) {
    this.document = document;
    this.file = file;
    this.schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                document, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    schema.initializeValidators();
  }

  /**
   * Each a sentence with JSON pointer, value, why and remedy.
   *
   * <pre>
   * /lines/0/quantity `ten`: does not have the right form. Give a number as a plain decimal string …
   * </pre>
   */
  List<String> of(JsonNode order) {
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
      default -> "See " + file;
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
    return "a value as " + file + " describes it";
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
