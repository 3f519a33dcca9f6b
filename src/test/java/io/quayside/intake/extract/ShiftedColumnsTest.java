package io.quayside.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.ConfigFiles;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

/** Values that stand beside their headings. */
class ShiftedColumnsTest {
  private static final Extractor EXTRACTOR = new Extractor(new ConfigFiles(null));
  private static final String[][] LINES = {
    {"1", "Terminal block", "10 EA", "15.37", "153.70"},
    {"2", "End plate", "4 EA", "2.50", "10.00"}
  };

  @Test
  void aQuantityBesideItsHeadingIsReadWhereLinesAddUp() {
    Extraction read = print("163.70", LINES);
    assertThat(read.mapped().order().at("/lines")).hasSize(2);
    assertThat(read.mapped().order().at("/lines/0/quantity").asText()).isEqualTo("10");
    assertThat(read.mapped().order().at("/lines/0/unit").asText()).isEqualTo("EA");
    assertThat(read.mapped().order().at("/lines/0/price/amount").asText()).isEqualTo("15.37");
    assertThat(read.mapped().order().at("/lines/1/quantity").asText()).isEqualTo("4");
    assertThat(read.mapped().evidence().get("/lines/0/quantity").toString()).contains("page 1");
    assertThat(read.mapped().findings()).isEmpty();
  }

  @Test
  void oneLineIsEnoughWhereItsAmountIsTheTotal() {
    String[] line = LINES[0];
    assertThat(quantity(print("153.70", line))).isEqualTo("10");
    assertThat(quantity(print("199.00", line))).isEmpty();
  }

  @Test
  void whatDoesNotAddUpOnEveryRowIsNotMoved() {
    String[] odd = {"2", "End plate", "4 EA", "2.50", "11.00"};
    Extraction read = print("164.70", LINES[0], odd);
    assertThat(quantity(read)).isEmpty();
    assertThat(read.mapped().findings()).isNotEmpty();
  }

  private static String quantity(Extraction read) {
    return read.mapped().order().at("/lines/0/quantity").asText();
  }

  private static Extraction print(String total, String[]... lines) {
    Drawing draw = new Drawing(false);
    draw.font(FontName.HELVETICA, 9);
    draw.text(40, 40, "Purchase Order No: 497-318");
    double[] headings = {40, 80, 216, 295, 425, 504};
    String[] names = {"Line", "Description", "Quantity", "Rev", "Unit Cost", "Extended Cost"};
    for (int i = 0; i < names.length; i++) {
      draw.text(headings[i], 80, names[i]);
    }
    double[] at = {40, 80, 280, 440, 520};
    double y = 100;
    for (String[] line : lines) {
      for (int i = 0; i < line.length; i++) {
        draw.text(at[i], y, line[i]);
      }
      y += 14;
    }
    draw.text(425, y + 30, "TOTAL");
    draw.text(520, y + 30, total);
    return EXTRACTOR.extract(PaperTasks.read(PaperKind.PDF, draw.bytes()), Knowledge.NONE);
  }
}
