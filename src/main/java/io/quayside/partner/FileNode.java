package io.quayside.partner;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a partner file while it is read: gives typed values, collects what is wrong with
 * them, and knows which keys were asked for, so that the others can be refused.
 *
 * <p>Scalars are taken as they were written: {@code 004010} stays {@code 004010}, quoted or not.
 */
final class FileNode {

  private final String path;
  private final int line;
  private final Map<String, Node> entries = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<Fault> faults;

  FileNode(String path, Node node, List<Fault> faults) {
    this.path = path;
    this.faults = faults;
    this.line = node == null ? 0 : lineOf(node);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (entries.put(key, tuple.getValueNode()) != null) {
          fault(lineOf(tuple.getKeyNode()), key, "", "is given twice", "Keep one");
        }
        lines.put(key, lineOf(tuple.getKeyNode()));
      }
    } else if (node != null) {
      faults.add(
          new Fault(line, path, text(node), "is not a block of keys", "Write it as key: value"));
    }
  }

  int line() {
    return line;
  }

  String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  boolean has(String key) {
    asked.add(key);
    return value(key) != null;
  }

  void fault(String key, String value, String why, String remedy) {
    fault(lines.getOrDefault(key, line), key, value, why, remedy);
  }

  private void fault(int atLine, String key, String value, String why, String remedy) {
    faults.add(new Fault(atLine, at(key), value, why, remedy));
  }

  /** A text; null when it is not given. */
  String text(String key) {
    Node node = value(key);
    if (node == null) {
      return null;
    }
    if (!(node instanceof ScalarNode scalar)) {
      fault(key, "", "is not a single value", "Give one value");
      return null;
    }
    String text = scalar.getValue();
    if (Grammar.hasControls(text)) {
      fault(key, text, "has control characters", "Remove them");
      return null;
    }
    return text;
  }

  String text(String key, String standard) {
    String text = text(key);
    return text == null ? standard : text;
  }

  /** A text that must be there; "" with a fault when it is not. */
  String required(String key, String remedy) {
    String text = text(key);
    if (text == null || text.isBlank()) {
      if (!given(key)) {
        fault(key, "", "is missing", remedy);
      }
      return "";
    }
    return text;
  }

  /**
   * A text of a grammar; null (with a fault) when it does not fit, {@code standard} when absent.
   */
  String matching(String key, Grammar grammar, String standard) {
    String text = text(key);
    if (text == null) {
      return standard;
    }
    Optional<String> wrong = grammar.refuse(text);
    wrong.ifPresent(why -> fault(key, text, why, grammar.remedy()));
    return wrong.isPresent() ? null : text;
  }

  /** As {@link #matching}, and it must be there. */
  String requiredMatching(String key, Grammar grammar) {
    if (!has(key)) {
      fault(key, "", "is missing", grammar.remedy());
      return null;
    }
    return matching(key, grammar, null);
  }

  /** A separator as written; a line end is one too. */
  String separator(String key) {
    return value(key) instanceof ScalarNode scalar ? scalar.getValue() : null;
  }

  boolean flag(String key, boolean standard) {
    String text = text(key);
    if (text == null) {
      return standard;
    }
    switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes":
        return true;
      case "false", "no":
        return false;
      default:
        fault(key, text, "is neither true nor false", "Write true or false");
        return standard;
    }
  }

  int whole(String key, int standard, int from, int to) {
    String text = text(key);
    if (text == null) {
      return standard;
    }
    if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= from) {
      int number = Integer.parseInt(text);
      if (number <= to) {
        return number;
      }
    }
    fault(key, text, "is not a whole number that fits", "Give " + from + " to " + to);
    return standard;
  }

  BigDecimal decimal(String key, BigDecimal standard) {
    String text = text(key);
    if (text == null) {
      return standard;
    }
    if (text.matches("[0-9]{1,15}(\\.[0-9]{1,9})?")) {
      return new BigDecimal(text);
    }
    fault(key, text, "is not a number of zero or more", "Write it like 2 or 0.01");
    return standard;
  }

  Duration duration(String key, Duration standard) {
    String text = text(key);
    if (text == null) {
      return standard;
    }
    Optional<Duration> duration = Grammar.duration(text);
    if (duration.isEmpty()) {
      fault(key, text, "is not a length of time", "Write it like 300ms, 30s, 5m, 24h, 7d or 1y");
    }
    return duration.orElse(standard);
  }

  /** One of the documented words. */
  String oneOf(String key, String standard, String... words) {
    return oneOf(key, standard, Function.identity(), Arrays.asList(words));
  }

  /** One of an enum's words, written in lower case with hyphens. */
  <E extends Enum<E>> E word(String key, E standard) {
    List<E> all = List.of(standard.getDeclaringClass().getEnumConstants());
    return oneOf(key, standard, Grammar::word, all);
  }

  private <T> T oneOf(String key, T standard, Function<T, String> name, List<T> all) {
    String text = text(key);
    if (text == null) {
      return standard;
    }
    for (T one : all) {
      if (name.apply(one).equals(text)) {
        return one;
      }
    }
    List<String> words = all.stream().map(name).toList();
    fault(
        key,
        text,
        "is not one of the words",
        "Use " + String.join(", ", words) + near(text, words));
    return standard;
  }

  /** A list of texts, or one text alone; the standard when it is not given. */
  List<String> texts(String key, List<String> standard) {
    Node node = value(key);
    if (node == null) {
      return standard;
    }
    List<String> texts = new ArrayList<>();
    for (Node item : items(node)) {
      if (item instanceof ScalarNode scalar && !Grammar.hasControls(scalar.getValue())) {
        texts.add(scalar.getValue());
      } else {
        fault(key, text(item), "holds something that is not a plain text", "Give a list of texts");
      }
    }
    return texts;
  }

  /** The block of a key; an empty one when it is not given. */
  FileNode block(String key) {
    Node node = value(key);
    return new FileNode(at(key), node, faults);
  }

  /** The items of a list (or one item alone), each with its path. */
  List<Item> list(String key) {
    Node node = value(key);
    List<Item> answer = new ArrayList<>();
    if (node != null) {
      List<Node> items = items(node);
      for (int i = 0; i < items.size(); i++) {
        answer.add(new Item(at(key) + "[" + i + "]", items.get(i), faults));
      }
    }
    return answer;
  }

  /** All keys, for blocks whose keys are data. */
  Set<String> keys() {
    asked.addAll(entries.keySet());
    return entries.keySet();
  }

  /** Those keys that look like the pattern, for blocks that mix settings and data. */
  List<String> keysLike(String pattern) {
    List<String> keys = entries.keySet().stream().filter(key -> key.matches(pattern)).toList();
    asked.addAll(keys);
    return keys;
  }

  /** Is a key there that must not be? It is not named among the known ones. */
  boolean hasForbidden(String key) {
    if (!entries.containsKey(key)) {
      return false;
    }
    asked.add(key);
    return true;
  }

  /** An entry of a block whose keys are data: a word or a block. */
  Item item(String key) {
    return new Item(at(key), value(key), faults);
  }

  /** Refuses the keys that nobody asked for. */
  void refuseOthers() {
    for (String key : entries.keySet()) {
      if (!asked.contains(key)) {
        String known = asked.stream().sorted().collect(Collectors.joining(", "));
        fault(key, "", "is not a known key", "Known here: " + known + near(key, asked));
      }
    }
  }

  /** An item of a list: a word or a block. */
  record Item(String path, Node node, List<Fault> faults) {
    /** The word, or null when it is a block. */
    String word() {
      return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    int line() {
      return node == null ? 0 : lineOf(node);
    }

    FileNode block() {
      return new FileNode(path, node, faults);
    }
  }

  private static List<Node> items(Node node) {
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private boolean given(String key) {
    Node node = entries.get(key);
    return node != null && !(node instanceof ScalarNode);
  }

  private Node value(String key) {
    asked.add(key);
    Node node = entries.get(key);
    boolean none =
        node instanceof ScalarNode scalar
            && scalar.isPlain()
            && Set.of("", "~", "null").contains(scalar.getValue());
    return none ? null : node;
  }

  private static String near(String wrong, Iterable<String> words) {
    String best = null;
    int least = 3;
    for (String word : words) {
      int distance =
          Grammar.distance(wrong.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = word;
      }
    }
    return best == null ? "" : ". Did you mean " + best + "?";
  }
}
