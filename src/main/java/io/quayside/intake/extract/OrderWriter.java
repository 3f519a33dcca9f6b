package io.quayside.intake.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.mapping.MappedOrder;
import io.quayside.mapping.MappedOrder.Problem;
import io.quayside.mapping.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts values at JSON pointers, each with its evidence and confidence. */
final class OrderWriter {
  final ObjectNode order = JsonNodeFactory.instance.objectNode();
  final Map<String, Confidence> confidence = new LinkedHashMap<>();
  final Map<String, List<Place>> evidence = new LinkedHashMap<>();
  private final List<Problem> findings = new ArrayList<>();

  /** To go on with what was read before. */
  static OrderWriter of(Extraction read) {
    OrderWriter out = new OrderWriter();
    out.order.setAll(read.mapped().order().deepCopy());
    out.confidence.putAll(read.confidence());
    out.evidence.putAll(read.mapped().evidence());
    out.findings.addAll(read.mapped().findings());
    return out;
  }

  /** What was missing is there now. */
  void settled(String where) {
    findings.removeIf(one -> one.where().equals(where));
  }

  /** Does nothing when there is no value. */
  void put(String pointer, String value, List<Word> words, Confidence sure) {
    if (value == null || value.isBlank()) {
      return;
    }
    set(pointer, order.textNode(value.strip()));
    proved(pointer, words, sure);
  }

  void put(String pointer, int value, List<Word> words, Confidence sure) {
    set(pointer, order.numberNode(value));
    proved(pointer, words, sure);
  }

  /** A constant beside a value, for example whose numbering an id is of. */
  void fixed(String pointer, String value) {
    set(pointer, order.textNode(value));
  }

  private void proved(String pointer, List<Word> words, Confidence sure) {
    List<Place> places =
        words.stream().map(Word::where).distinct().map(OrderWriter::place).toList();
    if (!places.isEmpty()) {
      evidence.put(pointer, places);
    }
    confidence.put(pointer, sure);
  }

  private static Place place(String where) {
    boolean line = where.matches("line [0-9]+");
    return new Place(where, line ? Integer.parseInt(where.substring(5)) : 0, -1);
  }

  void finding(String where, String value, List<Word> words, String why, String remedy) {
    String place = words.isEmpty() ? "" : " (" + words.get(0).where() + ")";
    findings.add(new Problem(where + place, -1, 0, value, why, remedy));
  }

  void doubt(String pointer, String why) {
    confidence.computeIfPresent(pointer, (key, sure) -> sure.but(why, 0.5));
  }

  void check(String pointer, String why, double weight) {
    confidence.computeIfPresent(pointer, (key, sure) -> sure.and(why, weight));
  }

  private void set(String pointer, JsonNode value) {
    String[] steps = pointer.substring(1).split("/");
    JsonNode at = order;
    for (int i = 0; i < steps.length; i++) {
      boolean last = i == steps.length - 1;
      boolean list = !last && steps[i + 1].matches("[0-9]+");
      JsonNode next = last ? value : at.at("/" + steps[i]);
      if (!last && next.isMissingNode()) {
        next = list ? order.arrayNode() : order.objectNode();
      }
      if (at instanceof ArrayNode array) {
        int index = Integer.parseInt(steps[i]);
        if (index == array.size()) {
          array.add(next);
        } else {
          array.set(index, next);
        }
      } else {
        ((ObjectNode) at).set(steps[i], next);
      }
      at = next;
    }
  }

  Extraction done(String layout) {
    List<JsonNode> parties = new ArrayList<>();
    for (String view : List.of("buyer", "seller", "shipTo", "billTo")) {
      if (order.has(view)) {
        parties.add(order.get(view).deepCopy());
      }
    }
    if (!parties.isEmpty()) {
      order.putArray("parties").addAll(parties);
    }
    return new Extraction(
        new MappedOrder(order, List.of(), findings, evidence), confidence, layout, null, List.of());
  }
}
