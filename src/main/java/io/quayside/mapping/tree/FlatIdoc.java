package io.quayside.mapping.tree;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.MappingException;
import io.quayside.mapping.Place;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads SAP's flat IDocs as the elements of its XML: one record a line, the control record
 * EDI_DC40, then data records EDI_DD40 with the segment's name in column 1, DOCNUM in column 34 and
 * its fields from column 64 on. Where the fields stand says {@code mappings/idoc/segments.yaml}.
 *
 * <pre>{@code
 * E2EDK02      300000000000001234500000300000002001450000042   ->   <E1EDK02 QUALF="001" BELNR="4500000042"/>
 * }</pre>
 */
final class FlatIdoc {
  private static final String FILE = "mappings/idoc/segments.yaml";
  private static final String CONTROL = "EDI_DC40";
  private static final int DATA = 63;
  private static final int DOCNUM = 33;
  private static final int DOCNUM_END = 49;
  private static final Set<String> DAYS = Set.of("DATUM", "EDATU", "EDATU_OLD");
  private static final String VERSIONS = "mappings/idoc/versions.yaml";
  private static final int DATA_LENGTH = 1000;

  /** What may be cut to its length: words for people. Numbers never are. */
  private static final Set<String> WORDS =
      Set.of("NAME1", "NAME2", "STRAS", "STRS2", "ORT01", "KTEXT", "TDLINE", "KOTXT");

  private static final Map<String, String> UNDER =
      Map.of("E1EDKT2", "E1EDKT1", "E1EDPT2", "E1EDPT1");

  /** One field of a segment; its first column counts from 0. */
  private record Field(String name, int from, int to) {}

  private final ConfigFiles files;
  private final Map<String, List<Field>> segments = new LinkedHashMap<>();

  FlatIdoc(ConfigFiles files) {
    this.files = files;
    try (InputStream in =
        files.open(FILE).orElseThrow(() -> new MappingException("there is no `" + FILE + "`"))) {
      new YAMLMapper()
          .readValue(in, new TypeReference<Map<String, List<String>>>() {})
          .forEach((segment, fields) -> segments.put(segment, fields(segment, fields)));
    } catch (IOException e) {
      throw new MappingException(FILE + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * A root with one element IDOC for each control record.
   *
   * @throws UnreadableDocumentException when a record is cut off or belongs to no IDoc
   */
  TreeElement read(byte[] bytes) throws UnreadableDocumentException {
    TreeElement root = new TreeElement("IDOCS", "");
    TreeElement idoc = null;
    int number = 0;
    for (String record : CsvText.text(bytes).split("\r\n|\n|\r")) {
      number++;
      if (record.isBlank() || record.equals("\u001A")) {
        continue;
      }
      if (record.startsWith(CONTROL)) {
        idoc = new TreeElement("IDOC", "");
        idoc.add(control(record, number));
        root.add(idoc);
      } else if (idoc == null) {
        throw new UnreadableDocumentException(
            "Line %d comes before any control record EDI_DC40. Ask the sender for the whole file."
                .formatted(number));
      } else {
        segment(idoc, record, number);
      }
    }
    return root;
  }

  /** One record a line, with CR LF, of the IDocs of an XML document. */
  String write(TreeElement root) {
    StringBuilder text = new StringBuilder();
    for (TreeElement idoc : root.children("IDOC")) {
      TreeElement control = idoc.child(CONTROL).orElseThrow();
      text.append(values(control)).append("\r\n");
      Numbers numbers = new Numbers(text, control, versions());
      idoc.children().stream()
          .filter(segment -> segment != control)
          .forEach(segment -> write(segment, 0, 2, numbers));
    }
    return text.toString();
  }

  /** Where an IDoc is being written to, and how its segments count. */
  private static final class Numbers {
    private final StringBuilder text;
    private final TreeElement control;
    private final Map<String, String> versions;
    private int last;

    Numbers(StringBuilder text, TreeElement control, Map<String, String> versions) {
      this.text = text;
      this.control = control;
      this.versions = versions;
    }
  }

  private void write(TreeElement segment, int parent, int level, Numbers numbers) {
    int number = ++numbers.last;
    String name = numbers.versions.getOrDefault(segment.name(), segment.name());
    String data = values(segment);
    numbers
        .text
        .append("%-30s%-3s%16s".formatted(name, numbers.control.text("MANDT"), docnum(numbers)))
        .append("%06d%06d%02d".formatted(number, parent, level))
        .append(data)
        .append(" ".repeat(DATA_LENGTH - data.length()))
        .append("\r\n");
    segment.children().forEach(child -> write(child, number, level + 1, numbers));
  }

  private static String docnum(Numbers numbers) {
    return numbers.control.text("DOCNUM");
  }

  private String values(TreeElement segment) {
    List<Field> fields = segments.get(segment.name());
    if (fields == null) {
      throw new MappingException("%s does not know the segment %s".formatted(FILE, segment.name()));
    }
    StringBuilder text = new StringBuilder();
    for (Field field : fields) {
      int length = field.to() - field.from();
      String value = segment.text(field.name());
      if (value.length() > length && !WORDS.contains(field.name())) {
        throw new MappingException(
            "`%s` is longer than the %d characters of %s %s"
                .formatted(value, length, segment.name(), field.name()));
      }
      String fits = value.length() > length ? value.substring(0, length) : value;
      text.append(fits).append(" ".repeat(length - fits.length()));
    }
    return text.toString();
  }

  private Map<String, String> versions() {
    try (InputStream in =
        files
            .open(VERSIONS)
            .orElseThrow(() -> new MappingException("there is no `" + VERSIONS + "`"))) {
      return new YAMLMapper().readValue(in, new TypeReference<Map<String, String>>() {});
    } catch (IOException e) {
      throw new MappingException(VERSIONS + " cannot be read: " + e.getMessage());
    }
  }

  private TreeElement control(String record, int line) throws UnreadableDocumentException {
    TreeElement control = element(CONTROL, record, 0, line);
    if (control.text("MESTYP").isEmpty() || control.text("DOCNUM").isEmpty()) {
      throw new UnreadableDocumentException(
          "Line %d, the control record, has %d characters and names no %s (columns %s). It is cut off: ask the sender for the whole file."
              .formatted(
                  line,
                  record.length(),
                  control.text("DOCNUM").isEmpty() ? "DOCNUM" : "MESTYP",
                  control.text("DOCNUM").isEmpty() ? "14 to 29" : "102 to 131"));
    }
    return control;
  }

  private void segment(TreeElement idoc, String record, int line)
      throws UnreadableDocumentException {
    if (record.length() <= DATA) {
      throw new UnreadableDocumentException(
          "Line %d has %d characters, but a data record has its segment's fields from column %d on. It is cut off: ask the sender for the whole file."
              .formatted(line, record.length(), DATA + 1));
    }
    String document = record.substring(DOCNUM, DOCNUM_END).strip();
    String expected = idoc.child(CONTROL).orElseThrow().text("DOCNUM");
    if (!document.isEmpty() && !same(document, expected)) {
      throw new UnreadableDocumentException(
          "Line %d (columns 34 to 49) belongs to IDoc %s, but stands in IDoc %s. Ask the sender for the file again."
              .formatted(line, document, expected));
    }
    String name = name(record.substring(0, 30).strip());
    TreeElement segment = element(name, record, DATA, line);
    parent(idoc, name).add(segment);
  }

  private static boolean same(String one, String other) {
    return one.replaceFirst("^0+", "").equals(other.replaceFirst("^0+", ""));
  }

  /** {@code E2EDK01005} is version 005 of E1EDK01. */
  private String name(String sent) {
    String name = sent.startsWith("E2") ? "E1" + sent.substring(2) : sent;
    if (!segments.containsKey(name) && name.matches("E1.*\\d{3}")) {
      return name.substring(0, name.length() - 3);
    }
    return TreeElement.selectable(name);
  }

  /** Segments of a line stand in its E1EDP01, texts in the head of the text. */
  private static TreeElement parent(TreeElement idoc, String name) {
    TreeElement line = name.startsWith("E1EDP") ? last(idoc, "E1EDP01") : null;
    TreeElement in = line == null || name.equals("E1EDP01") ? idoc : line;
    TreeElement head = UNDER.containsKey(name) ? last(in, UNDER.get(name)) : null;
    return head == null ? in : head;
  }

  private static TreeElement last(TreeElement in, String name) {
    List<TreeElement> all = in.children(name);
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  private TreeElement element(String name, String record, int offset, int line) {
    TreeElement element = new TreeElement(name, "");
    List<Field> fields = segments.get(name);
    if (fields == null) {
      element.set("SDATA", record.substring(offset), new Place("SDATA", line, -1));
      return element;
    }
    for (Field field : fields) {
      int from = offset + field.from();
      int to = Math.min(record.length(), offset + field.to());
      String text = from < to ? record.substring(from, to).strip() : "";
      if (!text.isEmpty() && !nothing(field.name(), text)) {
        String columns = "%s, column %d".formatted(field.name(), from + 1);
        element.set(field.name(), text, new Place(columns, line, -1));
      }
    }
    return element;
  }

  /** A day of zeros is SAP's way to write none, and so is the midnight beside it. */
  private static boolean nothing(String field, String text) {
    return (DAYS.contains(field) || field.equals("UZEIT")) && text.matches("0+");
  }

  private static List<Field> fields(String segment, List<String> said) {
    List<Field> fields = new ArrayList<>();
    int at = 0;
    for (String one : said) {
      String[] parts = one.strip().split(" ");
      if (parts.length != 2 || !parts[1].matches("[1-9]\\d{0,3}")) {
        throw new MappingException(
            "%s: `%s` of %s is no field with its length".formatted(FILE, one, segment));
      }
      int to = at + Integer.parseInt(parts[1]);
      fields.add(new Field(parts[0], at, to));
      at = to;
    }
    return List.copyOf(fields);
  }
}
