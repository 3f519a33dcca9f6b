package io.quayside.intake.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A paper whose order lines stand on one row each, below their headings.
 *
 * @param made the rows that are not printed so, each with the printed rows it was made of
 */
record Straightened(Paper paper, Map<Row, List<Row>> made) {

  static Straightened of(Paper paper, Vocabulary words) {
    Straightened rows = new TwoRowTable(words).straightened(paper);
    return rows.made().isEmpty() ? new ShiftedColumns(words).straightened(paper) : rows;
  }

  /** The rows as they are printed. */
  Set<Row> printed(Set<Row> rows) {
    Set<Row> printed = new HashSet<>();
    rows.forEach(row -> printed.addAll(made.getOrDefault(row, List.of(row))));
    return printed;
  }
}
