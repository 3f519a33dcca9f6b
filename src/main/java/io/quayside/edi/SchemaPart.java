package io.quayside.edi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of a schema file as it is in one release: parts of other releases are left out, and what a
 * {@code version} says of this release has replaced the part's own attributes.
 *
 * @param kind the XML element's name, for example {@code segment}
 */
record SchemaPart(
    String kind, Map<String, String> attributes, List<SchemaPart> children, String text) {

  /**
   * Reads the element at which the reader stands, to its end.
   *
   * @param release null for all: versions then have no effect
   * @return null when the part is not in the release
   */
  static SchemaPart read(XMLStreamReader xml, Release release) throws XMLStreamException {
    String kind = xml.getLocalName();
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    List<SchemaPart> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (xml.next() != XMLStreamReader.END_ELEMENT) {
      if (xml.isStartElement()) {
        SchemaPart child = read(xml, release);
        if (child == null) {
          continue;
        }
        if (!child.kind.equals("version")) {
          children.add(child);
        } else if (release != null) {
          attributes.putAll(child.attributes);
        }
      } else if (xml.isCharacters()) {
        text.append(xml.getText());
      }
    }
    SchemaPart part = new SchemaPart(kind, attributes, children, text.toString().strip());
    return part.isIn(release) ? part : null;
  }

  private boolean isIn(Release release) {
    String min = attribute("minVersion");
    String max = attribute("maxVersion");
    return release == null || release.isWithin(min, max);
  }

  /** The attribute's value; "" when it has none. */
  String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  int number(String attribute, int otherwise) {
    String value = attribute(attribute);
    return value.isEmpty() ? otherwise : Integer.parseInt(value);
  }

  /** The loops, segments, elements or composites of a part that has a sequence. */
  List<SchemaPart> sequence() {
    return children("sequence").stream()
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no sequence in " + attribute("name") + kind))
        .children;
  }

  List<SchemaPart> children(String kind) {
    return children.stream().filter(child -> child.kind.equals(kind)).toList();
  }
}
