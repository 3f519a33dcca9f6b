package io.quayside.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.TransactionSet;
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
  private static final Set<String> AFTER_LINES = Set.of("totals", "source");
  private static final String SOURCE = "source";
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
   * Writes the order as far as it is known before its envelope is: up to the end of {@code source},
   * which is left open.
   *
   * @param head the order without its lines
   */
  void write(ObjectNode head, OutputStream out) throws IOException {
    boolean lineless = true;
    String before = "{";
    for (Map.Entry<String, JsonNode> property : head.properties()) {
      if (lineless && AFTER_LINES.contains(property.getKey())) {
        lines(before, out);
        before = ",";
        lineless = false;
      }
      if (!property.getKey().equals(SOURCE)) {
        text(before + "\"" + property.getKey() + "\":" + property.getValue(), out);
        before = ",";
      }
    }
    if (lineless) {
      lines(before, out);
    }
    String source = head.path(SOURCE).isEmpty() ? "{" : head.get(SOURCE).toString();
    text(",\"" + SOURCE + "\":" + source.substring(0, Math.max(1, source.length() - 1)), out);
  }

  /** What comes between {@link #write} and the evidence. */
  static void envelope(
      Interchange interchange, FunctionalGroup group, TransactionSet set, OutputStream out)
      throws IOException {
    property("version", set.version(), out);
    property("interchange", interchange.controlNumber(), out);
    property("group", group.isImplied() ? "" : group.controlNumber(), out);
    text("},\"test\":" + interchange.test(), out);
  }

  private static void property(String name, String value, OutputStream out) throws IOException {
    if (!value.isEmpty()) {
      text(",\"" + name + "\":" + TextNode.valueOf(value), out);
    }
  }

  /**
   * The end of the order.
   *
   * @param evidence where values stand, by JSON pointer; null when it is not wanted
   */
  static void end(Map<String, List<Place>> evidence, OutputStream out) throws IOException {
    text((evidence == null ? "" : ",\"evidence\":" + json(evidence)) + "}\n", out);
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
