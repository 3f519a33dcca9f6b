package io.quayside.edi;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads a schema file in staedi's EDISchema format (version 4; the parts that our files use). */
final class SchemaFile {
  private final Map<String, SegmentType.Element> elements = new HashMap<>();
  private final Map<String, SegmentType.Composite> composites = new HashMap<>();
  private final Map<String, SegmentType> segments = new HashMap<>();

  private SchemaFile() {}

  /**
   * @throws IllegalStateException naming the file when it is no readable schema
   */
  static SetSchema read(String name, String release, InputStream stream) {
    try (stream) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document = factory.newDocumentBuilder().parse(stream, name);
      return new SchemaFile().schema(release, document.getDocumentElement());
    } catch (java.io.IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("Schema file " + name + " cannot be read: " + e, e);
    } catch (RuntimeException e) {
      throw new IllegalStateException("Schema file " + name + ": " + e.getMessage(), e);
    }
  }

  private SetSchema schema(String release, Element root) {
    Element transaction = null;
    for (Element child : children(root)) {
      switch (child.getLocalName()) {
        case "elementType" -> elements.put(child.getAttribute("name"), element(child));
        case "compositeType" -> composites.put(child.getAttribute("name"), composite(child));
        case "segmentType" -> segments.put(child.getAttribute("name"), segment(child));
        case "transaction" -> transaction = child;
        default -> throw new IllegalArgumentException("unknown part " + child.getLocalName());
      }
    }
    if (transaction == null) {
      throw new IllegalArgumentException("no transaction in it");
    }
    return new SetSchema(release, transaction.getAttribute("title"), drafts(transaction));
  }

  private List<SetSchema.Draft> drafts(Element parent) {
    List<SetSchema.Draft> drafts = new ArrayList<>();
    for (Element child : children(sequence(parent))) {
      int min = number(child, "minOccurs", 0);
      int max = number(child, "maxOccurs", 1);
      if (child.getLocalName().equals("loop")) {
        drafts.add(new SetSchema.Draft(null, min, max, drafts(child)));
      } else {
        SegmentType type = known(segments, child);
        drafts.add(new SetSchema.Draft(type, min, max, List.of()));
      }
    }
    return drafts;
  }

  private static SegmentType.Element element(Element node) {
    Set<String> codes = new HashSet<>();
    for (Element child : children(node)) {
      children(child).forEach(value -> codes.add(value.getTextContent().strip()));
    }
    return new SegmentType.Element(
        node.getAttribute("code"),
        node.getAttribute("title"),
        SegmentType.Base.valueOf(node.getAttribute("base").toUpperCase(java.util.Locale.ROOT)),
        number(node, "minLength", 1),
        number(node, "maxLength", 1),
        Set.copyOf(codes));
  }

  private SegmentType.Composite composite(Element node) {
    return new SegmentType.Composite(
        node.getAttribute("name"), node.getAttribute("title"), rules(node), conditions(node));
  }

  private SegmentType segment(Element node) {
    return new SegmentType(
        node.getAttribute("name"), node.getAttribute("title"), rules(node), conditions(node));
  }

  private List<SegmentType.Rule> rules(Element parent) {
    List<SegmentType.Rule> rules = new ArrayList<>();
    for (Element child : children(sequence(parent))) {
      boolean mandatory = number(child, "minOccurs", 0) > 0;
      boolean simple = child.getLocalName().equals("element");
      rules.add(
          new SegmentType.Rule(
              simple ? known(elements, child) : null,
              simple ? null : known(composites, child),
              mandatory));
    }
    return List.copyOf(rules);
  }

  private static List<SegmentType.Condition> conditions(Element parent) {
    List<SegmentType.Condition> conditions = new ArrayList<>();
    for (Element child : children(parent)) {
      if (child.getLocalName().equals("syntax")) {
        int[] positions =
            children(child).stream()
                .mapToInt(position -> Integer.parseInt(position.getTextContent().strip()))
                .toArray();
        String type = child.getAttribute("type").toUpperCase(java.util.Locale.ROOT);
        conditions.add(new SegmentType.Condition(SegmentType.Kind.valueOf(type), positions));
      }
    }
    return List.copyOf(conditions);
  }

  private static <T> T known(Map<String, T> types, Element reference) {
    T type = types.get(reference.getAttribute("type"));
    if (type == null) {
      throw new IllegalArgumentException("unknown type " + reference.getAttribute("type"));
    }
    return type;
  }

  private static Element sequence(Element parent) {
    return children(parent).stream()
        .filter(child -> child.getLocalName().equals("sequence"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no sequence in " + parent.getTagName()));
  }

  private static int number(Element node, String attribute, int otherwise) {
    String value = node.getAttribute(attribute);
    return value.isEmpty() ? otherwise : Integer.parseInt(value);
  }

  private static List<Element> children(Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }
}
