package io.quayside.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.ConfigFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More than one order on a paper. */
class SeveralOrdersTest {
  private static final Extractor EXTRACTOR = new Extractor(new ConfigFiles(null));

  @Test
  void ordersOnPagesOfTheirOwnWaitForAPerson() {
    Extraction read = print("4500-77", "4500-78");
    assertThat(read.mapped().findings().toString()).contains("another order begins", "4500-78");
    assertThat(read.leastNeeded()).isLessThan(0.5);
  }

  @Test
  void ordersBelowEachOtherWaitForAPerson() {
    String sheet =
        """
        Purchase Order No: 4500-77
        Item No.   Description   Qty   Unit Price   Amount
        W-001      Widget        5     4.00         20.00

        Purchase Order No: 4500-78
        Item No.   Description   Qty   Unit Price   Amount
        W-002      Gadget        2     3.00         6.00
        """;
    Extraction read =
        EXTRACTOR.extract(
            PaperTasks.read(PaperKind.TEXT, sheet.getBytes(StandardCharsets.UTF_8)),
            Knowledge.NONE);
    assertThat(read.mapped().findings().toString()).contains("another order begins", "4500-78");
    assertThat(read.leastNeeded()).isLessThan(0.5);
  }

  @Test
  void oneOrderOnSeveralPagesIsOne() {
    for (String again : List.of("4500-77 / 1", "PO4500-77")) {
      Extraction read = print("4500-77", again);
      assertThat(read.mapped().findings().toString()).doesNotContain("another order");
      assertThat(read.mapped().order().at("/lines")).hasSize(2);
    }
  }

  private static Extraction print(String... numbers) {
    Drawing draw = new Drawing(false);
    String[][] rows = {
      {"Line", "Item No.", "Description", "Qty", "Unit Price", "Amount"},
      {"", "W-00", "Widget", "5", "4.00", "20.00"}
    };
    for (int page = 0; page < numbers.length; page++) {
      if (page > 0) {
        draw.next();
      }
      draw.text(40, 40, "Purchase Order No: " + numbers[page]);
      for (int r = 0; r < rows.length; r++) {
        for (int c = 0; c < rows[r].length; c++) {
          String text = r > 0 && c == 0 ? String.valueOf(page + 1) : rows[r][c];
          draw.text(40 + c * 80, 80 + r * 14, text);
        }
      }
    }
    return EXTRACTOR.extract(PaperTasks.read(PaperKind.PDF, draw.bytes()), Knowledge.NONE);
  }
}
