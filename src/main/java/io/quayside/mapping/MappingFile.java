package io.quayside.mapping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A mapping as Smooks gets it: the file, with a partner's overlay merged in, and each value told
 * its decoder.
 *
 * <p>The overlay is a file of the same form that holds only what differs. A value of the same bean
 * and property replaces those of the base (without {@code data} it only removes them); a list
 * property ({@code x[]}) and whatever is new is added.
 */
final class MappingFile {
  static final String JAVABEAN = "https://www.smooks.org/xsd/smooks/javabean-1.6.xsd";

  private static final Pattern ATTRIBUTE = Pattern.compile("@(\\w+)");

  private final Document document;

  private MappingFile(Document document) {
    this.document = document;
  }

  /** One rule: {@code data} of the bean's document goes to {@code property}. */
  record Value(String bean, String property, String data, String decoder) {}

  /**
   * Loads a mapping.
   *
   * @param mapping path below {@code mappings/}
   * @param overlay the same of the partner's file, or null
   */
  static MappingFile load(ConfigFiles files, String mapping, String overlay) {
    Document base = parse(files, mapping);
    Map<String, Map<String, String>> tables = CodeTables.beside(files, mapping);
    if (overlay != null) {
      merge(base, parse(files, overlay));
      tables = CodeTables.merge(tables, CodeTables.beside(files, overlay));
    }
    requireOurReader(base, files.origin("mappings/" + mapping));
    tellDecoders(base, tables, mapping);
    return new MappingFile(base);
  }

  /** The file that Smooks reads. */
  byte[] toBytes() {
    try {
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      factory.newTransformer().transform(new DOMSource(document), new StreamResult(bytes));
      return bytes.toByteArray();
    } catch (TransformerException e) {
      throw new MappingException("cannot write the merged mapping", e);
    }
  }

  /** All rules, in the order of the file. */
  List<Value> values() {
    List<Value> values = new ArrayList<>();
    for (Element bean : beans(document)) {
      for (Element value : children(bean, "value")) {
        values.add(
            new Value(
                bean.getAttribute("beanId"),
                value.getAttribute("property"),
                value.getAttribute("data"),
                (String) value.getUserData("kind")));
      }
    }
    return values;
  }

  static List<Element> beans(Document document) {
    return elements(document.getElementsByTagNameNS(JAVABEAN, "bean"));
  }

  static List<Element> children(Element parent, String name) {
    return elements(parent.getElementsByTagNameNS(JAVABEAN, name));
  }

  static Document parse(ConfigFiles files, String path) {
    String file = "mappings/" + path;
    try (InputStream in = files.open(file).orElseThrow(() -> missing(file))) {
      return builder().parse(new ByteArrayInputStream(in.readAllBytes()));
    } catch (IOException | SAXException e) {
      throw new MappingException(files.origin(file) + " is no readable XML: " + e.getMessage(), e);
    }
  }

  private static void merge(Document base, Document overlay) {
    for (Element theirs : beans(overlay)) {
      Element ours =
          beans(base).stream()
              .filter(bean -> bean.getAttribute("beanId").equals(theirs.getAttribute("beanId")))
              .findFirst()
              .orElse(null);
      if (ours == null) {
        base.getDocumentElement().appendChild(base.importNode(theirs, true));
        continue;
      }
      for (Element value : children(theirs, "value")) {
        String property = value.getAttribute("property");
        if (!property.endsWith("[]")) {
          children(ours, "value").stream()
              .filter(old -> old.getAttribute("property").equals(property))
              .forEach(ours::removeChild);
        }
      }
      for (Element value : children(theirs, "value")) {
        if (!value.getAttribute("data").isEmpty()) {
          ours.appendChild(base.importNode(value, true));
        }
      }
      for (Element wiring : children(theirs, "wiring")) {
        ours.appendChild(base.importNode(wiring, true));
      }
    }
  }

  /** Without a reader of ours Smooks would parse whatever it gets as XML. */
  private static void requireOurReader(Document document, String origin) {
    NodeList readers = document.getElementsByTagNameNS("*", "reader");
    for (Element reader : elements(readers)) {
      if (EdiReader.class.getName().equals(reader.getAttribute("class"))
          && readers.getLength() == 1) {
        return;
      }
    }
    throw new MappingException(
        "%s must have exactly one <reader class=\"%s\"/>."
            .formatted(origin, EdiReader.class.getName()));
  }

  /** Each value gets our decoder with its kind, the elements it stands on, and its code table. */
  private static void tellDecoders(
      Document document, Map<String, Map<String, String>> tables, String mapping) {
    for (Element bean : beans(document)) {
      for (Element value : children(bean, "value")) {
        String kind = value.hasAttribute("decoder") ? value.getAttribute("decoder") : "text";
        ElementDecoder.requireKind(kind);
        value.setAttribute("decoder", ElementDecoder.class.getName());
        value.setUserData("kind", kind, null);
        parameter(value, ElementDecoder.KIND, kind);
        parameter(value, ElementDecoder.ELEMENTS, elementsOf(value.getAttribute("data")));
        if (kind.startsWith("code:")) {
          String name = kind.substring("code:".length());
          Map<String, String> table = tables.get(name);
          if (table == null) {
            throw new MappingException(
                "mappings/%s: bean `%s`, property `%s`: codes.yaml has no table `%s`."
                    .formatted(
                        mapping,
                        bean.getAttribute("beanId"),
                        value.getAttribute("property"),
                        name));
          }
          table.forEach((code, word) -> parameter(value, ElementDecoder.CODE + code, word));
        }
      }
    }
  }

  /** The element a rule takes first, then the qualifiers of the same segment. */
  private static String elementsOf(String data) {
    List<String> names = new ArrayList<>();
    Matcher attributes = ATTRIBUTE.matcher(data.substring(data.lastIndexOf('/') + 1));
    while (attributes.find()) {
      names.add(attributes.group(1));
    }
    String[] steps = data.split("/(?![^\\[]*])");
    Matcher qualifiers = ATTRIBUTE.matcher(steps.length > 1 ? steps[steps.length - 2] : "");
    while (qualifiers.find()) {
      names.add(qualifiers.group(1));
    }
    return String.join(" ", names);
  }

  private static void parameter(Element value, String name, String text) {
    Element parameter = value.getOwnerDocument().createElementNS(JAVABEAN, "decodeParam");
    parameter.setPrefix(value.getPrefix());
    parameter.setAttribute("name", name);
    parameter.setTextContent(text);
    value.appendChild(parameter);
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static MappingException missing(String file) {
    return new MappingException(
        "there is no `%s`. Put it below quayside.config or the working directory, or mend the name."
            .formatted(file));
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
