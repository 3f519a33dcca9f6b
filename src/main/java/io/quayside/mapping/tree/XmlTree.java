package io.quayside.mapping.tree;

import io.quayside.mapping.AttributeName;
import io.quayside.mapping.Place;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML. A value that stands alone, without attributes of its own, becomes an attribute of its
 * parent; a value with attributes, or one of several of the same name, stays an element whose text
 * is the attribute {@code text}. Namespaces are passed over.
 *
 * <pre>{@code
 * <ItemOut quantity="5"><ItemID><SupplierPartID>W-1</SupplierPartID></ItemID><Money currency="USD">9</Money></ItemOut>
 * ItemOut/@quantity, ItemOut/ItemID/@SupplierPartID, ItemOut/Money/@currency, ItemOut/Money/@text
 * }</pre>
 *
 * <p>Nothing is resolved or fetched. A DOCTYPE that only names a file is passed over, as cXML has
 * it; one that declares anything is refused.
 */
public final class XmlTree {
  private static final int DEPTH = 100;
  private static final int ATTRIBUTES = 256;
  private static final int ELEMENTS = 2_000_000;
  private static final int TEXT = 10_000_000;
  private static final int PROLOG = 1_000_000;
  private static final String TEXT_ATTRIBUTE = "text";
  private static final XMLInputFactory FACTORY = factory();

  private final Deque<Open> open = new ArrayDeque<>();
  private int elements;

  private static final class Open {
    private final TreeElement element;
    private final boolean attributes;
    private final int line;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<TreeElement, Boolean> leaves = new HashMap<>();

    Open(TreeElement element, boolean attributes, int line) {
      this.element = element;
      this.attributes = attributes;
      this.line = line;
    }
  }

  private XmlTree() {}

  /**
   * @throws UnreadableDocumentException with the line, when it is no well-formed XML or goes beyond
   *     a limit
   */
  public static TreeElement read(byte[] bytes) throws UnreadableDocumentException {
    return new XmlTree().parse(bytes);
  }

  private TreeElement parse(byte[] bytes) throws UnreadableDocumentException {
    refuseDeclarations(bytes);
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
      TreeElement root = null;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> start(reader);
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader);
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw refused(reader, "the entity &" + reader.getLocalName() + "; is not declared");
          case XMLStreamConstants.END_ELEMENT -> root = end();
          default -> {
            // comments and processing instructions say nothing about an order
          }
        }
      }
      return root;
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new UnreadableDocumentException(
          "It is no well-formed XML, line %d: %s. Ask the sender to mend it."
              .formatted(line, words(e)));
    }
  }

  private static String words(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int at = message.indexOf("Message: ");
    String words = (at < 0 ? message : message.substring(at + 9)).replaceAll("\\s+", " ").strip();
    if (words.startsWith("Invalid byte")) {
      return "it holds bytes that the encoding it names (UTF-8 where it names none) does not have";
    }
    return words.replaceAll("\\.+$", "");
  }

  /** The parser passes a DOCTYPE over without a word, so its text is looked at beforehand. */
  private static void refuseDeclarations(byte[] bytes) throws UnreadableDocumentException {
    String prolog =
        new String(bytes, 0, Math.min(bytes.length, PROLOG), StandardCharsets.ISO_8859_1)
            .replace("\0", "");
    int doctype = prolog.indexOf("<!DOCTYPE");
    if (doctype >= 0) {
      int end = prolog.indexOf('>', doctype);
      int declarations = prolog.indexOf('[', doctype);
      if (end < 0 || declarations >= 0 && declarations < end) {
        throw new UnreadableDocumentException(
            "It is not read: a DOCTYPE with declarations is not allowed. Ask the sender for it without.");
      }
    }
  }

  private void start(XMLStreamReader reader) throws UnreadableDocumentException {
    if (open.size() >= DEPTH) {
      throw refused(reader, "elements are nested deeper than " + DEPTH);
    }
    if (++elements > ELEMENTS) {
      throw refused(reader, "there are more than " + ELEMENTS + " elements");
    }
    if (reader.getAttributeCount() > ATTRIBUTES) {
      throw refused(reader, "an element has more than " + ATTRIBUTES + " attributes");
    }
    String name = TreeElement.selectable(reader.getLocalName());
    String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
    TreeElement element = new TreeElement(name, namespace);
    int line = reader.getLocation().getLineNumber();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = TreeElement.selectable(reader.getAttributeLocalName(i));
      Place place = new Place(name + "/@" + attribute, line, -1);
      element.set(attribute, reader.getAttributeValue(i), place);
    }
    if (!open.isEmpty()) {
      Open parent = open.peek();
      parent.element.add(element);
      parent.counts.merge(name, 1, Integer::sum);
    }
    open.push(new Open(element, reader.getAttributeCount() > 0, line));
  }

  private void text(XMLStreamReader reader) throws UnreadableDocumentException {
    if (open.isEmpty()) {
      return;
    }
    StringBuilder text = open.peek().text.append(reader.getText());
    if (text.length() > TEXT) {
      throw refused(reader, "a text is longer than " + TEXT + " characters");
    }
  }

  private TreeElement end() {
    Open done = open.pop();
    boolean leaf = done.counts.isEmpty();
    fold(done);
    String text = done.text.toString().strip();
    if (!text.isEmpty()) {
      Place place = new Place(done.element.name(), done.line, -1);
      done.element.set(TEXT_ATTRIBUTE, text, place);
    }
    if (!open.isEmpty()) {
      open.peek().leaves.put(done.element, leaf && !done.attributes);
    }
    return done.element;
  }

  /** Values that stand alone become attributes. */
  private static void fold(Open parent) {
    parent
        .element
        .children()
        .removeIf(
            child -> {
              boolean alone =
                  parent.leaves.get(child)
                      && parent.counts.get(child.name()) == 1
                      && !parent.element.has(child.name());
              if (alone && child.has(TEXT_ATTRIBUTE)) {
                parent.element.set(
                    child.name(),
                    child.text(TEXT_ATTRIBUTE),
                    child.place(AttributeName.of(TEXT_ATTRIBUTE)));
              }
              return alone;
            });
  }

  private static UnreadableDocumentException refused(XMLStreamReader reader, String why) {
    return new UnreadableDocumentException(
        "It is not read, line %d: %s. Ask the sender for it without."
            .formatted(reader.getLocation().getLineNumber(), why));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside the document is read");
        });
    return factory;
  }
}
