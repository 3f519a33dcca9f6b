package io.quayside.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a selector asks of an element: the part of XPath that mappings use on qualifiers.
 *
 * <pre>
 * &#64;DTM01 = '002'
 * not(@PID02) or @PID02 = '08'
 * </pre>
 */
interface Condition {
  boolean holds(DocumentElement element);

  /**
   * Reads a condition of an element called {@code owner}.
   *
   * @throws NotCompiled when it is more than attributes compared with words
   */
  static Condition parse(String owner, String text) {
    return new Parser(owner, text).whole();
  }

  /** The attributes that a condition asks for. */
  static List<AttributeName> attributes(String owner, String text) {
    List<AttributeName> names = new ArrayList<>();
    Matcher attributes = Parser.ATTRIBUTE.matcher(text);
    while (attributes.find()) {
      names.add(AttributeName.of(owner, attributes.group(1)));
    }
    return names;
  }

  /** Left to Smooks: it says more than we compile. */
  final class NotCompiled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotCompiled(String what) {
      super(what, null, false, false);
    }
  }

  /** Or, and, not, comparison, presence; as in XPath an absent attribute equals no word. */
  final class Parser {
    private static final Pattern ATTRIBUTE = Pattern.compile("@([\\w-]+)");
    private static final Pattern TOKEN =
        Pattern.compile("\\s*(?:@([\\w-]+)|'([^']*)'|\"([^\"]*)\"|(!=|=|\\(|\\)|[a-z]+))");

    private final String owner;
    private final String text;
    private final Matcher token;
    private int at;

    private Parser(String owner, String text) {
      this.owner = owner;
      this.text = text;
      this.token = TOKEN.matcher(text);
    }

    private Condition whole() {
      Condition condition = either();
      if (!text.substring(at).isBlank()) {
        throw new NotCompiled(text);
      }
      return condition;
    }

    private Condition either() {
      Condition left = both();
      if (!sign("or")) {
        return left;
      }
      Condition right = either();
      return element -> left.holds(element) || right.holds(element);
    }

    private Condition both() {
      Condition left = one();
      if (!sign("and")) {
        return left;
      }
      Condition right = both();
      return element -> left.holds(element) && right.holds(element);
    }

    private Condition one() {
      if (sign("not")) {
        Condition inner = bracketed();
        return element -> !inner.holds(element);
      }
      if (next() && token.group(1) != null) {
        at = token.end();
        return comparison(AttributeName.of(owner, token.group(1)));
      }
      return bracketed();
    }

    private Condition bracketed() {
      if (!sign("(")) {
        throw new NotCompiled(text);
      }
      Condition inner = either();
      if (!sign(")")) {
        throw new NotCompiled(text);
      }
      return inner;
    }

    private Condition comparison(AttributeName name) {
      if (sign("=")) {
        String word = word();
        return element -> word.equals(element.value(name));
      }
      if (sign("!=")) {
        String word = word();
        return element -> !element.value(name).isEmpty() && !word.equals(element.value(name));
      }
      return element -> !element.value(name).isEmpty();
    }

    private String word() {
      if (!next() || token.group(2) == null && token.group(3) == null) {
        throw new NotCompiled(text);
      }
      at = token.end();
      String word = token.group(2) == null ? token.group(3) : token.group(2);
      if (word.isEmpty()) {
        throw new NotCompiled(text);
      }
      return word;
    }

    private boolean sign(String sign) {
      boolean found = next() && sign.equals(token.group(4));
      at = found ? token.end() : at;
      return found;
    }

    private boolean next() {
      return token.region(at, text.length()).lookingAt();
    }
  }
}
