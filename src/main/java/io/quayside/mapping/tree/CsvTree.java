package io.quayside.mapping.tree;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.MappingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a table with one row a line and the order's own values in the rows. Columns are known by
 * the names in {@code mappings/csv/headers.yaml}; rows with the same PO number are one order.
 *
 * <pre>{@code
 * PO Number;SKU;Qty;Price          <csv-order>
 * 4500;W-001;10;12,50         ->     <row first="true" po-number="4500" vendor-item="W-001" quantity="10" price="12.50"/>
 * }</pre>
 */
final class CsvTree {
  private static final String FILE = "mappings/csv/headers.yaml";
  private static final Set<String> NUMBERS = Set.of("quantity", "price", "amount");
  private static final Set<String> DATES =
      Set.of(
          "po-date",
          "requested-delivery",
          "line-requested-delivery",
          "requested-ship",
          "cancel-after");
  private static final Set<String> ITEMS =
      Set.of("vendor-item", "buyer-item", "gtin", "description");

  private final Map<String, String> names = new HashMap<>();

  CsvTree(ConfigFiles files) {
    try (InputStream in =
        files.open(FILE).orElseThrow(() -> new MappingException("there is no `" + FILE + "`"))) {
      new YAMLMapper()
          .readValue(in, new TypeReference<Map<String, List<String>>>() {})
          .forEach((ours, theirs) -> theirs.forEach(name -> names.put(plain(name), ours)));
    } catch (IOException e) {
      throw new MappingException(FILE + " cannot be read: " + e.getMessage());
    }
  }

  /** One element for each order of the table; empty when it is no table of orders. */
  List<TreeElement> read(byte[] bytes) throws UnreadableDocumentException {
    return read(CsvText.rows(bytes));
  }

  private List<TreeElement> read(List<TableRow> rows) throws UnreadableDocumentException {
    if (rows.size() < 2) {
      return List.of();
    }
    List<String> columns = columns(rows.get(0));
    boolean orders =
        columns.contains("po-number")
            && columns.contains("quantity")
            && columns.stream().anyMatch(ITEMS::contains);
    return orders ? orders(columns, rows.subList(1, rows.size())) : List.of();
  }

  /**
   * The same of a sheet, which people make: with a row that is no line, such as a sum, or with
   * numbers that can be read in two ways, it is none.
   */
  List<TreeElement> sheet(List<TableRow> rows) {
    try {
      List<TreeElement> orders = read(rows);
      boolean whole =
          orders.stream().flatMap(order -> order.children().stream()).allMatch(CsvTree::isLine);
      return whole ? orders : List.of();
    } catch (UnreadableDocumentException forAPerson) {
      return List.of();
    }
  }

  private static boolean isLine(TreeElement row) {
    String number = row.text("po-number");
    return (number.isEmpty() || number.matches(".*[0-9].*"))
        && row.text("quantity").matches("[0-9.]+")
        && ITEMS.stream().anyMatch(row::has);
  }

  /** What a table lacks to be one of orders, in words. */
  String missing(byte[] bytes) throws UnreadableDocumentException {
    List<TableRow> rows = CsvText.rows(bytes);
    List<String> columns = rows.isEmpty() ? List.of() : columns(rows.get(0));
    List<String> missing = new ArrayList<>();
    for (String wanted : List.of("po-number", "quantity")) {
      if (!columns.contains(wanted)) {
        missing.add(wanted);
      }
    }
    if (columns.stream().noneMatch(ITEMS::contains)) {
      missing.add("vendor-item, buyer-item, gtin or description");
    }
    String found = rows.isEmpty() ? "none" : String.join(", ", rows.get(0).cells());
    return rows.size() == 1 && missing.isEmpty()
        ? "The table has a header line and no rows."
        : "The table has no column for %s; its columns are: %s. Name them in mappings/csv/headers.yaml, or ask the sender for other headings."
            .formatted(String.join("; ", missing), found);
  }

  private List<String> columns(TableRow header) {
    List<String> columns = new ArrayList<>();
    for (String cell : header.cells()) {
      String known = names.get(plain(cell));
      String column = known != null ? known : TreeElement.selectable(plain(cell).replace(' ', '-'));
      columns.add(columns.contains(column) ? column + "-" + (columns.size() + 1) : column);
    }
    return columns;
  }

  private static List<TreeElement> orders(List<String> columns, List<TableRow> rows)
      throws UnreadableDocumentException {
    Habits habits = Habits.of(values(columns, rows, NUMBERS), values(columns, rows, DATES));
    Map<String, TreeElement> orders = new LinkedHashMap<>();
    String last = "";
    for (TableRow row : rows) {
      String number = row.cell(columns.indexOf("po-number")).strip();
      number = number.isEmpty() ? last : number;
      if (number.isEmpty()) {
        throw new UnreadableDocumentException(
            "Line %d has no PO number, and no line before it has one. Ask the sender for it."
                .formatted(row.line()));
      }
      last = number;
      TreeElement order = orders.computeIfAbsent(number, key -> new TreeElement("csv-order", ""));
      TreeElement element = new TreeElement("row", "");
      if (order.children().isEmpty()) {
        element.set("first", "true", row.place(columns.indexOf("po-number"), "line " + row.line()));
      }
      for (int i = 0; i < columns.size(); i++) {
        String column = columns.get(i);
        String value = row.cell(i);
        String text =
            NUMBERS.contains(column)
                ? habits.number(value)
                : DATES.contains(column) ? habits.date(value) : value.strip();
        if (!text.isEmpty()) {
          element.set(column, text, row.place(i, column));
        }
      }
      order.add(element);
    }
    return List.copyOf(orders.values());
  }

  private static List<String> values(
      List<String> columns, List<TableRow> rows, Set<String> wanted) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (wanted.contains(columns.get(i))) {
        for (TableRow row : rows) {
          values.add(row.cell(i));
        }
      }
    }
    return values;
  }

  private static String plain(String heading) {
    return heading.replace('_', ' ').strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
