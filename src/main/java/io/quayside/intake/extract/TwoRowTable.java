package io.quayside.intake.extract;

import io.quayside.intake.extract.Heading.Column;
import io.quayside.intake.extract.Paper.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Order lines on two rows below a heading of two rows, as SAP prints them; each is put on one row,
 * what stands below it right of everything.
 *
 * <pre>
 * Item   Material   Description
 *        Order qty.   Unit   Price per unit   Net value
 * 00010  4711       Hex bolt M8
 *        1,000 EA            12.50/100 EA        125.00
 * </pre>
 */
final class TwoRowTable {
  private static final Set<String> ITEMS =
      Set.of("vendor-item", "buyer-item", "gtin", "description");
  private static final double GAP = 20;

  private final Vocabulary words;

  /** By the first row of each: all rows that become one, and their words. */
  private final Map<Row, List<Row>> parts = new IdentityHashMap<>();

  private final Map<Row, List<Word>> moved = new IdentityHashMap<>();
  private final List<Row> between = new ArrayList<>();
  private double aside;
  private Heading items;
  private Heading values;
  private Row open;
  private long last = -1;
  private int lines;

  TwoRowTable(Vocabulary words) {
    this.words = words;
  }

  Straightened straightened(Paper paper) {
    aside = GAP + widest(paper);
    paper.pages().forEach(page -> page(page.rows()));
    if (lines == 0) {
      return new Straightened(paper, Map.of());
    }
    Map<Row, List<Row>> made = new HashMap<>();
    Set<Row> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    parts.forEach((first, all) -> gone.addAll(all.subList(1, all.size())));
    List<Page> pages = new ArrayList<>();
    for (Page page : paper.pages()) {
      List<Row> rows = new ArrayList<>();
      for (Row row : page.rows()) {
        if (parts.containsKey(row)) {
          Row one = new Row(row.top(), bottom(row), moved.get(row));
          made.put(one, parts.get(row));
          rows.add(one);
        } else if (!gone.contains(row)) {
          rows.add(row);
        }
      }
      pages.add(page.reading(rows));
    }
    Paper straight = new Paper(paper.kind(), pages, paper.picture(), paper.trouble());
    return new Straightened(straight, made);
  }

  private double bottom(Row first) {
    return parts.get(first).stream().mapToDouble(Row::bottom).max().orElseThrow();
  }

  private static double widest(Paper paper) {
    return paper.pages().stream()
        .flatMap(page -> page.rows().stream())
        .flatMap(row -> row.words().stream())
        .mapToDouble(Word::right)
        .max()
        .orElse(0);
  }

  /** A line's values may stand on the next page, below the heading there. */
  private void page(List<Row> rows) {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (heading(rows, i)) {
        between.clear();
        i++;
      } else if (values != null && starts(row)) {
        between.forEach(this::note);
        between.clear();
        open = row;
        last = number(row);
      } else if (open != null) {
        below(row);
      } else if (lines > 0) {
        note(row);
      }
    }
  }

  /** The values of the open line, or more of its description before them. */
  private void below(Row row) {
    Optional<List<Word>> found = new ValueRow(values, words).read(row, aside);
    if (found.isEmpty()) {
      between.add(row);
      return;
    }
    List<Row> all = new ArrayList<>(List.of(open));
    List<Word> line = new ArrayList<>(item(open));
    Row above = open;
    for (Row one : between) {
      boolean more = items.may("description") && one.pieces().size() == 1 && one.follows(above);
      if (more && text(one)) {
        all.add(one);
        line.addAll(Heading.under(items.column("description"), one.words()));
        above = one;
      } else {
        note(one);
      }
    }
    between.clear();
    all.add(row);
    line.addAll(found.get());
    join(all, line);
    open = null;
    lines++;
  }

  private void join(List<Row> rows, List<Word> words) {
    parts.put(rows.get(0), rows);
    moved.put(rows.get(0), words);
  }

  /** A description goes on to the end of its words, whatever heading they reach. */
  private List<Word> item(Row row) {
    List<Word> placed = new ArrayList<>();
    for (Piece piece : row.pieces()) {
      List<Word> words = piece.words();
      int from = 0;
      while (from < words.size() && !described(words.get(from))) {
        from++;
      }
      placed.addAll(words.subList(0, from));
      if (from < words.size()) {
        placed.addAll(
            Heading.under(items.column("description"), words.subList(from, words.size())));
      }
    }
    return placed;
  }

  private boolean described(Word word) {
    return items.columns().get(items.column(word.left(), word.right())).may("description");
  }

  /** What else stands below is no part of an item's number or values, whatever it stands under. */
  private void note(Row row) {
    if (!text(row)) {
      return;
    }
    Column end = values.columns().get(values.columns().size() - 1);
    join(
        List.of(row),
        Heading.under(end, row.words()).stream().map(word -> word.moved(aside)).toList());
  }

  private boolean text(Row row) {
    return Item.of(row, words, true).stream().noneMatch(Item::labelled)
        && Item.of(row, words, false).stream().noneMatch(Item::labelled);
  }

  private boolean heading(List<Row> rows, int at) {
    boolean two = heading(rows, at, words);
    if (two) {
      items = Heading.of(rows.get(at), at, words);
      values = Heading.of(rows.get(at + 1), at + 1, words);
      List<Word> heading = new ArrayList<>(rows.get(at).words());
      rows.get(at + 1).words().forEach(one -> heading.add(one.moved(aside)));
      join(rows.subList(at, at + 2), heading);
    }
    return two;
  }

  /** Are a row and the next a heading of two rows, the lower below the upper? */
  static boolean heading(List<Row> rows, int at, Vocabulary words) {
    if (at + 1 == rows.size() || !rows.get(at + 1).follows(rows.get(at))) {
      return false;
    }
    Heading upper = Heading.of(rows.get(at), at, words);
    Heading below = Heading.of(rows.get(at + 1), at + 1, words);
    return ITEMS.stream().anyMatch(upper::may)
        && !upper.may("quantity")
        && below.may("quantity")
        && (below.may("price") || below.may("amount"))
        && !below.may("description")
        && upper.mostlyKnown()
        && below.mostlyKnown()
        && below.columns().get(0).left() < upper.right();
  }

  /** {@code 00010 4711 Hex bolt M8}: a number in the first column, and what is ordered. */
  private boolean starts(Row row) {
    Column first = items.columns().get(0);
    double end = items.columns().size() > 1 ? items.columns().get(1).left() : first.right();
    List<Word> cell = row.words().stream().filter(word -> word.left() < end).toList();
    Piece tail = row.pieces().get(row.pieces().size() - 1);
    if (cell.size() != 1 || row.words().size() == 1 || first.may("description")) {
      return false;
    }
    Word number = cell.get(0);
    boolean below = number.right() > first.left() - GAP && tail.left() < items.right() + GAP;
    return below && (first.may("line-number") ? number(row) > last : coded(number.text()));
  }

  private static boolean coded(String text) {
    return text.matches("(?=.*[0-9])[\\p{L}0-9./-]{2,40}") && !Measure.dated(text);
  }

  /** -1 when it begins with none. */
  private static long number(Row row) {
    String text = row.words().get(0).text().replaceAll("[.)]$", "");
    return text.matches("[0-9]{1,6}") ? Long.parseLong(text) : -1;
  }
}
