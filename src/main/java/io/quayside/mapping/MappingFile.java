package io.quayside.mapping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * A mapping with a partner's overlay merged in: as beans with their values, and as the file that
 * Smooks reads, in which each value is told its decoder.
 *
 * <p>The overlay is a file of the same form that holds only what differs. A value of the same bean
 * and property replaces those of the base (without {@code data} it only removes them); a list
 * property ({@code x[]}) and whatever is new is added.
 */
final class MappingFile {
  static final String JAVABEAN = "https://www.smooks.org/xsd/smooks/javabean-1.6.xsd";

  private static final Set<String> SETTINGS = Set.of("filterSettings", "exports", "reader");
  private static final Set<String> BEAN = Set.of("beanId", "class", "createOnElement", "retain");
  private static final Set<String> VALUE = Set.of("property", "data", "decoder");
  private static final Set<String> WIRING = Set.of("property", "beanIdRef");

  private final Document document;
  private final String mapping;
  private final Map<String, Map<String, String>> tables;

  private MappingFile(Document document, String mapping, Map<String, Map<String, String>> tables) {
    this.document = document;
    this.mapping = mapping;
    this.tables = tables;
  }

  /**
   * An object that is made for each element, with what it takes and what is put into it.
   *
   * @param retained it is what the mapping makes
   */
  record Bean(String id, String on, boolean retained, List<Value> values, List<Wiring> wirings) {}

  /**
   * One rule: {@code data} of the document goes to {@code property}.
   *
   * @param words the code table of the decoder; empty when it has none
   */
  record Value(String property, String data, String decoder, Map<String, String> words) {}

  /** The bean {@code bean} goes to {@code property}. */
  record Wiring(String property, String bean) {}

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
    return new MappingFile(base, mapping, tables);
  }

  /** All beans, in the order of the file. */
  List<Bean> beans() {
    return beans(document).stream().map(this::bean).toList();
  }

  /** Whether it holds nothing but beans with values and wirings, as we know them. */
  boolean hasOnlyBeans() {
    return inner(document.getDocumentElement())
            .allMatch(
                each ->
                    SETTINGS.contains(each.getLocalName())
                        || isOurs(each, "bean", BEAN)
                            && each.getAttribute("class").equals(Fields.class.getName()))
        && beans(document).stream()
            .flatMap(MappingFile::inner)
            .allMatch(
                each ->
                    !each.hasChildNodes()
                        && (isOurs(each, "value", VALUE) || isOurs(each, "wiring", WIRING)));
  }

  /** The file that Smooks reads. */
  byte[] toBytes() {
    try {
      Document told = (Document) document.cloneNode(true);
      tellDecoders(told);
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      factory.newTransformer().transform(new DOMSource(told), new StreamResult(bytes));
      return bytes.toByteArray();
    } catch (TransformerException e) {
      throw new MappingException("cannot write the merged mapping", e);
    }
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
      if (DocumentReader.class.getName().equals(reader.getAttribute("class"))
          && readers.getLength() == 1) {
        return;
      }
    }
    throw new MappingException(
        "%s must have exactly one <reader class=\"%s\"/>."
            .formatted(origin, DocumentReader.class.getName()));
  }

  private Bean bean(Element bean) {
    String id = bean.getAttribute("beanId");
    List<Value> values = children(bean, "value").stream().map(value -> value(id, value)).toList();
    List<Wiring> wirings =
        children(bean, "wiring").stream()
            .map(each -> new Wiring(each.getAttribute("property"), each.getAttribute("beanIdRef")))
            .toList();
    return new Bean(
        id,
        bean.getAttribute("createOnElement"),
        bean.getAttribute("retain").equals("true"),
        values,
        wirings);
  }

  private Value value(String bean, Element value) {
    String kind = value.hasAttribute("decoder") ? value.getAttribute("decoder") : "text";
    String property = value.getAttribute("property");
    Map<String, String> words = Map.of();
    if (Decoder.isCode(kind)) {
      words = tables.get(Decoder.table(kind));
      if (words == null) {
        throw new MappingException(
            "mappings/%s: bean `%s`, property `%s`: codes.yaml has no table `%s`."
                .formatted(mapping, bean, property, Decoder.table(kind)));
      }
    }
    return new Value(property, value.getAttribute("data"), kind, words);
  }

  /** Each value gets our decoder with its kind, the attributes it stands on, and its code table. */
  private void tellDecoders(Document told) {
    for (Element bean : beans(told)) {
      for (Element element : children(bean, "value")) {
        Value value = value(bean.getAttribute("beanId"), element);
        Decoder.of(value.decoder(), value.words());
        Selector selector = Selector.parse(value.data());
        element.setAttribute("decoder", ElementDecoder.class.getName());
        parameter(element, ElementDecoder.KIND, value.decoder());
        parameter(element, ElementDecoder.OWNER, selector.last().name());
        parameter(
            element,
            ElementDecoder.ATTRIBUTES,
            Arrays.stream(selector.attributes())
                .map(AttributeName::name)
                .collect(Collectors.joining(" ")));
        value.words().forEach((code, word) -> parameter(element, ElementDecoder.CODE + code, word));
      }
    }
  }

  private static void parameter(Element value, String name, String text) {
    Element parameter = value.getOwnerDocument().createElementNS(JAVABEAN, "decodeParam");
    parameter.setPrefix(value.getPrefix());
    parameter.setAttribute("name", name);
    parameter.setTextContent(text);
    value.appendChild(parameter);
  }

  private static boolean isOurs(Element element, String name, Set<String> attributes) {
    return JAVABEAN.equals(element.getNamespaceURI())
        && element.getLocalName().equals(name)
        && IntStream.range(0, element.getAttributes().getLength())
            .allMatch(i -> attributes.contains(element.getAttributes().item(i).getNodeName()));
  }

  private static Stream<Element> inner(Element parent) {
    return IntStream.range(0, parent.getChildNodes().getLength())
        .mapToObj(parent.getChildNodes()::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
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
