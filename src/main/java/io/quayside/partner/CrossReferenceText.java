package io.quayside.partner;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Writes a partner's number of an item into the text of its file and leaves the rest of it, its
 * comments too, to the character. {@code items: {crossReference: {"A1": "W-001"}}}
 */
final class CrossReferenceText {

  private static final String ITEMS = "items";
  private static final String REFERENCES = "crossReference";

  private CrossReferenceText() {}

  /** The text with the number as this item of ours, be it new or another's before. */
  static String with(String text, String number, String sku) {
    String entry = quoted(number) + ": " + quoted(sku);
    MappingNode root =
        (MappingNode)
            new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
    Optional<Node> items = value(root, ITEMS);
    Optional<Node> references = mapping(items).flatMap(block -> value(block, REFERENCES));
    Optional<Node> before = mapping(references).flatMap(block -> value(block, number));
    if (before.isPresent()) {
      return replaced(text, before.get(), quoted(sku));
    }
    if (references.isPresent()) {
      return in(text, references.get(), entry, "{" + entry + "}");
    }
    String block = quoted(REFERENCES) + ": {" + entry + "}";
    if (items.isPresent()) {
      return in(text, items.get(), block, "{" + block + "}");
    }
    boolean json = text.charAt(index(text, root.getStartMark().getIndex())) == '{';
    return json
        ? in(text, root, quoted(ITEMS) + ": {" + block + "}", "")
        : text.stripTrailing() + "\n" + ITEMS + ": {" + REFERENCES + ": {" + entry + "}}\n";
  }

  /**
   * @param whole what stands instead of a value that is no block
   */
  private static String in(String text, Node node, String entry, String whole) {
    if (!(node instanceof MappingNode block)) {
      return replaced(text, node, " " + whole);
    }
    boolean empty = block.getValue().isEmpty();
    int start = index(text, node.getStartMark().getIndex());
    if (text.charAt(start) == '{') {
      return inserted(text, start + 1, empty ? entry : entry + ", ");
    }
    int first = index(text, block.getValue().get(0).getKeyNode().getStartMark().getIndex());
    int line = text.lastIndexOf('\n', first - 1) + 1;
    return inserted(text, first, entry + "\n" + " ".repeat(first - line));
  }

  private static String inserted(String text, int at, String what) {
    return text.substring(0, at) + what + text.substring(at);
  }

  private static String replaced(String text, Node node, String by) {
    int start = index(text, node.getStartMark().getIndex());
    int end = index(text, node.getEndMark().getIndex());
    return text.substring(0, start) + by + text.substring(end);
  }

  /** Marks count code points. */
  private static int index(String text, int codePoint) {
    return text.offsetByCodePoints(0, codePoint);
  }

  private static Optional<MappingNode> mapping(Optional<Node> node) {
    return node.filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
  }

  private static Optional<Node> value(MappingNode block, String key) {
    return block.getValue().stream()
        .filter(
            tuple ->
                tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  /** In double quotes, which YAML and JSON read alike. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
