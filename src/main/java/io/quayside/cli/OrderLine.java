package io.quayside.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.mapping.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One canonical order on its way to a line of output. Its lines come first, so they wait as bytes,
 * not as objects: an order of any number of lines takes little memory.
 */
final class OrderLine {
  private static final Set<String> AFTER_LINES = Set.of("totals", "source", "test");
  private static final JsonFactory JSON = new JsonFactory();

  private final WaitingBytes lines = new WaitingBytes();
  private ObjectNode first;
  private int count;

  /** The order's next line. */
  void add(ObjectNode line) {
    if (first == null) {
      first = line;
    }
    count++;
    try {
      if (count > 1) {
        lines.write(',');
      }
      lines.write(line.toString().getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Number of lines so far. */
  int count() {
    return count;
  }

  /** Null when there is none. */
  ObjectNode first() {
    return first;
  }

  /**
   * Writes the whole order.
   *
   * @param head the order without its lines
   * @param evidence where values stand, by JSON pointer; null when it is not wanted
   */
  void write(ObjectNode head, Map<String, List<Place>> evidence, OutputStream out)
      throws IOException {
    boolean lineless = true;
    String before = "{";
    for (Map.Entry<String, JsonNode> property : head.properties()) {
      if (lineless && AFTER_LINES.contains(property.getKey())) {
        lines(before, out);
        before = ",";
        lineless = false;
      }
      text(before + "\"" + property.getKey() + "\":" + property.getValue(), out);
      before = ",";
    }
    if (lineless) {
      lines(before, out);
    }
    if (evidence != null) {
      text(",\"evidence\":" + json(evidence), out);
    }
    text("}\n", out);
  }

  private void lines(String before, OutputStream out) throws IOException {
    text(before + "\"lines\":[", out);
    try (InputStream waiting = lines.read()) {
      waiting.transferTo(out);
    }
    text("]", out);
  }

  private static String json(Map<String, List<Place>> evidence) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      for (Map.Entry<String, List<Place>> each : evidence.entrySet()) {
        json.writeArrayFieldStart(each.getKey());
        for (Place place : each.getValue()) {
          place(place, json);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    return bytes.toString(UTF_8);
  }

  private static void place(Place place, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("where", place.where());
    if (place.line() > 0) {
      json.writeNumberField("line", place.line());
    }
    if (place.byteOffset() >= 0) {
      json.writeNumberField("byte", place.byteOffset());
    }
    json.writeEndObject();
  }

  private static void text(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(UTF_8));
  }
}
