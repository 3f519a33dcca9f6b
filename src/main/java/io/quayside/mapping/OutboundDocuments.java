package io.quayside.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Holds what templates yield to the rules of JSON and XML before it is anybody's document. */
final class OutboundDocuments {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter PRETTY =
      JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

  /** What XML 1.0 cannot hold. */
  private static final Pattern NO_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private final ConfigFiles files;
  private final Map<String, Contract> contracts = new ConcurrentHashMap<>();

  OutboundDocuments(ConfigFiles files) {
    this.files = files;
  }

  byte[] json(String text, String origin, String schema) {
    try {
      JsonNode document = JSON.readTree(text);
      List<String> faults =
          contracts.computeIfAbsent(schema, file -> new Contract(files, file)).check(document);
      if (!faults.isEmpty()) {
        throw new MappingException(
            "%s yields what %s forbids: %s".formatted(origin, schema, String.join("; ", faults)));
      }
      return PRETTY.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new MappingException(origin + " yields no JSON: " + e.getOriginalMessage(), e);
    }
  }

  byte[] xml(String text, String origin) {
    String clean = NO_XML.matcher(text).replaceAll(" ");
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(clean));
      while (reader.hasNext()) {
        reader.next();
      }
    } catch (XMLStreamException e) {
      throw new MappingException(origin + " yields no well-formed XML: " + e.getMessage(), e);
    }
    return clean.getBytes(StandardCharsets.UTF_8);
  }
}
