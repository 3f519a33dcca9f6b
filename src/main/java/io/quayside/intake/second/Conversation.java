package io.quayside.intake.second;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.intake.extract.SecondReader;
import io.quayside.mapping.ConfigFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is said to the model, and what it says, in the way of its kind. */
final class Conversation {

  private static final String INSTRUCTION = "mappings/extract/second-reader.txt";

  private final SecondReaderSettings settings;
  private final ObjectMapper json;
  private final String instruction;
  private final JsonNode schema;

  Conversation(SecondReaderSettings settings, ConfigFiles files, ObjectMapper json) {
    this.settings = settings;
    this.json = json;
    try {
      this.instruction = new String(bytes(files, INSTRUCTION), StandardCharsets.UTF_8);
      this.schema = json.readTree(bytes(files, SecondReader.SCHEMA));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(ConfigFiles files, String path) throws IOException {
    try (InputStream in =
        files.open(path).orElseThrow(() -> new IllegalStateException(path + " is missing"))) {
      return in.readAllBytes();
    }
  }

  /** The request's body. */
  byte[] question(String text) throws JsonProcessingException {
    ObjectNode body = json.createObjectNode();
    body.put("model", settings.model());
    body.put("stream", false);
    var messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", instruction);
    messages.addObject().put("role", "user").put("content", text);
    switch (settings.kind()) {
      case OPENAI -> {
        ObjectNode format = body.putObject("response_format");
        format.put("type", "json_schema");
        ObjectNode named = format.putObject("json_schema");
        named.put("name", "purchase_order").put("strict", true).set("schema", schema);
      }
      case OLLAMA -> {
        body.set("format", schema);
        body.putObject("options").put("temperature", 0);
      }
    }
    return json.writeValueAsBytes(body);
  }

  /**
   * @throws IOException when it is no answer, without a word of it: it may quote the document
   */
  JsonNode answer(byte[] body) throws IOException {
    try {
      JsonNode whole = json.readTree(body);
      String content =
          switch (settings.kind()) {
            case OPENAI -> whole.at("/choices/0/message/content").asText("");
            case OLLAMA -> whole.at("/message/content").asText("");
          };
      JsonNode order = json.readTree(content);
      if (order != null && order.isObject()) {
        return order;
      }
    } catch (JsonProcessingException e) {
      throw new IOException("what it says is no JSON");
    }
    throw new IOException("what it says is no order");
  }
}
