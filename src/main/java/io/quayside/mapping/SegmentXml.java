package io.quayside.mapping;

import io.quayside.edi.OutSegment;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads segment elements as segments to write. An attribute's name says the place: {@code PO107} is
 * element 7, {@code SLN0501} the first component of element 5. Elements that hold only others (a
 * root, loops) are passed through; empty values are empty elements; a segment without any value is
 * left out.
 *
 * <pre>{@code <BAK BAK01="00" BAK02="AC" BAK03="4500000042"/>}</pre>
 */
final class SegmentXml {
  private static final Pattern PLACE = Pattern.compile("(\\d\\d)(\\d\\d)?");
  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private SegmentXml() {}

  /**
   * Text that is not blank, or an attribute that is no place of its segment, is refused with its
   * line.
   */
  static List<OutSegment> read(String xml, String origin) {
    List<OutSegment> segments = new ArrayList<>();
    try {
      XMLStreamReader reader =
          XML.createXMLStreamReader(new StringReader("<set>" + xml + "</set>"));
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT && reader.getAttributeCount() > 0) {
          segment(reader, origin, segments);
        } else if (event == XMLStreamConstants.CHARACTERS && !reader.isWhiteSpace()) {
          throw wrong(
              reader, origin, "text `" + reader.getText().strip() + "` stands outside a segment");
        }
      }
    } catch (XMLStreamException e) {
      throw new MappingException(origin + " yields no well-formed XML: " + e.getMessage(), e);
    }
    return segments;
  }

  private static void segment(XMLStreamReader reader, String origin, List<OutSegment> segments) {
    String tag = reader.getLocalName();
    SortedMap<Integer, SortedMap<Integer, String>> places = new TreeMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      Matcher place = PLACE.matcher(name.startsWith(tag) ? name.substring(tag.length()) : "");
      if (!place.matches() || place.group(1).equals("00")) {
        throw wrong(
            reader, origin, "`" + name + "` is no element of " + tag + ", as " + tag + "01 is");
      }
      int component = place.group(2) == null ? 1 : Integer.parseInt(place.group(2));
      places
          .computeIfAbsent(Integer.parseInt(place.group(1)), key -> new TreeMap<>())
          .put(component, reader.getAttributeValue(i).strip());
    }
    places.values().forEach(parts -> parts.values().removeIf(String::isEmpty));
    places.values().removeIf(SortedMap::isEmpty);
    if (!places.isEmpty()) {
      List<Object> elements = new ArrayList<>();
      for (int n = 1; n <= places.lastKey(); n++) {
        elements.add(places.containsKey(n) ? filled(places.get(n)) : "");
      }
      segments.add(new OutSegment(tag, elements));
    }
  }

  private static List<String> filled(SortedMap<Integer, String> parts) {
    List<String> components = new ArrayList<>();
    for (int c = 1; c <= parts.lastKey(); c++) {
      components.add(parts.getOrDefault(c, ""));
    }
    return components;
  }

  private static MappingException wrong(XMLStreamReader reader, String origin, String why) {
    return new MappingException(
        "%s, line %d of what it yields: %s."
            .formatted(origin, reader.getLocation().getLineNumber(), why));
  }
}
