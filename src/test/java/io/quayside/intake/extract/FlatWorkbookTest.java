package io.quayside.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.MappedOrder;
import io.quayside.mapping.OrderMapping;
import io.quayside.mapping.OrderSchema;
import io.quayside.mapping.tree.OrderFiles;
import io.quayside.mapping.tree.OrderFiles.Found;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A sheet with one row a line and the PO number in a column. */
class FlatWorkbookTest {

  private static final ConfigFiles FILES = new ConfigFiles("");
  private static final OrderFiles READER = new OrderFiles(FILES);
  private static final OrderMapping MAPPING = new OrderMapping(FILES, new OrderSchema(FILES));
  private static final List<Object> HEADINGS =
      List.of("PO Number", "Order date", "SKU", "Qty", "Price");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  void eachPoNumberIsAnOrderAndEachValueNamesItsCell() throws IOException {
    Found found =
        found(
                List.of(
                    HEADINGS,
                    List.of(4500000042L, DAY, "W-001", 10, 12.5),
                    List.of("", "", "W-002", 4, 1234.5),
                    List.of("PO-77", DAY, "W-001", 2, 12.5)))
            .orElseThrow();
    assertThat(found.orders())
        .extracting(OrderFiles.FoundOrder::reference)
        .containsExactly("4500000042", "PO-77");
    MappedOrder first =
        MAPPING.mapWithEvidence(
            found.orders().get(0).source(), found.orders().get(0).mapping(), null);
    JsonNode order = first.order();
    assertThat(order.at("/poDate").asText()).isEqualTo("2026-11-20");
    assertThat(order.at("/lines")).hasSize(2);
    assertThat(order.at("/lines/1/ids/0/value").asText()).isEqualTo("W-002");
    assertThat(order.at("/lines/1/quantity").asText()).isEqualTo("4");
    assertThat(order.at("/lines/1/price/amount").asText()).isEqualTo("1234.5");
    assertThat(first.findings()).isEmpty();
    assertThat(first.evidence().get("/poNumber").get(0).where()).isEqualTo("All orders!A2");
    assertThat(first.evidence().get("/lines/1/quantity").get(0).where()).isEqualTo("All orders!D3");
  }

  @Test
  void aSheetWithARowThatIsNoLineIsForAPerson() throws IOException {
    List<Object> line = List.of(4500000042L, DAY, "W-001", 10, 12.5);
    assertThat(found(List.of(HEADINGS, line, List.of("Total", "", "", 10)))).isEmpty();
    assertThat(found(List.of(HEADINGS, line, List.of("", "", "", 10)))).isEmpty();
    assertThat(found(List.of(HEADINGS, line, List.of("", "", "W-002", "ten")))).isEmpty();
    assertThat(found(List.of(List.of("PO Number", "SKU"), List.of(4500000042L, "W-001"))))
        .isEmpty();
  }

  @Test
  void numbersThatCanBeReadInTwoWaysAreForAPerson() throws IOException {
    List<Object> line = List.of(4500000042L, DAY, "W-001", 10, 12.5);
    List<Object> comma = List.of(4500000042L, DAY, "W-002", 10, "12,50");
    List<Object> thousand = List.of(4500000042L, DAY, "W-001", 10, "1.234");
    assertThat(found(List.of(HEADINGS, line, comma))).isEmpty();
    assertThat(found(List.of(HEADINGS, thousand))).isEmpty();
    assertThat(found(List.of(HEADINGS, comma))).isPresent();
  }

  private static Optional<Found> found(List<List<Object>> rows) throws IOException {
    Paper paper = WorkbookPaper.read(workbook(rows));
    return READER.workbook(paper.pages().stream().map(Sheets::rows).toList());
  }

  private static byte[] workbook(List<List<Object>> rows) throws IOException {
    try (Workbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      CellStyle day = book.createCellStyle();
      day.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
      Sheet sheet = book.createSheet("All orders");
      for (int i = 0; i < rows.size(); i++) {
        for (int column = 0; column < rows.get(i).size(); column++) {
          Cell cell = (column == 0 ? sheet.createRow(i) : sheet.getRow(i)).createCell(column);
          Object value = rows.get(i).get(column);
          if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
          } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
          } else {
            cell.setCellValue((String) value);
          }
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }
}
