package io.quayside.mapping.tree;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.MappingException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Writes what a template yields as a table, in fixed columns, or as a flat IDoc. The template names
 * values only; separators, quotation marks and columns are written here. Safe for threads.
 */
public final class FlatFiles {
  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

  /** What a spreadsheet would take for a formula; numbers are none. */
  private static final Pattern FORMULA =
      Pattern.compile("(?s)[=+@\\t\\uFF1D\\uFF0B\\uFF20\\uFF0D-](?![0-9.]*$).*");

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private final ConfigFiles files;

  public FlatFiles(ConfigFiles files) {
    this.files = files;
  }

  /** An element of the second level with its attributes in order. */
  private record Row(String name, Map<String, String> values) {}

  /**
   * A table with a header line: {@code <table><row PO="4500" SKU="W-001"/></table>}. UTF-8, lines
   * end with CR LF. A text that a spreadsheet would run gets an apostrophe before it.
   *
   * @throws MappingException when the rows do not have the same columns
   */
  public static byte[] table(String xml, char separator) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(separator)
            .lineDelimiter(LineDelimiter.CRLF)
            .build(text)) {
      List<String> columns = null;
      for (Row row : rows(xml)) {
        List<String> here = List.copyOf(row.values().keySet());
        if (columns == null) {
          columns = here;
          csv.writeRecord(columns);
        } else if (!columns.equals(here)) {
          throw new MappingException(
              "The template's rows have different columns: %s and %s".formatted(columns, here));
        }
        csv.writeRecord(row.values().values().stream().map(FlatFiles::cell).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Records by a layout: {@code <file><H1 po-number="4500"/></file>}; elements are its records,
   * attributes its fields. Lines end with CR LF.
   *
   * @param layout the name of its file
   * @throws MappingException when a value does not fit its columns
   */
  public byte[] fixedWidth(String xml, String layout) {
    Layout known =
        Layout.all(files).stream()
            .filter(one -> one.name().equals(layout))
            .findFirst()
            .orElseThrow(
                () ->
                    new MappingException(
                        "There is no layout mappings/…/%s%s".formatted(layout, Layout.END)));
    StringBuilder text = new StringBuilder();
    for (Row row : rows(xml)) {
      text.append(FixedColumns.record(known, row.name(), row.values())).append("\r\n");
    }
    return text.toString().getBytes(known.charset());
  }

  /**
   * Flat IDocs of IDocs in XML.
   *
   * @throws MappingException when a value does not fit its field
   */
  public byte[] idoc(String xml) {
    try {
      TreeElement root = XmlTree.read(xml.getBytes(StandardCharsets.UTF_8));
      return new FlatIdoc(files).write(root).getBytes(StandardCharsets.UTF_8);
    } catch (UnreadableDocumentException e) {
      throw new MappingException("The template yields no IDoc: " + e.getMessage());
    }
  }

  private static String cell(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  private static List<Row> rows(String xml) {
    List<Row> rows = new ArrayList<>();
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(xml.strip()));
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT && ++depth == 2) {
          Map<String, String> values = new LinkedHashMap<>();
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            values.put(reader.getAttributeLocalName(i), plain(reader.getAttributeValue(i)));
          }
          rows.add(new Row(reader.getLocalName(), values));
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
    } catch (XMLStreamException e) {
      throw new MappingException("The template yields no well-formed XML: " + e.getMessage(), e);
    }
    return rows;
  }

  private static String plain(String value) {
    return value.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
