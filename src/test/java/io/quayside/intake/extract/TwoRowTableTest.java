package io.quayside.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.mapping.ConfigFiles;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Order lines on two rows below a heading of two rows. */
class TwoRowTableTest {
  private static final Extractor EXTRACTOR = new Extractor(new ConfigFiles(null));

  @Test
  void aLineOnTwoRowsIsReadWholeWithWhatStandsBelowIt() {
    Extraction read =
        read(
            """
            Bestellung 4500017
            Datum: 20.04.2026

            Pos.   Material     Bezeichnung
                   Bestellmenge   Einheit   Preis pro Einheit        Nettowert

            00010  4711-A       Sechskantschraube M8x40
                   1.000          ST        12,50 / 100 ST              125,00
                   Liefertermin: Tag 12.05.2026
                   Ihre Materialnummer: SK-8-40
            00020  4712-B       Scheibe 8,4
                   verzinkt, DIN 125
                   2.500          ST        3,20 EUR / 1.000 ST           8,00
                   Bitte in Kartons zu 500 packen
            00030  4713         Mutter
                   12             ST        1,50                         18,00
            Gesamtnettowert ohne Mwst EUR                               151,00
            """);
    JsonNode lines = read.mapped().order().at("/lines");
    assertThat(lines).hasSize(3);
    assertThat(lines.at("/0/lineNumber").asText()).isEqualTo("00010");
    assertThat(lines.at("/0/ids/0/value").asText()).isEqualTo("SK-8-40");
    assertThat(lines.at("/0/ids/1/value").asText()).isEqualTo("4711-A");
    assertThat(lines.at("/0/quantity").asText()).isEqualTo("1000");
    assertThat(lines.at("/0/unit").asText()).isEqualTo("EA");
    assertThat(lines.at("/0/price/amount").asText()).isEqualTo("12.50");
    assertThat(lines.at("/0/price/per").asText()).isEqualTo("100");
    assertThat(lines.at("/0/dates/requestedDelivery").asText()).isEqualTo("2026-05-12");
    assertThat(lines.at("/1/description").asText()).isEqualTo("Scheibe 8,4 verzinkt, DIN 125");
    assertThat(lines.at("/1/price/per").asText()).isEqualTo("1000");
    assertThat(lines.at("/1/notes/0/text").asText()).isEqualTo("Bitte in Kartons zu 500 packen");
    assertThat(lines.at("/2/quantity").asText()).isEqualTo("12");
    assertThat(read.mapped().order().at("/totals/amount").asText()).isEqualTo("151.00");
    assertThat(read.mapped().findings()).isEmpty();
    assertThat(read.leastNeeded()).isGreaterThan(0.9);
  }

  @Test
  void valuesOnTheNextPageAndBesideTheirHeadingsAreTheLines() {
    Drawing draw = new Drawing(false);
    draw.text(40, 40, "Purchase order");
    draw.text(300, 60, "PO number/date");
    draw.text(300, 72, "4503665 / 01/27/2026");
    heading(draw, 700);
    draw.text(40, 730, "00010");
    draw.text(85, 730, "1979135");
    draw.text(220, 730, "Pallet, block");
    draw.next();
    heading(draw, 60);
    draw.text(75, 90, "130 Each");
    draw.text(285, 90, "7,190.00/1,000");
    draw.text(450, 90, "934.70");
    draw.text(40, 115, "00020");
    draw.text(85, 115, "1979136");
    draw.text(220, 115, "Sheet");
    draw.text(150, 127, "4 Each");
    draw.text(350, 127, "2.50");
    draw.text(500, 127, "10.00");
    draw.text(220, 160, "Total net value excl. tax USD");
    draw.text(500, 160, "944.70");
    Extraction read =
        EXTRACTOR.extract(PaperTasks.read(PaperKind.PDF, draw.bytes()), Knowledge.NONE);
    JsonNode order = read.mapped().order();
    assertThat(order.at("/lines")).hasSize(2);
    assertThat(order.at("/lines/0/quantity").asText()).isEqualTo("130");
    assertThat(order.at("/lines/0/price/amount").asText()).isEqualTo("7190.00");
    assertThat(order.at("/lines/0/price/per").asText()).isEqualTo("1000");
    assertThat(order.at("/lines/1/ids/0/value").asText()).isEqualTo("1979136");
    assertThat(order.at("/lines/1/quantity").asText()).isEqualTo("4");
    assertThat(order.at("/lines/1/price/amount").asText()).isEqualTo("2.50");
    assertThat(order.at("/totals/amount").asText()).isEqualTo("944.70");
    assertThat(read.mapped().evidence().get("/lines/0/quantity").toString()).contains("page 2");
  }

  @Test
  void aLineWithoutValuesIsKeptAndSaid() {
    Extraction read =
        read(
            """
            Purchase Order No: 4500018

            Item   Material   Description
                   Order qty.   Unit   Price per unit   Net value

            10     4711       Hex bolt M8
                   100          EA     1.25             125.00
            20     4712       Washer, price to be agreed
            30     4713       Nut
                   40           EA     0.50             20.00
            """);
    JsonNode lines = read.mapped().order().at("/lines");
    assertThat(lines).hasSize(3);
    assertThat(lines.at("/1/ids/0/value").asText()).isEqualTo("4712");
    assertThat(lines.at("/1/quantity").isMissingNode()).isTrue();
    assertThat(lines.at("/2/quantity").asText()).isEqualTo("40");
    assertThat(read.mapped().findings().toString()).contains("no quantity");
  }

  private static void heading(Drawing draw, double y) {
    draw.text(40, y, "Item");
    draw.text(85, y, "Material");
    draw.text(220, y, "Description");
    draw.text(115, y + 12, "Order qty.");
    draw.text(180, y + 12, "Unit");
    draw.text(320, y + 12, "Price per unit");
    draw.text(500, y + 12, "Net value");
  }

  private static Extraction read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return EXTRACTOR.extract(PaperTasks.read(PaperKind.TEXT, bytes), Knowledge.NONE);
  }
}
