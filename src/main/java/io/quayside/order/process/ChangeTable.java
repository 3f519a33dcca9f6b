package io.quayside.order.process;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.order.OrderViews.Change;
import io.quayside.order.OrderViews.ChangedLine;
import io.quayside.order.OrderViews.ChangedValue;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.process.KeptOrders.Kept;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A change document against the order in force, value by value. POC*10*QD*30**EA~ */
final class ChangeTable {

  /** What describes the document, or is said better elsewhere: parties by their views. */
  private static final Set<String> SILENT =
      Set.of(
          "source",
          "test",
          "purpose",
          "changeNumber",
          "type",
          "poDate",
          "parties",
          "totals",
          "lines",
          "lineNumber",
          "lineNumberSent",
          "change",
          "code",
          "scheme",
          "role",
          "sent",
          "acknowledgmentWanted");

  /** What a line is, for one that comes or goes as a whole. */
  private static final List<String> WHOLE =
      List.of("quantity", "unit", "price.amount", "ids", "description", "dates");

  private ChangeTable() {}

  static Change of(Kept kept, PurchaseOrder inForce, Json json) {
    PurchaseOrder document = kept.order();
    boolean cancels = Purpose.cancels(document);
    JsonNode before = json.tree(inForce);
    JsonNode after = json.tree(cancels ? inForce : Amendment.of(inForce, document, json));
    Map<String, JsonNode> old = lines(before);
    Map<String, JsonNode> now = cancels ? Map.of() : lines(after);
    Set<String> numbers = new LinkedHashSet<>(old.keySet());
    numbers.addAll(now.keySet());
    String asks = Purpose.word(document);
    return new Change(
        kept.id(),
        document.source() == null ? null : document.source().document(),
        asks.isEmpty() ? "other" : asks,
        kept.receivedAt(),
        kept.state(),
        values(before, after),
        numbers.stream()
            .map(number -> line(old.get(number), now.get(number)))
            .filter(Objects::nonNull)
            .toList());
  }

  private static ChangedLine line(JsonNode before, JsonNode after) {
    String number = (before == null ? after : before).path("lineNumber").asText();
    if (before == null || after == null) {
      List<ChangedValue> whole =
          values(before, after).stream()
              .filter(value -> WHOLE.stream().anyMatch(value.name()::startsWith))
              .toList();
      return new ChangedLine(number, before == null ? "added" : "deleted", whole);
    }
    List<ChangedValue> values = values(before, after);
    return values.isEmpty() ? null : new ChangedLine(number, "changed", values);
  }

  private static Map<String, JsonNode> lines(JsonNode order) {
    Map<String, JsonNode> lines = new LinkedHashMap<>();
    order
        .path("lines")
        .forEach(line -> lines.put(Amendment.bare(line.path("lineNumber").asText()), line));
    return lines;
  }

  private static List<ChangedValue> values(JsonNode before, JsonNode after) {
    Map<String, String> old = new LinkedHashMap<>();
    Map<String, String> now = new LinkedHashMap<>();
    leaves("", before, old);
    leaves("", after, now);
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(now.keySet());
    List<ChangedValue> changed = new ArrayList<>();
    for (String name : names) {
      if (!Objects.equals(old.get(name), now.get(name))) {
        changed.add(new ChangedValue(name, old.get(name), now.get(name)));
      }
    }
    return changed;
  }

  /** Every value by its path: price.amount, dates.requestedShip, ids[1].value. */
  private static void leaves(String path, JsonNode node, Map<String, String> into) {
    if (node == null) {
      return;
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves("%s[%d]".formatted(path, i + 1), node.get(i), into);
      }
    } else if (node.isObject()) {
      node.properties().stream()
          .filter(field -> !SILENT.contains(field.getKey()) && !field.getKey().endsWith("Code"))
          .forEach(
              field ->
                  leaves(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      into));
    } else if (!node.isNull()) {
      into.put(path, node.asText());
    }
  }
}
