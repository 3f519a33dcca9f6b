package io.quayside.intake.extract;

import io.quayside.intake.extract.Paper.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/**
 * The cells of a workbook (XLSX, XLS). Numbers are taken at their full value and dates as dates,
 * whatever their format shows.
 */
final class WorkbookPaper {
  static final String KIND = "workbook";
  private static final int MOST_SHEETS = 20;
  private static final int MOST_ROWS = 5_000;
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private WorkbookPaper() {}

  static Paper read(byte[] bytes) {
    ZipSecureFile.setMinInflateRatio(0.005);
    ZipSecureFile.setMaxEntrySize(MOST_BYTES);
    ZipSecureFile.setMaxFileCount(1000);
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
      List<Page> pages = new ArrayList<>();
      for (int i = 0; i < Math.min(MOST_SHEETS, book.getNumberOfSheets()); i++) {
        if (!book.isSheetHidden(i) && !book.isSheetVeryHidden(i)) {
          pages.add(page(book.getSheetAt(i), pages.size() + 1));
        }
      }
      return new Paper(KIND, pages, false, null);
    } catch (EncryptedDocumentException e) {
      return Paper.unreadable(
          KIND, "It is locked with a password. Ask the sender for an open one.");
    } catch (OldExcelFormatException e) {
      return Paper.unreadable(
          KIND, "It is a workbook of the format before 1997. Ask the sender to save it as XLSX.");
    } catch (TooMany e) {
      return Paper.unreadable(KIND, e.getMessage());
    } catch (IOException | RuntimeException e) {
      return Paper.unreadable(KIND, trouble(String.valueOf(e.getMessage())));
    }
  }

  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super("It has more than %d rows. Ask the sender to send it in parts.".formatted(MOST_ROWS));
    }
  }

  /** Said without the library's own words, which speak to programmers. */
  private static String trouble(String said) {
    boolean large = said.contains("bomb") || said.contains("Tried to allocate");
    return large
        ? "It is too large when unpacked: more than %d bytes in one part. Ask the sender to save it again without what is no order."
            .formatted(MOST_BYTES)
        : "It is no workbook, or a damaged one. Ask the sender to save it again as XLSX.";
  }

  private static Page page(Sheet sheet, int number) throws IOException {
    List<Row> rows = new ArrayList<>();
    int width = 0;
    if (sheet.getPhysicalNumberOfRows() > MOST_ROWS) {
      throw new TooMany();
    }
    for (org.apache.poi.ss.usermodel.Row row : sheet) {
      if (row.getZeroHeight()) {
        continue;
      }
      List<Grid.Cell> cells = new ArrayList<>();
      for (Cell cell : row) {
        String text = text(cell);
        if (!text.isBlank() && !sheet.isColumnHidden(cell.getColumnIndex())) {
          String where =
              sheet.getSheetName()
                  + "!"
                  + new CellReference(cell.getRowIndex(), cell.getColumnIndex())
                      .formatAsString(false);
          cells.add(new Grid.Cell(cell.getColumnIndex(), span(sheet, cell), text, where));
          width = Math.max(width, cell.getColumnIndex() + 1);
        }
      }
      rows.addAll(Grid.rows(row.getRowNum(), cells));
    }
    return new Page(number, width * 100.0, sheet.getLastRowNum() + 1.0, rows);
  }

  private static int span(Sheet sheet, Cell cell) {
    for (CellRangeAddress range : sheet.getMergedRegions()) {
      if (range.isInRange(cell)) {
        return range.getLastColumn() - range.getFirstColumn() + 1;
      }
    }
    return 1;
  }

  private static String text(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> cell.getRichStringCellValue().getString().strip();
      case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
      case NUMERIC -> number(cell);
      default -> "";
    };
  }

  /** Leading zeros of a format such as {@code 00000} are what the person sees, so they stay. */
  private static String number(Cell cell) {
    if (DateUtil.isCellDateFormatted(cell)) {
      return cell.getLocalDateTimeCellValue().toLocalDate().toString();
    }
    String format = cell.getCellStyle().getDataFormatString();
    if (format != null && format.matches("0{2,}")) {
      return new DataFormatter(Locale.ROOT)
          .formatRawCellContents(
              cell.getNumericCellValue(), cell.getCellStyle().getDataFormat(), format);
    }
    java.math.BigDecimal exact = new java.math.BigDecimal(cell.getNumericCellValue());
    java.math.BigDecimal rounded = exact.round(new java.math.MathContext(15)).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
  }
}
