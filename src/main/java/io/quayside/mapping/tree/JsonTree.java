package io.quayside.mapping.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.quayside.mapping.Place;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads JSON. An object is an element, its plain members are attributes, its objects are children;
 * each item of a list is a child of the list's name, a plain item with the attribute {@code text}.
 * Numbers keep their digits; null is nothing.
 *
 * <pre>{@code
 * {"number": "727", "line_items": [{"sku": "W-1", "quantity": 2}], "tags": ["a"]}
 * @number, line_items/@sku, line_items/@quantity, tags/@text
 * }</pre>
 *
 * <p>A member that is given twice is refused: nobody can say which one holds.
 */
public final class JsonTree {
  /** What the reader says about its own settings, which are not the sender's. */
  private static final String LIBRARY_WORDS = ": enable `[^`]*` to allow|, from `[^`]*`";

  private static final int DEPTH = 100;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxNumberLength(100)
                  .maxStringLength(10_000_000)
                  .build())
          .build();

  private final JsonParser parser;

  private JsonTree(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The document under the name {@code json}; a list is one element with a child {@code item} for
   * each.
   *
   * @throws UnreadableDocumentException with line and column, when it is no JSON or goes beyond a
   *     limit
   */
  public static TreeElement read(byte[] bytes) throws UnreadableDocumentException {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      TreeElement root = new TreeElement("json", "");
      JsonToken first = parser.nextToken();
      JsonTree tree = new JsonTree(parser);
      if (first == JsonToken.START_OBJECT) {
        tree.object(root, "");
      } else if (first == JsonToken.START_ARRAY) {
        tree.list(root, "item", "");
      } else {
        throw new UnreadableDocumentException("It is neither an object nor a list of JSON.");
      }
      if (parser.nextToken() != null) {
        throw new UnreadableDocumentException(
            "Something stands after the end of the JSON, line %d. Send one document a message."
                .formatted(parser.currentLocation().getLineNr()));
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new UnreadableDocumentException(
          "It is no JSON%s: %s. Ask the sender to mend it."
              .formatted(
                  e.getLocation() == null
                      ? ""
                      : ", line %d, column %d"
                          .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
                  e.getOriginalMessage().replaceAll(LIBRARY_WORDS, "")));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void object(TreeElement element, String pointer) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String member = parser.currentName();
      String name = TreeElement.selectable(member);
      String at = pointer + "/" + member.replace("~", "~0").replace("/", "~1");
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        TreeElement child = new TreeElement(name, "");
        element.add(child);
        object(child, at);
      } else if (token == JsonToken.START_ARRAY) {
        list(element, name, at);
      } else if (token != JsonToken.VALUE_NULL) {
        element.set(name, parser.getText(), place(at));
      }
    }
  }

  private void list(TreeElement element, String name, String pointer) throws IOException {
    int index = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      String at = pointer + "/" + index++;
      TreeElement child = new TreeElement(name, "");
      if (token == JsonToken.START_OBJECT) {
        element.add(child);
        object(child, at);
      } else if (token == JsonToken.START_ARRAY) {
        element.add(child);
        list(child, "item", at);
      } else if (token != JsonToken.VALUE_NULL) {
        child.set("text", parser.getText(), place(at));
        element.add(child);
      }
    }
  }

  private Place place(String pointer) {
    return new Place(pointer, parser.currentTokenLocation().getLineNr(), -1);
  }
}
