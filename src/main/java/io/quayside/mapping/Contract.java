package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a mapping's result must be, for example {@code mappings/order.schema.json}. Safe for
 * threads.
 */
final class Contract {
  private static final String KIND = "-to-";

  private final JsonNode document;
  private final String file;
  private final Shape shape;
  private final SchemaCheck check;
  private SchemaViolations violations;

  /**
   * @param file path, for example {@code mappings/order.schema.json}
   */
  Contract(ConfigFiles files, String file) {
    this.file = file;
    try (InputStream in =
        files.open(file).orElseThrow(() -> new MappingException("there is no `" + file + "`."))) {
      document = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new MappingException(files.origin(file) + " is no JSON: " + e.getMessage(), e);
    }
    shape = Shape.of(document);
    check = new SchemaCheck(document, file);
  }

  /** The contract that a mapping's name says: {@code x12/850-to-order.xml} makes an order. */
  static String fileOf(String mapping) {
    String name = mapping.substring(mapping.lastIndexOf('/') + 1);
    int kind = name.indexOf(KIND);
    if (kind < 0 || !name.endsWith(".xml")) {
      throw new MappingException(
          "mapping `"
              + mapping
              + "` does not say what it makes. Call it <document>-to-<kind>.xml.");
    }
    return "mappings/"
        + name.substring(kind + KIND.length(), name.length() - ".xml".length())
        + ".schema.json";
  }

  Shape shape() {
    return shape;
  }

  /**
   * All violations, each a sentence with JSON pointer, value, why and remedy; empty when the
   * content is as it should be.
   */
  List<String> check(JsonNode content) {
    List<String> wrong =
        new ArrayList<>(check.isValid(content) ? List.of() : violations().of(content));
    wrong.addAll(ControlCharacters.in(content));
    return wrong;
  }

  /** Loaded when the first thing is wrong: the library is slow to load, and to check. */
  private synchronized SchemaViolations violations() {
    if (violations == null) {
      violations = new SchemaViolations(document, file);
    }
    return violations;
  }
}
