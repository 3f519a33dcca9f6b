package io.quayside.intake.extract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Orders as text and as HTML. */
final class TextLayouts {
  private TextLayouts() {}

  /** Columns of blanks, two addresses side by side. */
  static String columns(OrderSheet sheet) {
    StringBuilder out = new StringBuilder();
    out.append(" ".repeat(20)).append(sheet.label("title")).append("\n\n");
    for (List<String> head : sheet.heads()) {
      out.append(pad(head.get(0), 26)).append(head.get(1)).append('\n');
    }
    out.append('\n')
        .append(pad(sheet.label("shipTo"), 40))
        .append(sheet.label("billTo"))
        .append('\n');
    for (int i = 0; i < Math.max(sheet.shipTo().size(), sheet.billTo().size()); i++) {
      String left = i < sheet.shipTo().size() ? sheet.shipTo().get(i) : "";
      String right = i < sheet.billTo().size() ? sheet.billTo().get(i) : "";
      out.append((pad(left, 40) + right).stripTrailing()).append('\n');
    }
    out.append('\n').append(row(sheet, sheet.headings())).append('\n');
    out.append("-".repeat(90)).append('\n');
    sheet.lines().forEach(line -> out.append(row(sheet, line)).append('\n'));
    out.append("-".repeat(90)).append('\n');
    out.append(" ".repeat(40)).append(sheet.label("total")).append("   ").append(sheet.total());
    return out.append('\n').toString();
  }

  /** Everything one below the other, the table with bars, a signature after it. */
  static String bars(OrderSheet sheet) {
    StringBuilder out = new StringBuilder();
    out.append(sheet.label("title")).append('\n');
    for (List<String> head : sheet.heads()) {
      out.append(head.get(0)).append(' ').append(head.get(1)).append('\n');
    }
    for (String role : List.of("shipTo", "billTo")) {
      out.append('\n').append(sheet.label(role)).append('\n');
      List<String> lines = role.equals("shipTo") ? sheet.shipTo() : sheet.billTo();
      lines.forEach(line -> out.append(line).append('\n'));
    }
    out.append("\n| ").append(String.join(" | ", sheet.headings())).append(" |\n");
    out.append("|---|---|\n");
    for (List<String> line : sheet.lines()) {
      String row = "";
      for (int i = 0; i < line.size(); i++) {
        row += "| " + pad(line.get(i), sheet.headings().get(i).length() + 1);
      }
      out.append(row).append("|\n");
    }
    out.append('\n').append(sheet.label("total")).append(": ").append(sheet.total());
    return out.append("\n\n-- \n").append(sheet.buyer()).append('\n').toString();
  }

  /** A page whose blocks are tables within a table. */
  static byte[] html(OrderSheet sheet, boolean nested) {
    StringBuilder out = new StringBuilder("<html><head><style>td{color:red}</style></head><body>");
    out.append(nested ? "<table><tr><td>" : "")
        .append("<h1>")
        .append(sheet.label("title"))
        .append("</h1>");
    out.append("<table>");
    for (List<String> head : sheet.heads()) {
      out.append("<tr><td><b>")
          .append(head.get(0))
          .append("</b></td><td>")
          .append(head.get(1))
          .append("</td></tr>");
    }
    out.append("</table><table><tr>");
    for (String role : List.of("shipTo", "billTo")) {
      List<String> lines = role.equals("shipTo") ? sheet.shipTo() : sheet.billTo();
      out.append("<td><b>")
          .append(sheet.label(role))
          .append("</b><br>")
          .append(String.join("<br>", lines))
          .append("</td>");
    }
    out.append("</tr></table><table border=1>").append(tr("th", sheet.headings()));
    sheet.lines().forEach(line -> out.append(tr("td", line)));
    int span = sheet.headings().size() - 1;
    out.append("<tr><td colspan=")
        .append(span)
        .append(">")
        .append(sheet.label("total"))
        .append("</td><td>")
        .append(sheet.total());
    out.append("</td></tr></table>")
        .append(nested ? "</td></tr></table>" : "")
        .append("</body></html>");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String tr(String cell, List<String> texts) {
    return texts.stream()
        .map(text -> "<" + cell + ">" + text + "</" + cell + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String row(OrderSheet sheet, List<String> cells) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      int width = sheet.width(i);
      String cell = cells.get(i);
      String blanks = " ".repeat(width - cell.length());
      row.append(sheet.number(i) ? blanks + cell : cell + blanks).append("  ");
    }
    return row.toString().stripTrailing();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
