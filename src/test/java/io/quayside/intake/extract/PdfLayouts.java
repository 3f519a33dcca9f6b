package io.quayside.intake.extract;

import java.util.List;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Clearly different ways to print the same order. */
final class PdfLayouts {
  private PdfLayouts() {}

  /** Labels with their values in a list, addresses side by side, a ruled table. */
  static byte[] letter(OrderSheet sheet) {
    Drawing draw = new Drawing(false);
    draw.font(FontName.HELVETICA_BOLD, 16).text(50, 60, sheet.label("title"));
    draw.font(FontName.HELVETICA, 10);
    double y = 90;
    for (List<String> head : sheet.heads()) {
      draw.text(50, y, head.get(0) + " " + head.get(1));
      y += 14;
    }
    y = addresses(draw, sheet, 200, 50, 300);
    return table(draw, sheet, y + 20, 50, 545, false, false);
  }

  /** The labels in a row above their values. */
  static byte[] grid(OrderSheet sheet) {
    Drawing draw = new Drawing(false);
    draw.font(FontName.TIMES_BOLD, 18).text(220, 50, sheet.label("title"));
    draw.font(FontName.TIMES_ROMAN, 9);
    List<List<String>> heads = sheet.heads();
    for (int i = 0; i < heads.size(); i++) {
      double x = 40 + (i % 3) * 180;
      double y = 80 + (i / 3) * 40;
      draw.text(x, y, heads.get(i).get(0).replaceAll("\\s*:$", ""));
      draw.text(x, y + 13, heads.get(i).get(1));
    }
    double y = addresses(draw, sheet, 180, 40, 320);
    return table(draw, sheet, y + 20, 40, 555, false, true);
  }

  /** Labels right-aligned at the right top, the seller's address at the left. */
  static byte[] rightHead(OrderSheet sheet) {
    Drawing draw = new Drawing(false);
    draw.font(FontName.HELVETICA_BOLD, 14).right(550, 50, sheet.label("title"));
    draw.font(FontName.HELVETICA, 9);
    double y = 75;
    for (List<String> head : sheet.heads()) {
      draw.right(450, y, head.get(0));
      draw.text(460, y, head.get(1));
      y += 13;
    }
    block(draw, sheet.label("seller"), sheet.seller(), 40, 75);
    y = addresses(draw, sheet, 190, 40, 300);
    return table(draw, sheet, y + 30, 40, 555, false, false);
  }

  /** A report of a fixed pitch. */
  static byte[] report(OrderSheet sheet) {
    Drawing draw = new Drawing(false);
    draw.font(FontName.COURIER, 7.5);
    double y = 40;
    for (String line : TextLayouts.columns(sheet).split("\n")) {
      draw.text(30, y, line);
      y += 10;
    }
    return draw.bytes();
  }

  /** On its side, with wide columns. */
  static byte[] landscape(OrderSheet sheet) {
    Drawing draw = new Drawing(true);
    draw.font(FontName.HELVETICA_BOLD, 20).text(40, 50, sheet.label("title") + " ");
    draw.font(FontName.HELVETICA, 10);
    List<List<String>> heads = sheet.heads();
    for (int i = 0; i < heads.size(); i++) {
      double x = 40 + (i % 2) * 380;
      double y = 80 + (i / 2) * 16;
      draw.text(x, y, heads.get(i).get(0));
      draw.text(x + 130, y, heads.get(i).get(1));
    }
    double y = addresses(draw, sheet, 150, 40, 420);
    return table(draw, sheet, y + 20, 40, 800, false, false);
  }

  /** A new page after each line, the heading again on each, a carried sum. */
  static byte[] pages(OrderSheet sheet) {
    Drawing draw = new Drawing(false);
    draw.font(FontName.HELVETICA, 11).text(50, 50, sheet.label("title"));
    draw.font(FontName.HELVETICA, 10);
    double y = 70;
    for (List<String> head : sheet.heads()) {
      draw.text(50, y, head.get(0));
      draw.text(200, y, head.get(1));
      y += 14;
    }
    y = addresses(draw, sheet, 170, 50, 310);
    return table(draw, sheet, y + 20, 50, 545, true, false);
  }

  /** Descriptions over two lines, notes between the lines. */
  static byte[] wrapped(OrderSheet sheet) {
    Drawing draw = new Drawing(false);
    draw.font(FontName.HELVETICA, 9);
    block(draw, sheet.label("billTo"), sheet.billTo(), 40, 50);
    block(draw, sheet.label("shipTo"), sheet.shipTo(), 40, 140);
    draw.font(FontName.HELVETICA_BOLD, 12).text(330, 50, sheet.label("title"));
    draw.font(FontName.HELVETICA, 9);
    double y = 70;
    for (List<String> head : sheet.heads()) {
      draw.text(330, y, head.get(0));
      draw.text(450, y, head.get(1));
      y += 13;
    }
    double[] at = places(sheet, 40, 555);
    heading(draw, sheet, at, 240, false);
    y = 260;
    int description = sheet.column("description");
    for (int i = 0; i < sheet.lines().size(); i++) {
      row(draw, sheet, at, y, sheet.lines().get(i));
      draw.text(at[description], y + 11, sheet.wrapped());
      if (i == 0) {
        draw.text(at[description], y + 22, sheet.note());
      }
      y += 40;
    }
    draw.right(at[at.length - 1], y + 10, sheet.total());
    draw.text(at[description] + 60, y + 10, sheet.label("total"));
    return draw.bytes();
  }

  /** Small print, narrow columns, the total above the table. */
  static byte[] dense(OrderSheet sheet) {
    Drawing draw = new Drawing(false);
    draw.font(FontName.HELVETICA, 7);
    double y = 40;
    draw.text(40, y, sheet.label("title"));
    for (List<String> head : sheet.heads()) {
      y += 9;
      draw.text(40, y, head.get(0) + " " + head.get(1));
    }
    draw.text(300, 49, sheet.label("total") + ": " + sheet.total());
    y = addresses(draw, sheet, 120, 40, 200);
    double[] at = places(sheet, 40, 380);
    heading(draw, sheet, at, y + 15, false);
    for (List<String> line : sheet.lines()) {
      row(draw, sheet, at, y + 25, line);
      y += 9;
    }
    return draw.bytes();
  }

  private static double addresses(
      Drawing draw, OrderSheet sheet, double y, double left, double right) {
    block(draw, sheet.label("shipTo"), sheet.shipTo(), left, y);
    block(draw, sheet.label("billTo"), sheet.billTo(), right, y);
    return y + 12 * (1 + Math.max(sheet.shipTo().size(), sheet.billTo().size()));
  }

  private static void block(Drawing draw, String label, List<String> lines, double x, double y) {
    draw.text(x, y, label);
    double at = y;
    for (String line : lines) {
      at += 12;
      draw.text(x, at, line);
    }
  }

  /** Left edges of text columns, right edges of number columns. */
  private static double[] places(OrderSheet sheet, double left, double right) {
    int[] widths = new int[sheet.columns().size()];
    int all = 0;
    for (int i = 0; i < widths.length; i++) {
      widths[i] = sheet.width(i) + 2;
      all += widths[i];
    }
    double[] at = new double[widths.length];
    double x = left;
    for (int i = 0; i < widths.length; i++) {
      double next = x + widths[i] * (right - left) / all;
      at[i] = sheet.number(i) ? next - 6 : x;
      x = next;
    }
    return at;
  }

  private static void heading(
      Drawing draw, OrderSheet sheet, double[] at, double y, boolean stacked) {
    for (int i = 0; i < at.length; i++) {
      String[] words =
          stacked ? sheet.headings().get(i).split(" ", 2) : new String[] {sheet.headings().get(i)};
      for (int j = 0; j < words.length; j++) {
        if (sheet.number(i)) {
          draw.right(at[i], y + j * 11, words[j]);
        } else {
          draw.text(at[i], y + j * 11, words[j]);
        }
      }
    }
  }

  private static void row(
      Drawing draw, OrderSheet sheet, double[] at, double y, List<String> line) {
    for (int i = 0; i < at.length; i++) {
      if (sheet.number(i)) {
        draw.right(at[i], y, line.get(i));
      } else {
        draw.text(at[i], y, line.get(i));
      }
    }
  }

  private static byte[] table(
      Drawing draw,
      OrderSheet sheet,
      double top,
      double left,
      double right,
      boolean paged,
      boolean stacked) {
    double[] at = places(sheet, left, right);
    heading(draw, sheet, at, top, stacked);
    draw.line(left, top + 14, right, top + 14);
    double y = top + (stacked ? 30 : 20);
    for (int i = 0; i < sheet.lines().size(); i++) {
      if (paged && i > 0) {
        draw.text(left, y + 10, "Page " + i);
        draw.next();
        draw.text(left, 40, sheet.label("title") + " " + sheet.number());
        y = 80;
        heading(draw, sheet, at, y - 20, stacked);
      }
      row(draw, sheet, at, y, sheet.lines().get(i));
      y += 18;
    }
    draw.line(left, y - 8, right, y - 8);
    draw.right(at[at.length - 1], y + 6, sheet.total());
    draw.right(at[at.length - 1] - 90, y + 6, sheet.label("total"));
    return draw.bytes();
  }
}
