package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a mapping made as JSON, with its properties in the order of the contract. Empty objects,
 * empty lists and items that say nothing are left out.
 */
final class ContentTree {
  /** A list item without any of these says nothing. */
  private static final Map<String, String> ESSENTIAL =
      Map.of("notes", "text", "ids", "value", "schedules", "quantity");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final boolean tracing;
  private Map<String, List<Place>> evidence = new LinkedHashMap<>();

  /**
   * @param tracing collect where the values stand
   */
  ContentTree(boolean tracing) {
    this.tracing = tracing;
  }

  /** By JSON pointer, for all that was built. */
  Map<String, List<Place>> evidence() {
    return evidence;
  }

  /**
   * @param pointer where the object will stand, "" for the root
   */
  ObjectNode object(Fields fields, Shape shape, String pointer) {
    String[] names = sorted(fields, shape);
    ObjectNode object = NODES.objectNode();
    for (String name : names) {
      Object value = fields.get(name);
      String at = tracing ? pointer + "/" + name : "";
      if (value instanceof Fields inner) {
        ObjectNode node = object(inner, shape.inside(name), at);
        if (!node.isEmpty()) {
          object.set(name, node);
        }
      } else if (value instanceof Fields.Items items) {
        ArrayNode list = list(name, fields.items(name), items, shape.inside(name), at);
        if (!list.isEmpty()) {
          object.set(name, list);
        }
      } else {
        object.set(name, scalar(value));
        stands(at, fields.places(name));
      }
    }
    return object;
  }

  private ArrayNode list(
      String name, List<Object> values, Fields.Items places, Shape shape, String pointer) {
    ArrayNode list = NODES.arrayNode();
    String essential = ESSENTIAL.get(name);
    for (int i = 0; i < values.size(); i++) {
      String at = tracing ? pointer + "/" + list.size() : "";
      if (values.get(i) instanceof JsonNode done) {
        list.add(done);
      } else if (values.get(i) instanceof Fields inner) {
        Map<String, List<Place>> before = evidence;
        evidence = tracing ? new LinkedHashMap<>() : before;
        ObjectNode node = object(inner, shape, at);
        boolean says = !node.isEmpty() && (essential == null || node.has(essential));
        if (says) {
          list.add(node);
        }
        if (tracing && says) {
          before.putAll(evidence);
        }
        evidence = before;
      } else {
        list.add(scalar(values.get(i)));
        stands(at, places.places(i));
      }
    }
    return list;
  }

  private void stands(String pointer, List<Place> places) {
    if (tracing && !places.isEmpty()) {
      evidence.put(pointer, List.copyOf(places));
    }
  }

  /** Few names, mostly in order already: sorted by insertion. */
  private static String[] sorted(Fields fields, Shape shape) {
    String[] names = fields.keySet().toArray(String[]::new);
    for (int i = 1; i < names.length; i++) {
      String name = names[i];
      int place = shape.place(name);
      int j = i - 1;
      while (j >= 0 && shape.place(names[j]) > place) {
        names[j + 1] = names[j];
        j--;
      }
      names[j + 1] = name;
    }
    return names;
  }

  private static JsonNode scalar(Object value) {
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    return value instanceof Integer number
        ? NODES.numberNode(number)
        : NODES.textNode(value.toString());
  }
}
