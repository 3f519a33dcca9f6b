package io.quayside.mapping.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.MappingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the values of a fixed-width file stand: {@code mappings/…/<name>.layout.yaml}. Columns
 * count from 1, as in the sender's own description.
 *
 * @param name of the file, without its end
 * @param type where each record says what it is
 * @param sender the head's field that says who sends, null when none does
 * @param records by what they call themselves
 */
record Layout(
    String name, Span type, String encoding, String sender, Map<String, RecordType> records) {
  static final String END = ".layout.yaml";
  private static final Pattern FIELD =
      Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?(?: +(implied \\d|comma|cut|[yMd./-]{6,10}))?");
  private static final Set<String> KEYS = Set.of("type", "encoding", "sender", "records");

  /** In which files by it are written. */
  Charset charset() {
    return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
  }

  /** What a record is of an order. */
  enum Kind {
    HEAD,
    LINE,
    MORE,
    END
  }

  /** Columns, the first counted from 0, the last one not in it. */
  record Span(int from, int to) {
    String words() {
      return to == from + 1 ? "column " + to : "columns %d to %d".formatted(from + 1, to);
    }
  }

  /**
   * @param format null for text; {@code cut} where what we write may be shortened, {@code implied
   *     2}, {@code comma} or a date such as {@code ddMMyyyy}
   */
  record Field(String name, Span span, String format) {}

  record RecordType(Kind kind, List<Field> fields) {}

  /** Every layout of the configuration, in the order of their names. */
  static List<Layout> all(ConfigFiles files) {
    return files.list("mappings/").stream()
        .filter(path -> path.endsWith(END))
        .sorted()
        .map(path -> read(files, path))
        .toList();
  }

  private static Layout read(ConfigFiles files, String path) {
    try (InputStream in = files.open(path).orElseThrow()) {
      JsonNode file = new YAMLMapper().readTree(in);
      for (Iterator<String> names = file.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!KEYS.contains(name)) {
          throw wrong(path, "`%s` is not known here; known are %s".formatted(name, KEYS));
        }
      }
      Map<String, RecordType> records = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> one : file.path("records").properties()) {
        records.put(one.getKey(), type(path, one.getKey(), one.getValue()));
      }
      for (Kind kind : List.of(Kind.HEAD, Kind.LINE)) {
        if (records.values().stream().noneMatch(one -> one.kind() == kind)) {
          throw wrong(path, "no record has `is: %s`".formatted(kind.name().toLowerCase()));
        }
      }
      String name = path.substring(path.lastIndexOf('/') + 1, path.length() - END.length());
      return new Layout(
          name,
          span(path, "type", file.path("type").asText()).span(),
          file.path("encoding").asText(null),
          file.path("sender").asText(null),
          records);
    } catch (IOException e) {
      throw wrong(path, "it cannot be read: " + e.getMessage());
    }
  }

  private static RecordType type(String path, String name, JsonNode said) {
    Kind kind;
    try {
      kind = Kind.valueOf(said.path("is").asText().toUpperCase());
    } catch (IllegalArgumentException e) {
      throw wrong(
          path,
          "record %s: `is: %s` must be head, line, more or end"
              .formatted(name, said.path("is").asText()));
    }
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> one : said.path("fields").properties()) {
      fields.add(span(path, one.getKey(), one.getValue().asText()));
    }
    return new RecordType(kind, List.copyOf(fields));
  }

  private static Field span(String path, String name, String said) {
    Matcher matcher = FIELD.matcher(said.strip());
    if (!matcher.matches()) {
      throw wrong(
          path,
          "`%s: %s` must be columns, such as 2-16, and may have a format: implied 2, comma, cut or yyyyMMdd"
              .formatted(name, said));
    }
    int from = Integer.parseInt(matcher.group(1));
    int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
    if (from < 1 || to < from) {
      throw wrong(path, "`%s: %s`: columns count from 1 and go up".formatted(name, said));
    }
    return new Field(name, new Span(from - 1, to), matcher.group(3));
  }

  private static MappingException wrong(String path, String why) {
    return new MappingException("%s: %s.".formatted(path, why));
  }
}
