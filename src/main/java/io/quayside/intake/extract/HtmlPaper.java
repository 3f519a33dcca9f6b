package io.quayside.intake.extract;

import io.quayside.intake.extract.Paper.Page;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The lines of an HTML page; the cells of its tables keep their columns. Nothing is fetched. */
final class HtmlPaper {
  static final String KIND = "html";
  private static final String BLOCKS =
      "|p|div|h1|h2|h3|h4|h5|h6|li|ul|ol|section|article|header|footer|address|blockquote|body|center|dl|dt|dd|pre|form|fieldset|";

  private final List<Row> rows = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int at;
  private int table;

  private HtmlPaper() {}

  static Paper read(byte[] bytes) {
    Document page = Jsoup.parse(TextPaper.decoded(bytes));
    page.select("script,style,head,noscript,template,[hidden]").remove();
    page.select("[style~=(?i)display\\s*:\\s*none]").remove();
    HtmlPaper paper = new HtmlPaper();
    paper.walk(page.body());
    paper.flush();
    double width =
        paper.rows.stream()
            .flatMap(row -> row.words().stream())
            .mapToDouble(Word::right)
            .max()
            .orElse(0);
    return new Paper(KIND, List.of(new Page(1, width, paper.at, paper.rows)), false, null);
  }

  private void walk(Node node) {
    if (node instanceof TextNode text) {
      line.append(text.text());
    } else if (node instanceof Element element) {
      String name = element.normalName();
      if (name.equals("br")) {
        flush();
      } else if (name.equals("table") && element.selectFirst("table table") == null) {
        flush();
        table(element);
        at++;
      } else if (BLOCKS.contains("|" + name + "|") || name.matches("table|tr|td|th")) {
        flush();
        element.childNodes().forEach(this::walk);
        flush();
        at += name.equals("p") || name.matches("h[1-6]") ? 1 : 0;
      } else {
        element.childNodes().forEach(this::walk);
      }
    }
  }

  private void flush() {
    String text = line.toString().replace('\u00A0', ' ').strip();
    line.setLength(0);
    if (!text.isEmpty()) {
      Row row = TextPaper.of(text, KIND).pages().get(0).rows().stream().findFirst().orElse(null);
      if (row != null) {
        List<Word> words =
            row.words().stream()
                .map(
                    word ->
                        new Word(
                            word.text(),
                            word.left(),
                            at,
                            word.right(),
                            at + 0.8,
                            word.apart(),
                            "line " + (at + 1)))
                .toList();
        rows.add(new Row(at, at + 0.8, words));
      }
      at++;
    }
  }

  private void table(Element element) {
    table++;
    int number = 0;
    for (Element row : element.select("tr")) {
      number++;
      List<Grid.Cell> cells = new ArrayList<>();
      int column = 0;
      for (Element cell : row.select("> td, > th")) {
        int span = Math.min(50, Math.max(1, number(cell.attr("colspan"))));
        String text = lines(cell);
        if (!text.isEmpty()) {
          cells.add(
              new Grid.Cell(
                  column,
                  span,
                  text,
                  "table %d row %d column %d".formatted(table, number, column + 1)));
        }
        column += span;
      }
      rows.addAll(Grid.rows(at, cells));
      at++;
    }
  }

  private static String lines(Element cell) {
    StringBuilder text = new StringBuilder();
    collect(cell, text);
    return text.toString().replace('\u00A0', ' ').replaceAll("[ \\t]*\\n\\s*", "\n").strip();
  }

  private static void collect(Node node, StringBuilder text) {
    if (node instanceof TextNode words) {
      text.append(words.text());
    } else if (node instanceof Element element) {
      boolean block = BLOCKS.contains("|" + element.normalName() + "|");
      if (element.normalName().equals("br") || block) {
        text.append('\n');
      }
      element.childNodes().forEach(child -> collect(child, text));
      if (block) {
        text.append('\n');
      }
    }
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 1;
  }
}
