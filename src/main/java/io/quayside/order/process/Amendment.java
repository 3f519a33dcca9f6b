package io.quayside.order.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.PurchaseOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A change document that names only what changes, put into the order in force: the order as it
 * would be. POC*10*QD*30**EA~
 */
final class Amendment {

  private Amendment() {}

  /**
   * The change with the order's own numbers for lines that its sender did not number: known by
   * their items, and by a number that is free where they are not there or not the only ones.
   * POC**DI*5*5*EA*4.25**BP*A3~
   */
  static PurchaseOrder numbered(PurchaseOrder inForce, PurchaseOrder document, Json json) {
    ObjectNode change = json.tree(document);
    Set<String> taken = new HashSet<>();
    Stream.concat(
            inForce.linesByKey().keySet().stream(),
            document.lines().stream().map(Line::lineNumberSent).filter(Objects::nonNull))
        .forEach(number -> taken.add(bare(number)));
    for (int i = 0; i < document.lines().size(); i++) {
      Line line = document.lines().get(i);
      String number = String.valueOf(i + 1);
      boolean named = line.lineNumberSent() != null || !number.equals(line.lineNumber());
      if (named || line.change() == null || line.ids().isEmpty()) {
        continue;
      }
      List<Line> same =
          inForce.lines().stream()
              .filter(one -> !"add".equals(line.change()) && sameItem(one, line))
              .toList();
      if (same.size() == 1) {
        number = same.get(0).lineNumber();
      } else {
        for (int n = taken.size(); !taken.add(number); n++) {
          number = String.valueOf(n);
        }
      }
      ((ObjectNode) change.path("lines").get(i)).put("lineNumber", number);
    }
    return json.read(change.toString(), PurchaseOrder.class);
  }

  private static boolean sameItem(Line one, Line other) {
    return one.ids().stream()
        .anyMatch(
            id ->
                other.ids().stream()
                    .anyMatch(
                        its ->
                            id.value() != null
                                && id.value().equals(its.value())
                                && Objects.equals(id.scheme(), its.scheme())));
  }

  /**
   * The order as it would be; a document that restates the whole order is that itself, one without
   * lines changes the head.
   */
  static PurchaseOrder of(PurchaseOrder inForce, PurchaseOrder document, Json json) {
    boolean named = !document.lines().isEmpty();
    if (named && document.lines().stream().allMatch(line -> line.change() == null)) {
      return document;
    }
    ObjectNode amended = json.tree(inForce);
    ObjectNode change = json.tree(numbered(inForce, document, json));
    ArrayNode kept = amended.arrayNode();
    List<JsonNode> old = new ArrayList<>();
    amended.path("lines").forEach(old::add);
    List<ObjectNode> added = new ArrayList<>();
    for (JsonNode each : change.path("lines")) {
      ObjectNode line = (ObjectNode) each;
      String what = line.path("change").asText("change");
      int at = at(old, line.path("lineNumber").asText());
      line.remove(List.of("change", "changeCode"));
      if (what.equals("delete") && at >= 0) {
        old.remove(at);
      } else if (names(what) && at >= 0) {
        old.set(at, merged((ObjectNode) old.get(at), line));
      } else if (names(what)) {
        added.add(line);
      }
    }
    old.forEach(kept::add);
    added.forEach(kept::add);
    // The counts are of what the document names.
    change.remove(List.of("lines", "totals"));
    amended.remove("totals");
    amended = merged(amended, change);
    amended.set("lines", kept);
    return json.read(amended.toString(), PurchaseOrder.class);
  }

  /**
   * Whether it says what the line is to be: one to delete or leave that is not there is not added.
   */
  private static boolean names(String what) {
    return !what.equals("delete") && !what.equals("none");
  }

  /**
   * What the change names replaces what was: of a list the elements of its kind, of a party that is
   * another one all of it. An empty list or object names nothing.
   */
  private static ObjectNode merged(ObjectNode before, ObjectNode change) {
    ObjectNode merged = before.deepCopy();
    change
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
                merged.set(
                    field.getKey(), merged(field.getKey(), merged.path(field.getKey()), value));
              }
            });
    return merged;
  }

  private static JsonNode merged(String name, JsonNode before, JsonNode change) {
    if (before instanceof ArrayNode had && change instanceof ArrayNode named) {
      return merged(name, had, named);
    }
    boolean one = before.isObject() && change.isObject();
    return one && !name.equals("address") && !anotherParty(before, change)
        ? merged((ObjectNode) before, (ObjectNode) change)
        : change;
  }

  private static ArrayNode merged(String list, ArrayNode before, ArrayNode change) {
    List<JsonNode> left = new ArrayList<>();
    change.forEach(left::add);
    if (left.stream().anyMatch(one -> ListKeys.of(list, one) == null)) {
      return change;
    }
    ArrayNode merged = change.arrayNode();
    for (JsonNode had : before) {
      List<JsonNode> instead =
          StreamSupport.stream(change.spliterator(), false)
              .filter(one -> ListKeys.of(list, one).equals(ListKeys.of(list, had)))
              .toList();
      if (instead.isEmpty()) {
        merged.add(had);
      } else if (left.removeAll(instead)) {
        instead.forEach(one -> merged.add(merged("", had, one)));
      }
    }
    left.forEach(merged::add);
    return merged;
  }

  /** N1*ST*Acme Store 43*92*0043~ after store 42: its address is not that of store 42. */
  private static boolean anotherParty(JsonNode before, JsonNode change) {
    Set<String> ids = partyIds(before);
    Set<String> others = partyIds(change);
    if (!ids.isEmpty() && !others.isEmpty()) {
      return Collections.disjoint(ids, others);
    }
    String name = before.path("name").asText(null);
    String other = change.path("name").asText(null);
    return before.has("role") && name != null && other != null && !name.equalsIgnoreCase(other);
  }

  private static Set<String> partyIds(JsonNode party) {
    Set<String> ids = new HashSet<>();
    if (party.has("role")) {
      party.path("ids").forEach(id -> ids.add(id.path("scheme") + "/" + id.path("value")));
    }
    return ids;
  }

  private static int at(List<JsonNode> lines, String number) {
    for (int i = 0; i < lines.size(); i++) {
      if (bare(lines.get(i).path("lineNumber").asText()).equals(bare(number))) {
        return i;
      }
    }
    return -1;
  }

  /** A line's number without zeros before it: 010 and 10 are one. */
  static String bare(String number) {
    return number.replaceFirst("^0+(?=.)", "");
  }
}
