package io.quayside.mapping.tree;

import io.quayside.mapping.Place;
import java.util.List;

/**
 * A row of a table.
 *
 * @param line that it begins on, or its number in the sheet; from 1
 * @param cells from the left, "" where nothing stands
 * @param places of the cells, {@code Orders!B7}; none in a text, where the column's name says it
 */
public record TableRow(int line, List<String> cells, List<String> places) {

  /** A row of a text. */
  TableRow(int line, List<String> cells) {
    this(line, cells, List.of());
  }

  String cell(int column) {
    return column >= 0 && column < cells.size() ? cells.get(column) : "";
  }

  Place place(int column, String name) {
    return places.isEmpty()
        ? new Place(name, line, -1)
        : new Place(column < places.size() ? places.get(column) : name, 0, -1);
  }
}
