package io.quayside.order.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What tells the elements of a list apart in every version of an order: REF*DP*042~ by its DP. */
final class ListKeys {

  private ListKeys() {}

  /** Null in a list whose elements stand for themselves. */
  static String of(String list, JsonNode element) {
    return switch (list) {
      case "lines" ->
          text(element, "lineNumber") == null ? null : Amendment.bare(text(element, "lineNumber"));
      case "references", "otherDates" -> text(element, "code");
      case "parties" -> text(element, "role");
      case "notes" -> text(element, "use") + "/" + text(element, "code");
      default -> null;
    };
  }

  /** Whether each element can be told from the others. */
  static boolean tellApart(String list, JsonNode elements) {
    Set<String> keys = new HashSet<>();
    for (JsonNode element : elements) {
      String key = of(list, element);
      if (key == null || !keys.add(key)) {
        return false;
      }
    }
    return true;
  }

  private static String text(JsonNode element, String name) {
    return element.path(name).asText(null);
  }
}
