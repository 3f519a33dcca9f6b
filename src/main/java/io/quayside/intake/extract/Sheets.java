package io.quayside.intake.extract;

import io.quayside.intake.extract.Paper.Page;
import io.quayside.mapping.tree.TableRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The cells of a sheet out of its words. */
final class Sheets {

  private Sheets() {}

  static List<TableRow> rows(Page sheet) {
    SortedMap<Integer, Map<String, List<Word>>> rows = new TreeMap<>();
    for (Row row : sheet.rows()) {
      Map<String, List<Word>> cells =
          rows.computeIfAbsent((int) row.top(), key -> new LinkedHashMap<>());
      for (Word word : row.words()) {
        cells.computeIfAbsent(word.where(), key -> new ArrayList<>()).add(word);
      }
    }
    return rows.entrySet().stream().map(row -> row(row.getKey() + 1, row.getValue())).toList();
  }

  private static TableRow row(int number, Map<String, List<Word>> cells) {
    List<String> texts = new ArrayList<>();
    List<String> places = new ArrayList<>();
    cells.forEach(
        (where, words) -> {
          int column = Grid.column(words.get(0));
          int missing = Math.max(0, column + 1 - texts.size());
          texts.addAll(Collections.nCopies(missing, ""));
          places.addAll(Collections.nCopies(missing, ""));
          texts.set(column, TableLine.text(words));
          places.set(column, where);
        });
    return new TableRow(number, texts, places);
  }
}
