package io.quayside.intake.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the columns of the table may mean, by the lines as a person gave them. */
final class TableProposals {
  private static final int MOST_HEADING_ROWS = 3;
  private static final String DECIMAL = "[0-9]{1,12}(\\.[0-9]{1,6})?";

  private final Paper paper;
  private final JsonNode approved;
  private final Vocabulary words;

  TableProposals(Paper paper, JsonNode approved, Vocabulary words) {
    this.paper = paper;
    this.approved = approved;
    this.words = words;
  }

  /** Headings with other meanings; each map is one proposal. */
  List<Map<String, String>> all(LineTable table) {
    List<Map<String, String>> proposals = new ArrayList<>();
    if (table.heading() != null && table.lines().size() == approved.path("lines").size()) {
      proposals.add(
          meanings(
              table.heading().columns(),
              table.lines().stream().map(line -> texts(line, table.heading())).toList()));
    }
    List<Row> all = paper.pages().stream().flatMap(page -> page.rows().stream()).toList();
    List<Integer> rows = rowsOfLines(all);
    for (int count = 1; count <= MOST_HEADING_ROWS && !rows.isEmpty(); count++) {
      int first = rows.get(0) - count;
      if (first >= 0) {
        proposals.add(belowHeading(all, first, rows));
      }
    }
    proposals.removeIf(Map::isEmpty);
    return proposals;
  }

  /** The headings above rows that hold the lines, whatever they are called. */
  private Map<String, String> belowHeading(List<Row> rows, int first, List<Integer> lines) {
    List<Row> body = lines.stream().map(rows::get).toList();
    Heading heading = Heading.above(rows, first, lines.get(0) - 1, body);
    List<List<String>> cells = new ArrayList<>();
    for (int line : lines) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < heading.columns().size(); i++) {
        texts.add("");
      }
      for (Piece piece : rows.get(line).pieces()) {
        int column = heading.column(piece.left(), piece.right());
        texts.set(column, (texts.get(column) + " " + piece.text()).strip());
      }
      cells.add(texts);
    }
    return meanings(heading.columns(), cells);
  }

  private static List<String> texts(TableLine line, Heading heading) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < heading.columns().size(); i++) {
      texts.add(line.text(i));
    }
    return texts;
  }

  /** A column means what its cells are on every line; who had that meaning before loses it. */
  private Map<String, String> meanings(List<Heading.Column> columns, List<List<String>> cells) {
    Map<String, String> meanings = new LinkedHashMap<>();
    if (cells.size() != approved.path("lines").size()) {
      return meanings;
    }
    TaughtValues.COLUMNS.forEach(
        (below, meaning) -> {
          for (int i = 0; i < columns.size(); i++) {
            String heading = Vocabulary.plain(columns.get(i).text());
            if (!heading.isEmpty() && !meanings.containsKey(heading) && holds(i, below, cells)) {
              meanings.put(heading, meaning);
              return;
            }
          }
        });
    for (int i = 0; i < columns.size() && !meanings.isEmpty(); i++) {
      String heading = Vocabulary.plain(columns.get(i).text());
      boolean free = !heading.isEmpty() && !meanings.containsKey(heading);
      boolean unnamed = free && columns.get(i).names().isEmpty();
      if (unnamed && !meanings.containsValue("vendor-item") && codes(i, cells)) {
        meanings.put(heading, "buyer-item");
        break;
      }
    }
    for (int i = 0; i < columns.size() && !meanings.isEmpty(); i++) {
      String heading = Vocabulary.plain(columns.get(i).text());
      if (!heading.isEmpty() && !meanings.containsKey(heading) && amounts(i, cells)) {
        meanings.put(heading, "amount");
        break;
      }
    }
    for (int i = 0; i < columns.size() && !meanings.isEmpty(); i++) {
      String heading = Vocabulary.plain(columns.get(i).text());
      if (columns.get(i).names().isEmpty() && !heading.isEmpty()) {
        meanings.putIfAbsent(heading, counts(i, cells) ? "line-number" : "other");
      }
    }
    for (Heading.Column column : columns) {
      String heading = Vocabulary.plain(column.text());
      boolean taken = !column.names().isEmpty() && meanings.containsValue(column.names().get(0));
      if (taken && !heading.isEmpty()) {
        meanings.putIfAbsent(heading, "other");
      }
    }
    return meanings;
  }

  private boolean holds(int column, String below, List<List<String>> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String wanted = TaughtValues.text(approved, "/lines/" + i + below);
      if (wanted.isEmpty() || !is(cells.get(i).get(column), wanted, below)) {
        return false;
      }
    }
    return !cells.isEmpty();
  }

  /** Is every cell the line's quantity x price, so that it can be checked the next time? */
  private boolean amounts(int column, List<List<String>> cells) {
    for (int i = 0; i < cells.size(); i++) {
      JsonNode line = approved.path("lines").get(i);
      String quantity = TaughtValues.text(line, "/quantity");
      String price = TaughtValues.text(line, "/price/amount");
      String per = TaughtValues.text(line, "/price/per");
      if (!quantity.matches(DECIMAL) || !price.matches(DECIMAL) || !per.isEmpty()) {
        return false;
      }
      BigDecimal product = new BigDecimal(quantity).multiply(new BigDecimal(price));
      if (!number(cells.get(i).get(column), Extractor.cents(product).toPlainString())) {
        return false;
      }
    }
    return !cells.isEmpty();
  }

  /** {@code S-8/25} on every line: the sender's own number, where ours is nowhere. */
  private static boolean codes(int column, List<List<String>> cells) {
    return !cells.isEmpty()
        && cells.stream()
            .map(texts -> texts.get(column))
            .allMatch(text -> text.matches("(?=.*[0-9])(?=.*\\p{L})\\S{2,40}"));
  }

  /** 1, 2, 3 or 10, 20, 30. */
  private static boolean counts(int column, List<List<String>> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String wanted = cells.get(0).get(column).equals("10") ? (i + 1) + "0" : String.valueOf(i + 1);
      if (!cells.get(i).get(column).equals(wanted)) {
        return false;
      }
    }
    return !cells.isEmpty();
  }

  private boolean is(String cell, String wanted, String below) {
    return switch (below) {
      case "/quantity" ->
          Measure.quantity(cell).filter(one -> number(one.number(), wanted)).isPresent();
      case "/price/amount" ->
          Measure.price(cell).filter(one -> number(one.number(), wanted)).isPresent();
      case "/unit" ->
          cell.matches("\\p{L}[\\p{L}. ]{0,14}")
              && (words.unit(cell).isEmpty() || words.unit(cell).get().equals(wanted));
      case "/description" ->
          cell.equals(wanted) || cell.length() > 2 && wanted.startsWith(cell + " ");
      default -> cell.equals(wanted);
    };
  }

  static boolean number(String text, String wanted) {
    for (char sign : new char[] {'.', ','}) {
      boolean same =
          new Amounts(sign)
              .read(text)
              .filter(value -> TaughtValues.same(value.toPlainString(), wanted))
              .isPresent();
      if (same) {
        return true;
      }
    }
    return false;
  }

  /**
   * The rows that hold quantity and item of the lines, in their order; empty when one is missing.
   */
  private List<Integer> rowsOfLines(List<Row> rows) {
    List<Integer> found = new ArrayList<>();
    int from = 0;
    for (JsonNode line : approved.path("lines")) {
      int at = from;
      while (at < rows.size() && !holds(rows.get(at), line)) {
        at++;
      }
      if (at == rows.size()) {
        return List.of();
      }
      found.add(at);
      from = at + 1;
    }
    return found;
  }

  private static boolean holds(Row row, JsonNode line) {
    String quantity = TaughtValues.text(line, "/quantity");
    String item = TaughtValues.text(line, "/ids/0/value");
    String described = TaughtValues.text(line, "/description");
    boolean many =
        !quantity.isEmpty()
            && row.pieces().stream()
                .anyMatch(
                    piece ->
                        Measure.quantity(piece.text())
                            .filter(one -> number(one.number(), quantity))
                            .isPresent());
    boolean named =
        row.pieces().stream()
            .anyMatch(
                piece ->
                    !item.isEmpty() && piece.text().equals(item)
                        || !described.isEmpty()
                            && (described + " ").startsWith(piece.text() + " ")
                            && piece.text().matches(".*\\p{L}{2}.*"));
    return many && named;
  }
}
