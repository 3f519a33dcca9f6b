package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Characters that no text of an order is made of: controls but white space, and halves of surrogate
 * pairs. A database, a page or an EDI file takes harm from them. {@code "4500\u0000"}
 */
public final class ControlCharacters {

  private static final String NONE = "";
  private static final int WHITE_FROM = '\t';
  private static final int WHITE_TO = '\r';

  private ControlCharacters() {}

  /** The name of the first one, for example {@code U+0000}; "" when there is none. */
  public static String first(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F) {
        continue;
      }
      boolean control = Character.isISOControl(c) && (c < WHITE_FROM || c > WHITE_TO);
      if (control || Character.isSurrogate(c) && !isWhole(text, i)) {
        return "U+%04X".formatted((int) c);
      }
    }
    return NONE;
  }

  /**
   * A sentence for each value or key that holds one, with its JSON pointer; empty when none does.
   */
  public static List<String> in(JsonNode tree) {
    List<String> found = new ArrayList<>();
    look(tree, "", found);
    return found;
  }

  private static void look(JsonNode node, String pointer, List<String> found) {
    if (node.isTextual()) {
      told(node.textValue(), pointer, found);
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        look(node.get(i), pointer + "/" + i, found);
      }
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> one : node.properties()) {
        told(one.getKey(), pointer, found);
        look(one.getValue(), pointer + "/" + one.getKey(), found);
      }
    }
  }

  private static void told(String text, String pointer, List<String> found) {
    String name = first(text);
    if (!name.isEmpty()) {
      found.add(
          (pointer.isEmpty() ? "/" : pointer)
              + ": holds the character "
              + name
              + ", which is no text. Remove it.");
    }
  }

  private static boolean isWhole(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
