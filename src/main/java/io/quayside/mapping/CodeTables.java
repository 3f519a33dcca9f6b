package io.quayside.mapping;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Our words for a standard's codes, from {@code codes.yaml} beside a mapping: table, code, word.
 */
final class CodeTables {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private CodeTables() {}

  /** The tables of the folder the mapping stands in; none when there is no file. */
  static Map<String, Map<String, String>> beside(ConfigFiles files, String mapping) {
    String path = "mappings/" + mapping.substring(0, mapping.lastIndexOf('/') + 1) + "codes.yaml";
    Optional<InputStream> file = files.open(path);
    if (file.isEmpty()) {
      return Map.of();
    }
    try (InputStream in = file.get()) {
      return YAML.readValue(in, new TypeReference<Map<String, Map<String, String>>>() {});
    } catch (IOException e) {
      throw new MappingException(
          files.origin(path)
              + " is no file of code tables (table: {code: word}): "
              + e.getMessage(),
          e);
    }
  }

  /** A partner's words come before ours, code by code. */
  static Map<String, Map<String, String>> merge(
      Map<String, Map<String, String>> ours, Map<String, Map<String, String>> theirs) {
    Map<String, Map<String, String>> merged = new LinkedHashMap<>(ours);
    theirs.forEach(
        (table, words) -> {
          Map<String, String> sum = new LinkedHashMap<>(merged.getOrDefault(table, Map.of()));
          sum.putAll(words);
          merged.put(table, sum);
        });
    return merged;
  }
}
