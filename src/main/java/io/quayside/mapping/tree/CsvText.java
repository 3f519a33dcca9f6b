package io.quayside.mapping.tree;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table in text form as rows of texts: finds out its character set (UTF-8, else Windows-1252) and
 * its separator (comma, semicolon, tab or bar, whichever the header line has most of).
 */
final class CsvText {
  private static final int COLUMNS = 500;
  private static final int ROWS = 500_000;
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private CsvText() {}

  static List<TableRow> rows(byte[] bytes) throws UnreadableDocumentException {
    String text = text(bytes);
    refuseOpenQuote(text);
    List<TableRow> rows = new ArrayList<>();
    try {
      Iterable<CsvRecord> records =
          CsvReader.builder()
              .fieldSeparator(separator(text))
              .allowMissingFields(true)
              .allowExtraFields(true)
              .ofCsvRecord(text);
      for (CsvRecord csv : records) {
        int line = (int) csv.getStartingLineNumber();
        if (csv.getFieldCount() > COLUMNS) {
          throw new UnreadableDocumentException(
              "Line %d has %d columns, more than the %d that are read. Look at the separator."
                  .formatted(line, csv.getFieldCount(), COLUMNS));
        }
        if (rows.size() == ROWS) {
          throw new UnreadableDocumentException(
              "The table has more than %d rows. Send it in parts.".formatted(ROWS));
        }
        if (csv.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
          rows.add(new TableRow(line, csv.getFields()));
        }
      }
    } catch (CsvParseException e) {
      throw new UnreadableDocumentException(
          "The table cannot be read: %s. Ask the sender to mend it."
              .formatted(e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
    }
    return rows;
  }

  /** UTF-8, else Windows-1252; without a byte order mark. */
  static String text(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      text = new String(bytes, Charset.forName("windows-1252"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static void refuseOpenQuote(String text) throws UnreadableDocumentException {
    boolean open = false;
    int line = 1;
    int opened = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        open = !open;
        opened = line;
      } else if (c == '\n') {
        line++;
      }
    }
    if (open) {
      throw new UnreadableDocumentException(
          "The quotation mark on line %d is never closed. Ask the sender to mend it."
              .formatted(opened));
    }
  }

  private static char separator(String text) {
    int end = text.indexOf('\n');
    String header = end < 0 ? text : text.substring(0, end);
    char best = ',';
    long most = 0;
    for (char separator : SEPARATORS) {
      long found = header.chars().filter(c -> c == separator).count();
      if (found > most) {
        most = found;
        best = separator;
      }
    }
    return best;
  }
}
