package io.quayside.intake.extract;

import java.util.List;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** As SAP prints an order: a line's item and text on one row, its values on the row below. */
final class TwoRowLayout {
  private static final List<String> UPPER = List.of("line", "id", "description");
  private static final List<String> LOWER = List.of("quantity", "unit", "price", "amount");

  private TwoRowLayout() {}

  /** The second line's values stand on the next page; a note and a date stand below the first's. */
  static byte[] print(OrderSheet sheet) {
    Drawing draw = new Drawing(false);
    draw.font(FontName.HELVETICA_BOLD, 14).text(40, 50, sheet.label("title"));
    draw.font(FontName.HELVETICA, 9);
    double y = 80;
    for (List<String> head : sheet.heads()) {
      draw.text(40, y, head.get(0) + " " + head.get(1));
      y += 13;
    }
    block(draw, sheet.label("shipTo"), sheet.shipTo(), 40, 180);
    block(draw, sheet.label("billTo"), sheet.billTo(), 310, 180);
    y = headings(draw, sheet, 270);
    for (int i = 0; i < sheet.lines().size(); i++) {
      List<String> line = sheet.lines().get(i);
      upper(draw, sheet, line, y);
      if (i == 1) {
        draw.next();
        draw.text(40, 40, sheet.label("title") + " " + sheet.number());
        y = headings(draw, sheet, 70) - 12;
      }
      lower(draw, sheet, line, y + 12);
      if (i == 0) {
        draw.text(80, y + 24, sheet.note());
        draw.text(80, y + 36, sheet.label("delivery") + " " + sheet.delivery());
      }
      y += i == 0 ? 60 : 36;
    }
    draw.line(40, y - 10, 550, y - 10);
    draw.text(120, y + 4, sheet.label("total"));
    draw.right(540, y + 4, sheet.total());
    return draw.bytes();
  }

  private static void block(Drawing draw, String label, List<String> lines, double x, double y) {
    draw.text(x, y, label);
    for (int i = 0; i < lines.size(); i++) {
      draw.text(x, y + 12 * (i + 1), lines.get(i));
    }
  }

  private static double headings(Drawing draw, OrderSheet sheet, double y) {
    upper(draw, sheet, sheet.headings(), y);
    for (String name : LOWER) {
      int column = sheet.column(name);
      if (column >= 0) {
        draw.text(left(name), y + 12, sheet.headings().get(column));
      }
    }
    draw.line(40, y + 18, 550, y + 18);
    return y + 36;
  }

  private static void upper(Drawing draw, OrderSheet sheet, List<String> texts, double y) {
    double x = 40;
    for (String name : UPPER) {
      int column = sheet.column(name);
      if (column >= 0) {
        draw.text(x, y, texts.get(column));
        x += name.equals("line") ? 40 : 130;
      }
    }
  }

  /** Right-aligned, and so not quite below their headings. */
  private static void lower(Drawing draw, OrderSheet sheet, List<String> texts, double y) {
    for (String name : LOWER) {
      int column = sheet.column(name);
      if (column >= 0 && name.equals("unit")) {
        draw.text(left(name) - 10, y, texts.get(column));
      } else if (column >= 0) {
        draw.right(left(name) + 80, y, texts.get(column));
      }
    }
  }

  private static double left(String name) {
    return switch (name) {
      case "quantity" -> 70;
      case "unit" -> 170;
      case "price" -> 290;
      default -> 460;
    };
  }
}
