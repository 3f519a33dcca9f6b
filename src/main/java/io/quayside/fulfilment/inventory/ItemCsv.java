package io.quayside.fulfilment.inventory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.Inventory.BadLine;
import io.quayside.fulfilment.Inventory.ItemChange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the inventory's CSV. {@code sku,description,unit,onHand,price} */
final class ItemCsv {

  private static final List<String> COLUMNS =
      List.of(
          "sku",
          "description",
          "unit",
          "onHand",
          "price",
          "currency",
          "gtin",
          "caseGtin",
          "supplier",
          "supply",
          "leadTimeDays",
          "location",
          "pricePer",
          "packUnit",
          "packQuantity",
          "weight",
          "minOrder",
          "multiple",
          "reorderPoint",
          "reorderQuantity");

  /** Stands alone in a record after the last one, unless a quote is still open there. */
  private static final String END = "\u0000end";

  private ItemCsv() {}

  /** A line as read; its values are not checked yet. */
  record Row(long line, String sku, ItemChange change) {}

  /** All lines that can be read, and those that cannot. */
  record Content(List<Row> rows, List<BadLine> bad) {}

  static Content read(byte[] bytes) {
    String text = text(bytes);
    List<Row> rows = new ArrayList<>();
    List<BadLine> bad = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .skipEmptyLines(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(text + "\n" + END)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (text.isBlank()) {
        throw new FulfilmentRefusal(
            "The file is empty: its first line must name the columns, for example sku,onHand");
      }
      List<String> columns = columns(records.next().getFields());
      while (records.hasNext()) {
        CsvRecord csv = records.next();
        if (records.hasNext()) {
          read(csv, columns, rows, bad);
        } else if (!csv.getField(0).equals(END)) {
          bad.add(
              new BadLine(
                  csv.getStartingLineNumber(),
                  "a quote is opened and never closed; nothing from here on was taken"));
        }
      }
    } catch (CsvParseException | java.io.IOException e) {
      throw new FulfilmentRefusal("The file is no CSV: " + e.getMessage());
    }
    return new Content(rows, bad);
  }

  private static void read(CsvRecord csv, List<String> columns, List<Row> rows, List<BadLine> bad) {
    if (csv.getFieldCount() > columns.size()) {
      bad.add(
          new BadLine(
              csv.getStartingLineNumber(),
              "%d values, but the header names %d columns; put a value with a separator in quotes"
                  .formatted(csv.getFieldCount(), columns.size())));
      return;
    }
    String days = value(csv, columns, "leadTimeDays");
    if (days != null && !days.matches("\\d{1,5}")) {
      bad.add(
          new BadLine(
              csv.getStartingLineNumber(), "leadTimeDays is `" + days + "`: a whole number"));
      return;
    }
    ItemChange change =
        new ItemChange(
            value(csv, columns, "description"),
            value(csv, columns, "unit"),
            value(csv, columns, "onHand"),
            value(csv, columns, "location"),
            value(csv, columns, "price"),
            value(csv, columns, "pricePer"),
            value(csv, columns, "currency"),
            value(csv, columns, "gtin"),
            value(csv, columns, "caseGtin"),
            value(csv, columns, "packUnit"),
            value(csv, columns, "packQuantity"),
            value(csv, columns, "supplier"),
            value(csv, columns, "supply"),
            days == null ? null : Integer.valueOf(days),
            value(csv, columns, "weight"),
            value(csv, columns, "minOrder"),
            value(csv, columns, "multiple"),
            value(csv, columns, "reorderPoint"),
            value(csv, columns, "reorderQuantity"));
    rows.add(new Row(csv.getStartingLineNumber(), value(csv, columns, "sku"), change));
  }

  private static List<String> columns(List<String> header) {
    List<String> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      String column =
          COLUMNS.stream()
              .filter(known -> known.equalsIgnoreCase(name.trim()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new FulfilmentRefusal(
                          "Line 1: column `%s` is unknown; these are known: %s"
                              .formatted(name.trim(), String.join(", ", COLUMNS))));
      if (!seen.add(column.toLowerCase(Locale.ROOT))) {
        throw new FulfilmentRefusal("Line 1: column `" + column + "` stands there twice");
      }
      columns.add(column);
    }
    if (!columns.contains("sku")) {
      throw new FulfilmentRefusal("Line 1: the column `sku` is missing; only it is mandatory");
    }
    return columns;
  }

  private static String value(CsvRecord csv, List<String> columns, String column) {
    int index = columns.indexOf(column);
    if (index < 0 || index >= csv.getFieldCount()) {
      return null;
    }
    String value = csv.getField(index).trim();
    return value.isEmpty() ? null : value;
  }

  /** The separator that the header line uses; spreadsheets of many countries write semicolons. */
  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    if (header.indexOf(',') >= 0) {
      return ',';
    }
    return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
  }

  /** UTF-8, or what spreadsheets write where it is not. */
  private static String text(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, Charset.forName("windows-1252"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
