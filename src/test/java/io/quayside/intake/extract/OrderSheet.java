package io.quayside.intake.extract;

import java.util.List;
import java.util.Map;

/** A purchase order as it is to be printed, and what must be read from the print. */
record OrderSheet(
    Map<String, String> labels,
    String number,
    String date,
    String delivery,
    String terms,
    String via,
    String buyer,
    List<String> seller,
    List<String> shipTo,
    List<String> billTo,
    List<String> headings,
    List<String> columns,
    List<List<String>> lines,
    String wrapped,
    String note,
    String total,
    Map<String, String> expected,
    List<Map<String, String>> expectedLines) {

  /** The same order under another number. */
  OrderSheet numbered(String other) {
    return new OrderSheet(
        labels,
        other,
        date,
        delivery,
        terms,
        via,
        buyer,
        seller,
        shipTo,
        billTo,
        headings,
        columns,
        lines,
        wrapped,
        note,
        total,
        expected,
        expectedLines);
  }

  String label(String name) {
    return labels.get(name);
  }

  /** Label and value, label and value. */
  List<List<String>> heads() {
    return List.of(
        List.of(label("number"), number),
        List.of(label("date"), date),
        List.of(label("delivery"), delivery),
        List.of(label("terms"), terms),
        List.of(label("via"), via),
        List.of(label("buyer"), buyer));
  }

  boolean number(int column) {
    return List.of("quantity", "price", "amount").contains(columns.get(column));
  }

  int column(String name) {
    return columns.indexOf(name);
  }

  /** Rough widths of the columns, in characters. */
  int width(int column) {
    int widest = headings.get(column).length();
    for (List<String> line : lines) {
      widest = Math.max(widest, line.get(column).length());
    }
    return columns.get(column).equals("description") ? Math.max(widest, 30) : widest;
  }
}
