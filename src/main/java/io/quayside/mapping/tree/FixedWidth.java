package io.quayside.mapping.tree;

import io.quayside.mapping.Place;
import io.quayside.mapping.tree.Layout.Field;
import io.quayside.mapping.tree.Layout.Kind;
import io.quayside.mapping.tree.Layout.RecordType;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a fixed-width file by its layout into the rows of a table of orders, so that the mapping of
 * tables reads it: the fields of an order's head stand in its first row.
 *
 * <pre>{@code
 * H4500000042     20261120        <csv-order>
 * DW-001       0000010000EA  ->     <row first="true" po-number="4500000042" po-date="2026-11-20" vendor-item="W-001" quantity="100.00" unit="EA"/>
 * }</pre>
 */
final class FixedWidth {
  private static final String NUMBER = "po-number";
  private static final String COUNT = "line-count";

  private record Value(String text, Place place) {}

  private final Layout layout;
  private final List<TreeElement> orders = new ArrayList<>();
  private Map<String, Value> head;
  private TreeElement order;
  private TreeElement row;
  private int lines;

  private FixedWidth(Layout layout) {
    this.layout = layout;
  }

  /**
   * Whether a file is laid out so: its first record is a head with a number, the next known too.
   */
  static boolean matches(Layout layout, String text) {
    String[] records = text.split("\\R", 3);
    if (records.length < 2) {
      return false;
    }
    RecordType first = layout.records().get(type(layout, records[0]));
    return first != null
        && first.kind() == Kind.HEAD
        && layout.records().containsKey(type(layout, records[1]))
        && first.fields().stream()
            .anyMatch(one -> one.name().equals(NUMBER) && !cut(records[0], one).isBlank());
  }

  static String text(Layout layout, byte[] bytes) {
    return layout.encoding() == null
        ? CsvText.text(bytes)
        : new String(bytes, Charset.forName(layout.encoding()));
  }

  /**
   * @throws UnreadableDocumentException naming line and columns of what is not as the layout says
   */
  static List<TreeElement> read(Layout layout, String text) throws UnreadableDocumentException {
    FixedWidth file = new FixedWidth(layout);
    int number = 0;
    for (String record : text.split("\\R")) {
      number++;
      if (!record.isBlank() && !record.equals("\u001A")) {
        file.take(record, number);
      }
    }
    file.close(number);
    return file.orders;
  }

  private void take(String record, int number) throws UnreadableDocumentException {
    String type = type(layout, record);
    RecordType known = layout.records().get(type);
    if (known == null) {
      throw refused(
          number,
          layout.type().words(),
          "`%s` is no record of the layout %s, which has %s"
              .formatted(type, layout.name(), String.join(", ", layout.records().keySet())));
    }
    Map<String, Value> values = values(known, record, number);
    switch (known.kind()) {
      case HEAD -> head(values, number);
      case LINE -> line(values, number);
      case MORE -> {
        if (row == null) {
          throw refused(
              number, layout.type().words(), "record %s has no line before it".formatted(type));
        }
        put(row, values);
      }
      case END -> end(values, number);
    }
  }

  /** A head with a number begins an order; one without adds to the order that was begun. */
  private void head(Map<String, Value> values, int number) throws UnreadableDocumentException {
    boolean begins = values.containsKey(NUMBER);
    if (!begins && head == null) {
      throw refused(number, "the head", "it has no " + NUMBER);
    }
    if (begins) {
      close(number - 1);
      head = values;
      order = new TreeElement("csv-order", "");
      row = null;
    } else {
      head.putAll(values);
      if (row != null) {
        put(order.children().get(0), values);
      }
    }
  }

  private void line(Map<String, Value> values, int number) throws UnreadableDocumentException {
    if (head == null) {
      throw refused(number, layout.type().words(), "a line comes before the head of its order");
    }
    lines++;
    row = new TreeElement("row", "");
    if (order.children().isEmpty()) {
      row.set("first", "true", new Place("line " + number, number, -1));
      put(row, head);
    } else {
      put(row, Map.of(NUMBER, head.get(NUMBER)));
    }
    put(row, values);
    order.add(row);
  }

  /** What the sender counted must be there, or the file was cut. */
  private void end(Map<String, Value> values, int number) throws UnreadableDocumentException {
    Value count = values.get(COUNT);
    if (count != null && !count.text().replaceFirst("^0+(?=.)", "").equals("" + lines)) {
      throw refused(
          number,
          count.place().where(),
          "it counts %s lines, but the file has %d".formatted(count.text(), lines));
    }
  }

  private void close(int number) throws UnreadableDocumentException {
    if (order != null) {
      if (order.children().isEmpty()) {
        throw refused(
            number, "the end", "order %s has no lines".formatted(head.get(NUMBER).text()));
      }
      orders.add(order);
    }
  }

  private static void put(TreeElement row, Map<String, Value> values) {
    values.forEach((name, value) -> row.set(name, value.text(), value.place()));
  }

  private Map<String, Value> values(RecordType type, String record, int number)
      throws UnreadableDocumentException {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Field field : type.fields()) {
      String text = cut(record, field);
      boolean torn = record.length() > field.span().from() && record.length() < field.span().to();
      if (torn && field.format() != null && !field.format().equals("cut")) {
        throw refused(
            number,
            field.span().words(),
            "the record ends in column %d, within %s: it is cut off"
                .formatted(record.length(), field.name()));
      }
      if (!text.isBlank()) {
        Place place = new Place(field.name() + ", " + field.span().words(), number, -1);
        values.put(field.name(), new Value(formatted(text.strip(), field.format()), place));
      }
    }
    return values;
  }

  /** As the canonical order writes it; what cannot be read so stays as sent, and is a finding. */
  private static String formatted(String text, String format) {
    if (format == null || format.equals("cut")) {
      return text;
    }
    if (format.startsWith("implied ")) {
      return implied(text, Integer.parseInt(format.substring(8)));
    }
    if (format.equals("comma")) {
      return text.replace(".", "").replace(',', '.');
    }
    try {
      return LocalDate.parse(
              text,
              DateTimeFormatter.ofPattern(format.replace('y', 'u'))
                  .withResolverStyle(ResolverStyle.STRICT))
          .toString();
    } catch (DateTimeException e) {
      return text.matches("0+") ? "" : text;
    }
  }

  /** {@code 0000010050} with two implied decimals is {@code 100.50}; a sign may stand behind. */
  private static String implied(String text, int decimals) {
    if (!text.matches("[+-]?\\d+[+-]?")) {
      return text;
    }
    String digits = text.replaceAll("[+-]", "").replaceFirst("^0+(?=.)", "");
    String padded = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
    int point = padded.length() - decimals;
    String sign = text.contains("-") ? "-" : "";
    return sign + padded.substring(0, point) + (decimals == 0 ? "" : "." + padded.substring(point));
  }

  private static String type(Layout layout, String record) {
    return cut(record, new Field("type", layout.type(), null)).strip();
  }

  private static String cut(String record, Field field) {
    int to = Math.min(record.length(), field.span().to());
    return field.span().from() < to ? record.substring(field.span().from(), to) : "";
  }

  private static UnreadableDocumentException refused(int line, String where, String why) {
    return new UnreadableDocumentException(
        "Line %d, %s: %s. Ask the sender for a right file, or mend the layout."
            .formatted(line, where, why));
  }
}
