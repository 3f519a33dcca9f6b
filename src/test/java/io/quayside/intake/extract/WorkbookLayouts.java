package io.quayside.intake.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Orders as workbooks. */
final class WorkbookLayouts {
  private WorkbookLayouts() {}

  /** A form: labels left, values right of them, addresses below each other, then the table. */
  static byte[] form(OrderSheet sheet, boolean old) {
    Workbook book = old ? new HSSFWorkbook() : new XSSFWorkbook();
    Sheet page = book.createSheet("PO");
    set(page, 0, 1, sheet.label("title"));
    page.addMergedRegion(new CellRangeAddress(0, 0, 1, 4));
    int row = 2;
    for (List<String> head : sheet.heads()) {
      set(page, row, 1, head.get(0));
      set(page, row++, 2, head.get(1));
    }
    row++;
    for (String role : List.of("shipTo", "billTo")) {
      set(page, row++, 1, sheet.label(role));
      for (String line : role.equals("shipTo") ? sheet.shipTo() : sheet.billTo()) {
        set(page, row++, 1, line);
      }
      row++;
    }
    return table(book, page, sheet, row + 1, 1);
  }

  /** Addresses in one cell of several lines, labels above their values, the table at the left. */
  static byte[] blocks(OrderSheet sheet) {
    Workbook book = new XSSFWorkbook();
    Sheet page = book.createSheet("Order");
    set(page, 0, 0, sheet.label("title"));
    List<List<String>> heads = sheet.heads();
    for (int i = 0; i < heads.size(); i++) {
      set(page, 2, i, heads.get(i).get(0).replaceAll("\\s*:$", ""));
      set(page, 3, i, heads.get(i).get(1));
    }
    set(page, 5, 0, sheet.label("shipTo"));
    set(page, 5, 3, sheet.label("billTo"));
    set(page, 6, 0, String.join("\n", sheet.shipTo()));
    set(page, 6, 3, String.join("\n", sheet.billTo()));
    return table(book, page, sheet, 9, 0);
  }

  private static byte[] table(Workbook book, Sheet page, OrderSheet sheet, int top, int left) {
    int row = top;
    for (int i = 0; i < sheet.headings().size(); i++) {
      set(page, row, left + i, sheet.headings().get(i));
    }
    for (List<String> line : sheet.lines()) {
      row++;
      for (int i = 0; i < line.size(); i++) {
        set(page, row, left + i, line.get(i));
      }
    }
    set(page, row + 1, left + sheet.headings().size() - 2, sheet.label("total"));
    set(page, row + 1, left + sheet.headings().size() - 1, sheet.total());
    try (book) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void set(Sheet sheet, int row, int column, String text) {
    Row at = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    at.createCell(column).setCellValue(text);
  }
}
