package io.quayside.order.process;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.order.canonical.PurchaseOrder;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an order says, apart from how it arrived: its identity, its hash, and differences. */
final class Content {

  private static final int SHOWN = 12;

  /** That it is a change is said already. */
  private static final List<String> PURPOSE = List.of("purpose", "purposeCode");

  /** Of its own, so that no setting of the application changes a stored hash. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().serializationInclusion(Include.NON_EMPTY).build();

  private Content() {}

  /** The same for the same content by whatever channel. */
  static String hash(PurchaseOrder order) {
    try {
      byte[] bytes = MAPPER.writeValueAsString(tree(order)).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Partner, area and the values of the agreed fields. */
  static String identity(PurchaseOrder order, String partnerId, boolean test, List<String> fields) {
    JsonNode tree = tree(order);
    return fields.stream()
        .map(field -> field + "=" + tree.path(field).asText(""))
        .collect(Collectors.joining("\n", (test ? "test\n" : "live\n") + partnerId + "\n", ""));
  }

  /** In words for people: {@code lines 10 quantity: 100, now 120}. */
  static String differences(PurchaseOrder before, PurchaseOrder after) {
    List<String> found = new ArrayList<>();
    ObjectNode was = tree(before).without(PURPOSE);
    if (after.totals() == null) {
      was.remove("totals");
    }
    compare("", was, tree(after).without(PURPOSE), found);
    String shown = found.stream().limit(SHOWN).collect(Collectors.joining("; "));
    return found.size() > SHOWN ? shown + "; and " + (found.size() - SHOWN) + " more" : shown;
  }

  private static ObjectNode tree(PurchaseOrder order) {
    ObjectNode tree = MAPPER.valueToTree(order);
    tree.remove(List.of("source", "test"));
    return tree;
  }

  private static void compare(String path, JsonNode before, JsonNode after, List<String> found) {
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      names.forEach(n -> compare(path + " " + n, before.path(n), after.path(n), found));
    } else if (before.isArray() && after.isArray()) {
      String list = path.substring(path.lastIndexOf(' ') + 1);
      if (ListKeys.tellApart(list, before) && ListKeys.tellApart(list, after)) {
        compareByKey(path, byKey(list, before), byKey(list, after), found);
        return;
      }
      for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
        String name = before.has(i) ? name(before.get(i), i) : name(after.get(i), i);
        compare(path + " " + name, before.path(i), after.path(i), found);
      }
    } else {
      found.add("%s: %s, now %s".formatted(path.strip(), words(before), words(after)));
    }
  }

  private static void compareByKey(
      String path, Map<String, JsonNode> before, Map<String, JsonNode> after, List<String> found) {
    Set<String> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    JsonNode nothing = MissingNode.getInstance();
    keys.forEach(
        key ->
            compare(
                path + " " + key,
                before.getOrDefault(key, nothing),
                after.getOrDefault(key, nothing),
                found));
  }

  private static Map<String, JsonNode> byKey(String list, JsonNode elements) {
    Map<String, JsonNode> keyed = new LinkedHashMap<>();
    elements.forEach(element -> keyed.put(ListKeys.of(list, element), element));
    return keyed;
  }

  private static String name(JsonNode item, int index) {
    return item.path("lineNumber").asText(String.valueOf(index + 1));
  }

  private static String words(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "nothing";
    }
    if (value.isValueNode()) {
      return value.asText();
    }
    List<String> parts = new ArrayList<>();
    for (Iterator<JsonNode> it = value.elements(); it.hasNext() && parts.size() < 4; ) {
      JsonNode part = it.next();
      if (part.isValueNode()) {
        parts.add(part.asText());
      }
    }
    return parts.isEmpty() ? "given" : String.join(" ", parts);
  }
}
