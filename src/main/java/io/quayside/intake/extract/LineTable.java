package io.quayside.intake.extract;

import io.quayside.intake.extract.Heading.Column;
import io.quayside.intake.extract.Paper.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the lines of an order: a heading, and the rows below it over all pages. */
final class LineTable {
  private static final Set<String> ENDS = Set.of("total", "tax", "charges");
  private static final Set<String> PARTIES = Set.of("ship-to", "bill-to", "buyer", "seller");

  private final Vocabulary words;
  private final List<TableLine> lines = new ArrayList<>();
  private final Set<Row> used = new HashSet<>();
  private Heading heading;
  private Cells columns;
  private TableLine current;
  private List<Word> waiting = new ArrayList<>();
  private Row address;
  private boolean ended;

  LineTable(Vocabulary words) {
    this.words = words;
  }

  List<TableLine> lines() {
    return lines;
  }

  /** The rows that are heading or lines, so nothing else is looked for in them. */
  Set<Row> used() {
    return used;
  }

  /** Null when there is no table. */
  Heading heading() {
    return heading;
  }

  LineTable read(Paper paper) {
    Straightened straight = Straightened.of(paper, words);
    for (Page page : straight.paper().pages()) {
      if (ended) {
        repeated(page.rows());
      } else {
        page(page.rows());
      }
    }
    Set<Row> printed = straight.printed(used);
    used.clear();
    used.addAll(printed);
    return this;
  }

  /** Headings printed again where no line follows. */
  private void repeated(List<Row> rows) {
    int first = heading.again(rows, words);
    if (first >= 0) {
      int last = Heading.at(rows, first, words).orElseThrow().last();
      used.addAll(rows.subList(first, last + 1));
    }
  }

  /** Below the repeated heading, unless a priced line stands above it. */
  private int first(List<Row> rows) {
    int again = heading == null ? -1 : heading.again(rows, words);
    boolean above =
        again > 0
            && rows.subList(0, again).stream()
                .map(columns::of)
                .anyMatch(
                    cells ->
                        columns.has(cells, "quantity", true) && columns.has(cells, "price", true));
    return above ? 0 : Math.max(0, again);
  }

  private void page(List<Row> rows) {
    boolean begun = false;
    address = null;
    int gap = 0;
    for (int i = first(rows); i < rows.size() && !ended; i++) {
      Optional<Heading> next = Heading.at(rows, i, words);
      if (next.isPresent() && (heading == null || heading.like(next.get()))) {
        boolean begins = heading == null;
        heading = next.get();
        List<Row> below = rows.subList(heading.last() + 1, rows.size());
        columns = begins ? Cells.below(heading, below, words) : columns.under(heading);
        rows.subList(i, heading.last() + 1).forEach(used::add);
        i = heading.last();
        begun = true;
        gap = 0;
        continue;
      }
      if (heading == null) {
        continue;
      }
      Row row = rows.get(i);
      Map<Integer, List<Word>> cells = columns.of(row);
      if (begun && (ends(row) || address(cells, row))) {
        continue;
      }
      if (begins(cells, row)) {
        begun = true;
        gap = 0;
        begin(cells, row);
      } else if (begun && current != null && gap < 3) {
        gap = more(cells, row, i + 1 < rows.size() ? rows.get(i + 1) : null) ? 0 : gap + 1;
      } else if (begun && current == null) {
        waiting.addAll(row.words());
      }
    }
  }

  /** Subtotals and page totals are passed over; the total ends the table. */
  private boolean ends(Row row) {
    Item first = Item.of(row, words, false).get(0);
    if (!first.labelled()) {
      return false;
    }
    boolean number = row.words().stream().anyMatch(word -> Amounts.digits(word.text()).isPresent());
    boolean wordy =
        first.value().stream().filter(word -> word.text().matches("\\p{L}{4,}")).count() > 2;
    if (wordy) {
      return false;
    }
    boolean lineStart =
        first.left() < heading.columns().get(0).right()
            && heading.columns().get(0).may("description");
    if (first.field().equals("carried") || first.field().equals("subtotal")) {
      current = null;
      return number || first.field().equals("carried");
    }
    if (ENDS.contains(first.field()) && (number || !lineStart) && !quantity(columns.of(row))) {
      ended = first.field().equals("total") || first.field().equals("tax");
      current = null;
      return true;
    }
    return false;
  }

  /**
   * A party's label below lines, and what follows it without an empty line: {@code 12 Industrial
   * Park} is no line with a quantity of 1. A real line has its number, unit or price too.
   */
  private boolean address(Map<Integer, List<Word>> cells, Row row) {
    boolean label =
        Item.of(row, words, false).stream()
            .anyMatch(item -> item.labelled() && PARTIES.contains(item.field()));
    boolean goesOn = address != null && row.follows(address);
    boolean line =
        columns.has(cells, "quantity", true)
            && (columns.has(cells, "price", true)
                || columns.numbered(cells)
                || columns.unit(cells));
    address = (label || goesOn) && !line ? row : null;
    return address != null;
  }

  private boolean quantity(Map<Integer, List<Word>> cells) {
    return columns.has(cells, "quantity", true)
        && (columns.has(cells, "price", true) || columns.has(cells, "unit", false));
  }

  /** A row with a quantity and something ordered, or with a line number and something ordered. */
  private boolean begins(Map<Integer, List<Word>> cells, Row row) {
    boolean item =
        columns.has(cells, "description", false)
            || columns.has(cells, "vendor-item", false)
            || columns.has(cells, "buyer-item", false)
            || columns.has(cells, "gtin", false);
    boolean quantity = columns.has(cells, "quantity", true);
    boolean open = current != null && !columns.has(current.cells, "quantity", true);
    if (open && quantity && !columns.numbered(cells) || columns.unlike(cells)) {
      return false;
    }
    return quantity && (item || columns.has(cells, "price", true))
        || item && columns.numbered(cells) && row.words().size() > 1;
  }

  private void begin(Map<Integer, List<Word>> cells, Row row) {
    current = new TableLine();
    if (!waiting.isEmpty()) {
      current.notes.add(waiting);
      waiting = new ArrayList<>();
    }
    current.add(cells);
    current.last = row;
    lines.add(current);
    used.add(row);
  }

  /** What stands below a line: the rest of its cells, labelled values, or a note. */
  private boolean more(Map<Integer, List<Word>> cells, Row row, Row next) {
    if (row.top() - current.last.top() > 5 * Math.max(row.height(), current.last.height())
        && row.height() > 2) {
      return false;
    }
    List<Item> items = Item.of(row, words, true);
    List<Word> rest = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      Optional<String> label = words.lineField(TableLine.text(item.value()));
      if (!item.labelled() && label.isPresent() && i + 1 < items.size()) {
        current.labelled.putIfAbsent(label.get(), items.get(++i).value());
      } else if (item.labelled() && item.field().equals("note")) {
        current.notes.add(item.value());
      } else if (item.labelled() && !item.value().isEmpty()) {
        current.labelled.putIfAbsent(item.field(), item.value());
      } else {
        rest.addAll(item.value());
      }
    }
    if (rest.size() == row.words().size()) {
      Item first = Item.of(row, words, false).get(0);
      if (first.labelled() && !first.label().isEmpty() && !columns.has(cells, "quantity", true)) {
        return false;
      }
      boolean open =
          !columns.has(current.cells, "quantity", true) && columns.has(cells, "quantity", true);
      if (open || fits(cells)) {
        current.add(cells);
      } else if (row.follows(current.last)) {
        current.notes.add(rest);
      } else {
        return false;
      }
    } else if (!rest.isEmpty()) {
      current.notes.add(rest);
    }
    used.add(row);
    current.last = row;
    return true;
  }

  /** Only columns of words have something, and it hangs below what is there. */
  private boolean fits(Map<Integer, List<Word>> cells) {
    for (Map.Entry<Integer, List<Word>> cell : cells.entrySet()) {
      Column column = heading.columns().get(cell.getKey());
      boolean text =
          column.may("description")
              || column.may("vendor-item")
              || column.may("buyer-item")
              || column.may("unit")
              || column.may("gtin")
              || column.names().isEmpty();
      List<Word> above = current.cells.get(cell.getKey());
      if (!text || above == null && !column.may("description")) {
        return false;
      }
      if (above != null
          && Math.abs(above.get(0).left() - cell.getValue().get(0).left())
              > 30 * (row(above) ? 1 : 0.1)) {
        return false;
      }
      if (!column.may("description") && cell.getValue().size() > 1) {
        return false;
      }
    }
    return true;
  }

  private static boolean row(List<Word> words) {
    return words.get(0).bottom() - words.get(0).top() > 2;
  }
}
