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

  /** The words on the cell's first row, without what hangs below. */
  List<Word> first(int column) {
    List<Word> all = cells.getOrDefault(column, List.of());
    return all.stream().filter(word -> word.top() - all.get(0).top() < 0.4 * height(all)).toList();
  }

  private static double height(List<Word> words) {
    return Math.max(1e-6, words.get(0).bottom() - words.get(0).top());
  }

  String text(int column) {
    return text(cells.getOrDefault(column, List.of()));
  }

  static String text(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }
}
