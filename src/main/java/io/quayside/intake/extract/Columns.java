package io.quayside.intake.extract;

import io.quayside.intake.extract.Heading.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which column holds what, decided by the headings and by what stands below them. */
final class Columns {
  private static final Set<String> ITEMS = Set.of("vendor-item", "buyer-item");
  private final Map<String, Integer> columns = new HashMap<>();

  static Columns of(Heading heading, List<TableLine> lines) {
    Columns made = new Columns();
    List<Column> all = heading.columns();
    boolean described = all.stream().anyMatch(one -> first(one).equals("description"));
    for (int i = 0; i < all.size(); i++) {
      Column column = all.get(i);
      int index = i;
      if (column.may("line-number") && !made.columns.containsKey("line-number")) {
        boolean counts = counts(lines, index, column.names().size() > 1);
        boolean others =
            all.stream()
                .anyMatch(
                    one ->
                        one != column
                            && (one.may("description")
                                || one.may("vendor-item")
                                || one.may("buyer-item")));
        if (counts && others || column.names().size() == 1) {
          made.columns.put("line-number", index);
          continue;
        }
      }
      String name =
          column.names().stream()
              .filter(one -> !one.equals("line-number") && !made.columns.containsKey(one))
              .findFirst()
              .orElse(null);
      if (name == null) {
        continue;
      }
      if (ITEMS.contains(name) && !described && wordy(lines, index)) {
        made.columns.put("description", index);
        described = true;
        continue;
      }
      made.columns.put(name, index);
    }
    if (!made.columns.containsKey("quantity")) {
      made.columns.clear();
    }
    return made;
  }

  private static String first(Column column) {
    return column.names().isEmpty() ? "" : column.names().get(0);
  }

  /**
   * 1, 2, 3 or 10, 20, 30.
   *
   * @param strict from its first step on, because the heading may mean an item's number too
   */
  private static boolean counts(List<TableLine> lines, int column, boolean strict) {
    long last = -1;
    int seen = 0;
    for (TableLine line : lines) {
      String text = line.text(column).replaceAll("[.)]$", "");
      if (text.isEmpty()) {
        continue;
      }
      if (!text.matches("[0-9]{1,6}")
          || Long.parseLong(text) <= last
          || strict && seen == 0 && !text.matches("0*(?:10{0,3}|5)")
          || Long.parseLong(text) > 10_000 * (seen + 1L)) {
        return false;
      }
      last = Long.parseLong(text);
      seen++;
    }
    return seen > 0;
  }

  private static boolean wordy(List<TableLine> lines, int column) {
    long several = lines.stream().filter(line -> line.first(column).size() > 1).count();
    return several * 2 > lines.size();
  }

  boolean has(String name) {
    return columns.containsKey(name);
  }

  List<Word> words(TableLine line, String name) {
    Integer column = columns.get(name);
    return column == null ? List.of() : line.cells.getOrDefault(column, List.of());
  }

  String text(TableLine line, String name) {
    return TableLine.text(words(line, name));
  }

  /** The heading's own words, "" when there is no such column. */
  String heading(Heading heading, String name) {
    Integer column = columns.get(name);
    return column == null ? "" : heading.columns().get(column).text();
  }
}
