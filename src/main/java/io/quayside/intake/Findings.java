package io.quayside.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.edi.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Findings as sentences: all as JSON for the record, the first ones as text for the work list. */
@Component
class Findings {

  private static final int SHOWN = 10;
  private static final int STORED = 200;

  private final ObjectMapper json;

  Findings(ObjectMapper json) {
    this.json = json;
  }

  static List<String> sentences(Collection<Finding> findings) {
    return findings.stream().map(Finding::sentence).toList();
  }

  /** The gravest findings first, for a person. */
  static String text(Collection<Finding> findings) {
    List<String> sentences =
        findings.stream()
            .filter(finding -> finding.severity() != Finding.Severity.NOTE)
            .sorted((a, b) -> b.severity().compareTo(a.severity()))
            .map(Finding::sentence)
            .toList();
    return limited(sentences, SHOWN, "\n");
  }

  /** A JSON array of sentences; null when there are none. */
  String json(List<String> sentences) {
    if (sentences.isEmpty()) {
      return null;
    }
    List<String> stored = new ArrayList<>(sentences.subList(0, Math.min(STORED, sentences.size())));
    if (sentences.size() > STORED) {
      stored.add("… and %d more".formatted(sentences.size() - STORED));
    }
    return write(stored);
  }

  /** The sentences of a record; none when it has none. */
  List<String> read(String stored) {
    if (stored == null) {
      return List.of();
    }
    try {
      return json.readValue(stored, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored findings are damaged", e);
    }
  }

  /** Any value as JSON. */
  String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON", e);
    }
  }

  private static String limited(List<String> sentences, int most, String between) {
    String text = String.join(between, sentences.subList(0, Math.min(most, sentences.size())));
    return sentences.size() > most
        ? text + between + "… and %d more".formatted(sentences.size() - most)
        : text;
  }
}
