package io.quayside.intake.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A template as the file of a person: {@code mappings/partners/<partner>/<layout>.template.yaml}.
 */
public final class TemplateFile {
  private static final String OPENING =
      """
      # Learned from what persons corrected and confirmed. Headings and labels are without case, accents and signs.
      # fields: label: field of mappings/extract/labels.yaml; columns: heading: column of it; other: means nothing.
      """;
  private static final Pattern LAYOUT = Pattern.compile("(pdf|workbook|html|text)-[0-9a-f]{8}");
  private static final int MOST_ITEMS = 2000;
  private static final int MOST = 200;
  private static final int LONGEST = 200;
  private static final int LARGEST = 1_000_000;
  private static final Set<String> KNOWN =
      Set.of(
          "layout",
          "headings",
          "labels",
          "fields",
          "columns",
          "units",
          "dates",
          "decimals",
          "poNumbers",
          "items");
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(10).build())
              .build());

  private TemplateFile() {}

  /** Is it a name that a layout may have? Nothing else ever becomes part of a path. */
  public static boolean named(String layout) {
    return LAYOUT.matcher(layout).matches();
  }

  /** The whole file. */
  public static String write(Template template) {
    ObjectNode file = YAML.createObjectNode();
    file.put("layout", template.layout());
    texts(file.putArray("headings"), template.headings());
    texts(file.putArray("labels"), template.labels());
    map(file.putObject("fields"), template.fields());
    map(file.putObject("columns"), template.columns());
    map(file.putObject("units"), template.units());
    if (template.dayFirst() != null) {
      file.put("dates", template.dayFirst() ? "day-first" : "month-first");
    }
    if (template.decimal() != null) {
      file.put("decimals", template.decimal() == ',' ? "comma" : "point");
    }
    texts(file.putArray("poNumbers"), template.poNumbers());
    map(file.putObject("items"), template.items());
    try {
      return OPENING + YAML.writeValueAsString(file);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a template is texts", e);
    }
  }

  private static void texts(ArrayNode into, List<String> texts) {
    texts.forEach(into::add);
  }

  private static void map(ObjectNode into, Map<String, String> map) {
    map.forEach(into::put);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException with what is wrong, in words
   */
  public static Template read(String layout, String text) {
    if (text.length() > LARGEST) {
      throw wrong("it has more than %d characters", LARGEST);
    }
    JsonNode file;
    try {
      file = YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw wrong("it is no YAML: %s", e.getOriginalMessage());
    }
    file.fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name)) {
                throw wrong("`%s` is none of %s", name, KNOWN.stream().sorted().toList());
              }
            });
    String name = file.path("layout").asText();
    if (!named(name) || !name.equals(layout)) {
      throw wrong("layout `%s` is not `%s`, the name of the file", name, layout);
    }
    return new Template(
        name,
        name.substring(0, name.indexOf('-')),
        list(file, "headings", any -> true),
        list(file, "labels", any -> true),
        map(file, "fields", MOST, Vocabulary::isField),
        map(file, "columns", MOST, Vocabulary::isColumn),
        map(file, "units", MOST, code -> code.matches("[A-Z0-9]{1,3}")),
        choice(file, "dates", "day-first", "month-first"),
        decimal(choice(file, "decimals", "comma", "point")),
        list(file, "poNumbers", form -> form.equals(Template.form(form))),
        map(file, "items", MOST_ITEMS, any -> true));
  }

  private static Character decimal(Boolean comma) {
    return comma == null ? null : Character.valueOf(comma ? ',' : '.');
  }

  private static Boolean choice(JsonNode file, String name, String yes, String no) {
    String text = file.path(name).asText("");
    if (!text.isEmpty() && !text.equals(yes) && !text.equals(no)) {
      throw wrong("%s `%s` is neither %s nor %s", name, text, yes, no);
    }
    return text.isEmpty() ? null : Boolean.valueOf(text.equals(yes));
  }

  private static List<String> list(JsonNode file, String name, Predicate<String> allowed) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : file.path(name)) {
      texts.add(checked(name, one, allowed));
    }
    if (texts.size() > MOST) {
      throw wrong("%s has more than %d entries", name, MOST);
    }
    return texts;
  }

  private static Map<String, String> map(
      JsonNode file, String name, int most, Predicate<String> allowed) {
    Map<String, String> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : file.path(name).properties()) {
      if (one.getKey().isBlank() || one.getKey().length() > LONGEST) {
        throw wrong("%s has a name that is empty or longer than %d", name, LONGEST);
      }
      map.put(one.getKey(), checked(name + "." + one.getKey(), one.getValue(), allowed));
    }
    if (map.size() > most) {
      throw wrong("%s has more than %d entries", name, most);
    }
    return map;
  }

  private static String checked(String where, JsonNode value, Predicate<String> allowed) {
    String text = value.asText("");
    if (!value.isValueNode() || text.length() > LONGEST || !allowed.test(text)) {
      throw wrong("%s: `%s` is not allowed there", where, text);
    }
    return text;
  }

  private static IllegalArgumentException wrong(String words, Object... values) {
    return new IllegalArgumentException(words.formatted(values));
  }
}
