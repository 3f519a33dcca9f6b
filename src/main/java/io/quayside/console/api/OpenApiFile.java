package io.quayside.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.mapping.ConfigFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads {@code openapi.yaml}: YAML's anchors and merges are written out, and each schema that names
 * a file of {@code mappings/} becomes that file's.
 *
 * <pre>CanonicalOrder: {x-file: mappings/order.schema.json}</pre>
 */
final class OpenApiFile {

  private static final String FILE = "/openapi.yaml";
  private static final String FROM = "x-file";
  private static final int REPEATS = 1000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private OpenApiFile() {}

  static JsonNode read(ConfigFiles files) {
    JsonNode document = document();
    for (Map.Entry<String, JsonNode> schema : document.at("/components/schemas").properties()) {
      if (schema.getValue().has(FROM)) {
        String file = schema.getValue().get(FROM).asText();
        ((ObjectNode) document.at("/components/schemas"))
            .set(schema.getKey(), schema(files, file, schema.getKey()));
      }
    }
    return document;
  }

  private static JsonNode document() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(REPEATS);
    try (InputStream in = OpenApiFile.class.getResourceAsStream(FILE)) {
      Object read = new Yaml(new SafeConstructor(options)).load(in);
      return JSON.valueToTree(read);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The file's schema; its references lead to its place in the document. */
  private static JsonNode schema(ConfigFiles files, String file, String name) {
    try (InputStream in =
        files.open(file).orElseThrow(() -> new IllegalStateException("There is no " + file))) {
      ObjectNode schema = (ObjectNode) JSON.readTree(in);
      schema.remove("$schema");
      String moved =
          schema.toString().replace("\"#/$defs/", "\"#/components/schemas/" + name + "/$defs/");
      return JSON.readTree(moved);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }
}
