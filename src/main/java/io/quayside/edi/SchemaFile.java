package io.quayside.edi;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a schema file, and the dictionary that it includes, for one release.
 *
 * <p>The files have staedi's EDISchema format (version 4), and besides: any part may say with
 * {@code minVersion} and {@code maxVersion} in which releases it is there, and with {@code version}
 * inside it what was different in some of them.
 *
 * <pre>{@code
 * <segment type="FTX" maxOccurs="99">
 *   <version maxVersion="D95A" maxOccurs="5"/>
 * </segment>
 * }</pre>
 */
final class SchemaFile {
  private final Function<String, InputStream> files;
  private final SchemaTypes types = new SchemaTypes();
  private Release release;
  private SchemaPart transaction;

  private SchemaFile(Release release, Function<String, InputStream> files) {
    this.release = release;
    this.files = files;
  }

  /**
   * @param release the set's own; the nearest that the file describes is taken
   * @return empty when there is no such file
   * @throws IllegalStateException naming the file when it is no readable schema
   */
  static Optional<SetSchema> read(
      String path, Standard standard, Release release, Function<String, InputStream> files) {
    SchemaFile file = new SchemaFile(release, files);
    if (!file.load(path)) {
      return Optional.empty();
    }
    if (file.transaction == null) {
      throw new IllegalStateException("Schema file " + path + ": no transaction in it");
    }
    try {
      List<SetSchema.Draft> drafts = file.types.drafts(file.transaction);
      String title = file.transaction.attribute("title");
      return Optional.of(new SetSchema(standard, file.release.name(), title, drafts));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("Schema file " + path + ": " + e.getMessage(), e);
    }
  }

  /** The tags of all segments of a dictionary, in any release; none when there is no such file. */
  static Set<Integer> segments(String path, Function<String, InputStream> files) {
    SchemaFile file = new SchemaFile(null, files);
    file.load(path);
    Set<Integer> tags = new HashSet<>();
    file.types.segmentNames().forEach(name -> tags.add(Tag.code(name)));
    return tags;
  }

  private boolean load(String path) {
    List<String> includes = new ArrayList<>();
    try (InputStream stream = files.apply(path)) {
      if (stream == null) {
        return false;
      }
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      XMLStreamReader xml = factory.createXMLStreamReader(stream);
      xml.nextTag();
      while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
        part(xml, includes);
      }
    } catch (IOException | XMLStreamException e) {
      throw new IllegalStateException("Schema file " + path + " cannot be read: " + e, e);
    } catch (RuntimeException e) {
      throw new IllegalStateException("Schema file " + path + ": " + e.getMessage(), e);
    }
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    for (String include : includes) {
      if (!load(folder + include)) {
        throw new IllegalStateException("Schema file " + path + ": there is no " + include);
      }
    }
    return true;
  }

  private void part(XMLStreamReader xml, List<String> includes) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "include" -> {
        includes.add(xml.getAttributeValue(null, "schemaLocation"));
        xml.nextTag();
      }
      case "transaction" -> {
        release = release.within(bound(xml, "minVersion"), bound(xml, "maxVersion"));
        transaction = SchemaPart.read(xml, release);
      }
      default -> {
        SchemaPart part = SchemaPart.read(xml, release);
        if (part != null) {
          types.add(part);
        }
      }
    }
  }

  private static String bound(XMLStreamReader xml, String attribute) {
    String value = xml.getAttributeValue(null, attribute);
    return value == null ? "" : value;
  }
}
