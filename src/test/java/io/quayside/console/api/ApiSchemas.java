package io.quayside.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.quayside.mapping.ConfigFiles;
import java.util.List;
import java.util.Set;

/** The schemas of the OpenAPI file, to hold calls and answers to. */
final class ApiSchemas {

  static final JsonNode DOCUMENT = OpenApiFile.read(new ConfigFiles(null));

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private static final Set<String> CONDITIONS = Set.of("if", "then", "else");

  private ApiSchemas() {}

  /** What is wrong with a value by a schema that stands in the document. */
  static List<String> check(JsonNode schema, JsonNode value) {
    return check(schema, DOCUMENT.get("components"), value);
  }

  /** The same, and nothing may be there that no schema names: what is told must be described. */
  static List<String> checkClosed(JsonNode schema, JsonNode value) {
    return check(closed(schema.deepCopy()), closed(DOCUMENT.get("components").deepCopy()), value);
  }

  /** The operation of a call, its references followed, or missing. */
  static JsonNode operation(String method, String path) {
    return DOCUMENT.path("paths").path(path).path(method.toLowerCase());
  }

  /** The schema of an answer; missing when the status is not described. */
  static JsonNode answer(JsonNode operation, int status) {
    JsonNode responses = operation.path("responses");
    JsonNode response = responses.path(String.valueOf(status));
    JsonNode known =
        response.isMissingNode() && status >= 400 ? responses.path("default") : response;
    return followed(known);
  }

  static JsonNode followed(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static List<String> check(JsonNode schema, JsonNode components, JsonNode value) {
    ObjectNode root = schema.deepCopy();
    root.set("components", components);
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return FACTORY.getSchema(root, config).validate(value).stream()
        .map(ValidationMessage::toString)
        .sorted()
        .toList();
  }

  /** A condition names only what it asks for, so it stays open. */
  private static JsonNode closed(JsonNode node) {
    node.properties().stream()
        .filter(field -> !CONDITIONS.contains(field.getKey()))
        .forEach(field -> closed(field.getValue()));
    if (node.isArray()) {
      node.forEach(ApiSchemas::closed);
    }
    if (node instanceof ObjectNode schema
        && schema.path("properties").isObject()
        && !schema.has("additionalProperties")
        && !schema.has("allOf")
        && !schema.at("/properties/page").isObject()) {
      schema.put("additionalProperties", false);
    }
    return node;
  }
}
