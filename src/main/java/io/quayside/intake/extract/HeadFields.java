package io.quayside.intake.extract;

import io.quayside.intake.extract.Paper.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels outside the table, with what stands behind, right of or below them. */
final class HeadFields {
  private static final Set<String> PARTIES = Set.of("ship-to", "bill-to", "buyer", "seller");
  private static final Set<String> TOTALS = Set.of("total", "subtotal");
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?i)(?<!executive )\\b(?:(?:purchase order|order|p\\.?o\\.?|bestellung|commande|pedido)(?:\\s+(?:no\\.?|nr\\.?|number|num\\.?|n[°ºo]\\.?))?(?:\\s*[:#]\\s*#?|\\s+#?)(?=[A-Z0-9/_-]*[0-9])|(?=PO-?[0-9]))([A-Z0-9][A-Z0-9/_-]*[0-9][A-Z0-9/_-]{1,})");

  /**
   * A value that a label may mean.
   *
   * @param near 0 behind it, 1 right of it, 2 below it, 3 in a sentence
   */
  record Candidate(String field, List<Word> label, List<Word> value, int near) {
    String text() {
      return TableLine.text(value);
    }
  }

  /** A label whose value is a block of lines. */
  record Block(String role, List<List<Word>> lines, List<Word> label) {}

  private final Vocabulary words;
  private final Map<String, List<Candidate>> found = new LinkedHashMap<>();
  private final List<Block> blocks = new ArrayList<>();

  HeadFields(Vocabulary words) {
    this.words = words;
  }

  List<Candidate> of(String field) {
    return found.getOrDefault(field, List.of());
  }

  List<Block> blocks() {
    return blocks;
  }

  HeadFields read(Paper paper, Set<Row> table) {
    for (Page page : paper.pages()) {
      List<Row> rows = page.rows().stream().filter(row -> !table.contains(row)).toList();
      List<List<Item>> items = rows.stream().map(row -> Item.of(row, words, false)).toList();
      for (int r = 0; r < rows.size(); r++) {
        for (int i = 0; i < items.get(r).size(); i++) {
          Item item = items.get(r).get(i);
          if (item.labelled()) {
            candidates(rows, items, r, i);
            if (PARTIES.contains(item.field()) || item.field().equals("buyer-contact")) {
              blocks.add(new Block(item.field(), block(rows, items, r, i), item.label()));
            }
          }
        }
        sentence(rows.get(r));
      }
    }
    return this;
  }

  private void candidates(List<Row> rows, List<List<Item>> items, int r, int i) {
    Item item = items.get(r).get(i);
    if (!item.value().isEmpty()) {
      add(item, item.value(), 0);
      return;
    }
    List<Item> row = items.get(r);
    if (i + 1 < row.size() && !row.get(i + 1).labelled() && !headings(row)) {
      add(item, TOTALS.contains(item.field()) ? rest(row, i + 1) : row.get(i + 1).value(), 1);
    }
    double edge = i + 1 < row.size() ? row.get(i + 1).left() : Double.MAX_VALUE;
    for (int below = r + 1; below < Math.min(rows.size(), r + 3); below++) {
      if (!rows.get(below).follows(rows.get(below - 1))) {
        break;
      }
      for (Item other : items.get(below)) {
        boolean under =
            other.left() < Math.min(edge, item.labelRight()) && other.right() > item.left();
        if (under && other.labelled()) {
          return;
        }
        if (under) {
          add(item, other.value(), 2);
          return;
        }
      }
    }
  }

  /** A row of labels over their values, some of them unknown: none of its words is a value. */
  private static boolean headings(List<Item> row) {
    long bare = row.stream().filter(one -> one.labelled() && one.value().isEmpty()).count();
    boolean numbers =
        row.stream()
            .filter(one -> !one.labelled())
            .flatMap(one -> one.value().stream())
            .anyMatch(word -> word.text().matches(".*[0-9].*"));
    return bare > 1 && bare * 2 > row.size() && !numbers;
  }

  /** {@code TOTAL | 504 | 1,956.02}: all that stands right of a label, to the next label. */
  private static List<Word> rest(List<Item> row, int from) {
    return row.subList(from, row.size()).stream()
        .takeWhile(one -> !one.labelled())
        .flatMap(one -> one.value().stream())
        .toList();
  }

  /** What is itself a label is no value. */
  private void add(Item item, List<Word> value, int near) {
    if (words.field(TableLine.text(value)).isPresent()) {
      return;
    }
    found
        .computeIfAbsent(item.field(), key -> new ArrayList<>())
        .add(new Candidate(item.field(), item.label(), value, near));
  }

  private void sentence(Row row) {
    String text = TableLine.text(row.words());
    Matcher matcher = SENTENCE.matcher(text);
    if (row.words().size() > 1 && matcher.find()) {
      String number = matcher.group(1);
      row.words().stream()
          .filter(word -> word.text().contains(number))
          .findFirst()
          .ifPresent(
              word ->
                  found
                      .computeIfAbsent("po-number", key -> new ArrayList<>())
                      .add(
                          new Candidate(
                              "po-number",
                              List.of(),
                              List.of(
                                  new Word(
                                      number,
                                      word.left(),
                                      word.top(),
                                      word.right(),
                                      word.bottom(),
                                      true,
                                      word.where())),
                              3)));
    }
  }

  /** The lines behind and below a label, as far as they stand in its column without a gap. */
  private static List<List<Word>> block(List<Row> rows, List<List<Item>> items, int r, int i) {
    Item item = items.get(r).get(i);
    List<List<Word>> lines = new ArrayList<>();
    List<Item> row = items.get(r);
    double left = item.left();
    double edge = Double.MAX_VALUE;
    int next = i + 1;
    if (!item.value().isEmpty()) {
      lines.add(item.value());
      left = Math.min(left, item.value().get(0).left());
    } else if (next < row.size() && !row.get(next).labelled()) {
      boolean beside =
          below(items, r, item) == null
              || row.size() == next + 1 && !overlaps(below(items, r, item), item);
      if (beside) {
        lines.add(row.get(next).value());
        left = row.get(next).left();
        next++;
      }
    }
    if (next < row.size()) {
      edge = row.get(next).left();
    }
    double from = lines.isEmpty() ? item.left() : left;
    Item own = lines.isEmpty() ? ownBelow(rows, items, r, i) : null;
    if (own != null) {
      from = own.left();
      int following = items.get(r + 1).indexOf(own) + 1;
      edge =
          following < items.get(r + 1).size()
              ? items.get(r + 1).get(following).left()
              : Double.MAX_VALUE;
    }
    Row above = rows.get(r);
    double slack = Math.max(12, 0) * (above.height() > 2 ? 1 : above.height() > 0.5 ? 0.25 : 0.1);
    for (int below = r + 1; below < rows.size() && lines.size() < 9; below++) {
      Row at = rows.get(below);
      if (!at.follows(above)) {
        break;
      }
      boolean took = false;
      for (Item other : items.get(below)) {
        boolean within =
            other.left() > (own == null ? Math.min(from, item.left()) : from) - slack
                && other.left() < edge - 1;
        boolean column =
            within
                && (lines.isEmpty()
                    || took
                    || Math.abs(other.left() - from) < 60 * (above.height() > 2 ? 1 : 0.1)
                    || other.left() < edge && edge < Double.MAX_VALUE);
        if (!column) {
          continue;
        }
        if (other.labelled() ? stops(other) : named(other)) {
          return lines;
        }
        List<Word> all = new ArrayList<>(other.label());
        all.addAll(other.value());
        if (took && sameLine(lines.get(lines.size() - 1), all)) {
          List<Word> joined = new ArrayList<>(lines.get(lines.size() - 1));
          joined.addAll(all);
          lines.set(lines.size() - 1, joined);
        } else if (!took) {
          if (lines.isEmpty()) {
            from = other.left();
          }
          lines.add(all);
          took = true;
        }
      }
      if (took) {
        above = at;
      }
    }
    return lines;
  }

  /**
   * Labels centred above their blocks: as many pieces below as labels, so each has its own; null
   * when they do not pair.
   */
  private static Item ownBelow(List<Row> rows, List<List<Item>> items, int r, int i) {
    List<Item> labels = items.get(r);
    boolean bare = labels.stream().allMatch(one -> one.labelled() && one.value().isEmpty());
    if (!bare
        || labels.size() < 2
        || r + 1 >= rows.size()
        || !rows.get(r + 1).follows(rows.get(r))) {
      return null;
    }
    List<Item> below = items.get(r + 1);
    boolean pairs = below.size() == labels.size() && below.stream().noneMatch(Item::labelled);
    return pairs ? below.get(i) : null;
  }

  private static boolean sameLine(List<Word> line, List<Word> more) {
    double gap = more.get(0).left() - line.get(line.size() - 1).right();
    return gap < 3 * (line.get(0).bottom() - line.get(0).top()) && gap > -1;
  }

  /** {@code Project Code : P100137}, a label that nobody knows. */
  private static boolean named(Item item) {
    return item.value().size() > 2
        && item.value().subList(1, Math.min(4, item.value().size())).stream()
            .anyMatch(word -> word.text().equals(":"));
  }

  /** Contacts belong to an address; another label ends it. */
  private static boolean stops(Item item) {
    return !Set.of("buyer-phone", "buyer-email", "buyer-contact").contains(item.field())
        && !(item.field().equals("other") && !item.value().isEmpty());
  }

  private static Item below(List<List<Item>> items, int r, Item item) {
    return r + 1 < items.size()
        ? items.get(r + 1).stream()
            .filter(other -> Math.abs(other.left() - item.left()) < 3)
            .findFirst()
            .orElse(null)
        : null;
  }

  private static boolean overlaps(Item one, Item other) {
    return one != null && !one.labelled() && one.left() < other.labelRight();
  }
}
