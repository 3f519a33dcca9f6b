package io.quayside.intake.extract;

import io.quayside.intake.extract.Paper.Page;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a plain text; two blanks or a tab part what stands in columns. */
final class TextPaper {
  static final String KIND = "text";
  private static final int MOST_LINES = 20_000;
  private static final int TAB = 8;
  static final String RULE = "[-=_*+.~]{3,}";
  private static final Pattern WORD = Pattern.compile("[^\\s|]+");
  private static final Pattern WIDE = Pattern.compile(".*(?:\\s{2}|\\||\\t).*");

  private TextPaper() {}

  static Paper read(byte[] bytes) {
    return of(decoded(bytes), KIND);
  }

  static Paper of(String text, String kind) {
    String[] lines = text.split("\\R", -1);
    if (lines.length > MOST_LINES) {
      return Paper.unreadable(kind, "It has more than %d lines.".formatted(MOST_LINES));
    }
    List<Row> rows = new ArrayList<>();
    double width = 0;
    for (int i = 0; i < lines.length; i++) {
      List<Row> cells = cells(lines[i], i);
      Row row = cells.isEmpty() ? row(lines[i], i) : cells.get(0);
      if (!row.words().isEmpty()) {
        rows.add(row);
        width = Math.max(width, row.words().get(row.words().size() - 1).right());
      }
    }
    return new Paper(kind, List.of(new Page(1, width, lines.length, rows)), false, null);
  }

  /** A row of a table that is drawn with bars or parted by tabs; empty when it is none. */
  private static List<Row> cells(String line, int index) {
    String sign = line.matches("(?:[^|]*\\|){2,}[^|]*") ? "\\|" : "\t";
    if (!line.matches("(?:[^" + sign + "]*" + sign + "){2,}[^" + sign + "]*")) {
      return List.of();
    }
    String[] texts = line.strip().replaceAll("^\\||\\|$", "").split(sign, -1);
    List<Grid.Cell> cells = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      String text = texts[i].strip();
      if (!text.isEmpty() && !text.matches(RULE)) {
        cells.add(new Grid.Cell(i, 1, text, "line " + (index + 1)));
      }
    }
    return Grid.rows(index, cells);
  }

  /** {@code > } of a quoted mail is no word. */
  private static Row row(String given, int index) {
    String line = tabs(given.replaceFirst("^(?:>\\s?)+", "")).replace('\u00A0', ' ');
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    int end = 0;
    while (matcher.find()) {
      if (matcher.group().matches(RULE)) {
        end = matcher.end();
        continue;
      }
      boolean apart =
          words.isEmpty() || WIDE.matcher(line.substring(end, matcher.start())).matches();
      words.add(
          new Word(
              matcher.group(),
              matcher.start(),
              index,
              matcher.end(),
              index + 0.8,
              apart,
              "line " + (index + 1)));
      end = matcher.end();
    }
    return new Row(index, index + 0.8, words);
  }

  private static String tabs(String line) {
    StringBuilder wide = new StringBuilder();
    for (char c : line.toCharArray()) {
      if (c == '\t') {
        wide.append("  ");
        while (wide.length() % TAB != 0) {
          wide.append(' ');
        }
      } else {
        wide.append(c);
      }
    }
    return wide.toString();
  }

  /** UTF-8, else Windows-1252. */
  static String decoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
