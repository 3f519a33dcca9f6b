package io.quayside.intake.extract;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.MappingException;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of {@code mappings/extract/labels.yaml} and the columns of {@code csv/headers.yaml}.
 */
final class Vocabulary {
  private static final String FILE = "mappings/extract/labels.yaml";
  private static final String HEADERS = "mappings/csv/headers.yaml";
  private static final int LONGEST = 6;

  private static final Set<String> FIELDS =
      Set.of(
          "po-number",
          "po-date",
          "requested-delivery",
          "requested-ship",
          "cancel-after",
          "ship-to",
          "bill-to",
          "buyer",
          "seller",
          "buyer-contact",
          "buyer-phone",
          "buyer-email",
          "terms",
          "incoterm",
          "ship-via",
          "currency",
          "total",
          "subtotal",
          "carried",
          "tax",
          "charges",
          "note",
          "other");
  private static final Set<String> COLUMNS =
      Set.of(
          "line-number",
          "vendor-item",
          "buyer-item",
          "gtin",
          "description",
          "quantity",
          "unit",
          "price",
          "price-per",
          "amount",
          "line-requested-delivery",
          "discount",
          "tax",
          "other");

  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, List<String>> columns = new HashMap<>();
  private final Map<String, String> line = new HashMap<>();
  private final Map<String, String> units = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, String> months = new HashMap<>();
  private final Map<String, String> states = new HashMap<>();
  private final Map<String, String> streets = new HashMap<>();
  private final Map<String, String> titles = new HashMap<>();
  private final Set<String> taught = new HashSet<>();

  Vocabulary(ConfigFiles files) {
    YAMLMapper yaml = new YAMLMapper();
    Map<String, Map<String, List<String>>> words =
        read(files, FILE, yaml, new TypeReference<Map<String, Map<String, List<String>>>>() {});
    single(words, "fields", fields);
    single(words, "line", line);
    single(words, "units", units);
    single(words, "countries", countries);
    single(words, "months", months);
    single(words, "states", states);
    single(words, "addresses", streets);
    single(words, "titles", titles);
    words.getOrDefault("columns", Map.of()).forEach(this::column);
    Map<String, List<String>> headers =
        read(files, HEADERS, yaml, new TypeReference<Map<String, List<String>>>() {});
    headers.forEach(
        (ours, theirs) -> {
          if (words.getOrDefault("columns", Map.of()).containsKey(ours)) {
            column(ours, theirs);
          }
        });
  }

  /** With what a sender's template says, which goes before. */
  private Vocabulary(Vocabulary base, Template template) {
    fields.putAll(base.fields);
    line.putAll(base.line);
    units.putAll(base.units);
    units.putAll(template.units());
    countries.putAll(base.countries);
    months.putAll(base.months);
    states.putAll(base.states);
    streets.putAll(base.streets);
    titles.putAll(base.titles);
    columns.putAll(base.columns);
    fields.putAll(template.fields());
    taught.addAll(template.fields().keySet());
    template.columns().forEach((heading, meaning) -> columns.put(heading, List.of(meaning)));
  }

  static boolean isField(String name) {
    return FIELDS.contains(name);
  }

  static boolean isColumn(String name) {
    return COLUMNS.contains(name);
  }

  Vocabulary with(Template template) {
    return new Vocabulary(this, template);
  }

  private static <T> T read(
      ConfigFiles files, String name, YAMLMapper yaml, TypeReference<T> type) {
    try (InputStream in =
        files.open(name).orElseThrow(() -> new MappingException("there is no `" + name + "`"))) {
      return yaml.readValue(in, type);
    } catch (IOException e) {
      throw new MappingException(name + " cannot be read: " + e.getMessage());
    }
  }

  private static void single(
      Map<String, Map<String, List<String>>> words, String section, Map<String, String> into) {
    words
        .getOrDefault(section, Map.of())
        .forEach((ours, theirs) -> theirs.forEach(name -> into.putIfAbsent(plain(name), ours)));
  }

  private void column(String ours, List<String> theirs) {
    for (String name : theirs) {
      List<String> all = columns.computeIfAbsent(plain(name), key -> new ArrayList<>());
      if (!all.contains(ours)) {
        all.add(ours);
      }
    }
  }

  /** Lower case without accents, {@code P.O. #} as {@code po no}. */
  static String plain(String text) {
    String folded =
        Normalizer.normalize(text.replace("°", "o").replace("ß", "ss"), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\b([a-z])\\.(?=[a-z]\\.)", "$1")
            .replace("#", " no ")
            .replaceAll("[^a-z0-9%&]+", " ")
            .replace("&", " ")
            .strip()
            .replaceAll("\\s+", " ");
    return folded;
  }

  /** The field that a whole text names. */
  Optional<String> field(String text) {
    return Optional.ofNullable(fields.get(plain(text)));
  }

  Optional<String> lineField(String text) {
    return Optional.ofNullable(line.get(plain(text)));
  }

  /** What a column of that heading may hold, best first; currencies in it do not count. */
  List<String> column(String heading) {
    String plain = plain(heading);
    List<String> found = columns.get(plain);
    if (found == null) {
      String bare =
          plain(
              heading
                  .replaceAll("\\([^)]*\\)|\\[[^]]*]", " ")
                  .replaceAll("(?i)\\b(?:in |en )?(?:EUR|USD|GBP|CHF|CAD|MXN)\\b|\\p{Sc}", " "));
      found = columns.get(bare);
    }
    return found == null ? List.of() : found;
  }

  Optional<String> unit(String text) {
    return Optional.ofNullable(units.get(plain(text)));
  }

  Optional<String> country(String text) {
    return Optional.ofNullable(countries.get(plain(text)));
  }

  /** {@code TX} for Texas. */
  Optional<String> state(String text) {
    return Optional.ofNullable(states.get(plain(text)));
  }

  /** Does it name a street: {@code Uravan St.}, {@code Market Street, Suite 5}? */
  boolean street(String text) {
    return Arrays.stream(plain(text).split(" ")).skip(1).anyMatch(streets::containsKey);
  }

  /** What kind of document a title names: {@code order}, {@code invoice}. */
  Optional<String> title(String text) {
    return Optional.ofNullable(titles.get(plain(text)));
  }

  Optional<Integer> month(String text) {
    return Optional.ofNullable(months.get(plain(text))).map(Integer::valueOf);
  }

  /** A label at the start of words. */
  record Match(String field, int words, boolean colon, boolean taught) {}

  /** The longest label that starts at a word. */
  Optional<Match> labelAt(List<Word> words, int from, boolean withinLine) {
    Map<String, String> names = withinLine ? line : fields;
    Optional<Match> found = Optional.empty();
    StringBuilder text = new StringBuilder();
    for (int i = from; i < Math.min(words.size(), from + LONGEST); i++) {
      String word = words.get(i).text();
      int colon = word.indexOf(':');
      text.append(' ').append(word);
      String plain = plain(text.toString());
      String field = names.get(plain);
      if (field != null && (colon < 0 || colon == word.length() - 1)) {
        boolean followed = colon >= 0 || bareColon(words, i + 1);
        boolean learned = !withinLine && taught.contains(plain);
        found = Optional.of(new Match(field, i - from + 1, followed, learned));
      }
      if (colon >= 0) {
        break;
      }
    }
    return found;
  }

  private static boolean bareColon(List<Word> words, int at) {
    return at < words.size() && words.get(at).text().equals(":");
  }
}
