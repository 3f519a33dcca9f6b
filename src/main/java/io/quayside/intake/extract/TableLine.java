package io.quayside.intake.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A line of the table as it stands on the paper: words by column index, and what stands below. */
final class TableLine {
  final Map<Integer, List<Word>> cells = new LinkedHashMap<>();
  final Map<String, List<Word>> labelled = new LinkedHashMap<>();
  final List<List<Word>> notes = new ArrayList<>();
  Row last;

  void add(Map<Integer, List<Word>> more) {
    more.forEach(
        (column, words) -> cells.computeIfAbsent(column, key -> new ArrayList<>()).addAll(words));
  }

  String text(int column) {
    return text(cells.getOrDefault(column, List.of()));
  }

  static String text(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }
}
