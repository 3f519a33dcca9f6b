package io.quayside.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.mapping.ConfigFiles;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What stands below the lines of an order is no line. */
class BelowTheTableTest {
  private static final Extractor EXTRACTOR = new Extractor(new ConfigFiles(null));

  @Test
  void theStreetOfAnAddressBelowTheTableIsNoLine() {
    JsonNode order =
        read(
            """
            Purchase Order No: 4500-17
            Date: 2026-11-20

            Qty     Description
            12      Blue widget W-001
            5       Red widget W-002

            Ship to:
            Acme Store 42
            12 Industrial Park
            Springfield, IL 62701

            Bill to:
            Acme Inc
            500 Market Street
            Chicago, IL 60601
            """);
    assertThat(order.at("/lines")).hasSize(2);
    assertThat(order.at("/lines/1/quantity").asText()).isEqualTo("5");
    assertThat(order.at("/lines/1/notes").isMissingNode()).isTrue();
    assertThat(order.at("/shipTo/name").asText()).isEqualTo("Acme Store 42");
    assertThat(order.at("/shipTo/address/lines/0").asText()).isEqualTo("12 Industrial Park");
    assertThat(order.at("/billTo/address/city").asText()).isEqualTo("Chicago");
  }

  @Test
  void aLineGoesOnBelowTheAddressOfTheLineAboveIt() {
    JsonNode order =
        read(
            """
            Purchase Order No: 4500-18

            Pos  Item   Qty  Unit  Price
            10   W-001  12   EA    2.50
            Ship to: Acme Store 42
            20   W-002  5    EA    4.00
            """);
    assertThat(order.at("/lines")).hasSize(2);
    assertThat(order.at("/lines/1/quantity").asText()).isEqualTo("5");
  }

  @Test
  void numberedConditionsAreNoLines() {
    JsonNode order =
        read(
            """
            Purchase Order No: 4500-19

            Qty   Description               Price   Amount
            2     Blue widget               4.00    8.00

            1.    Send two copies of your invoice.
            2.    Tell us at once if you cannot ship.
            """);
    assertThat(order.at("/lines")).hasSize(1);
    assertThat(order.at("/lines/0/quantity").asText()).isEqualTo("2");
  }

  private static JsonNode read(String text) {
    Paper paper = PaperTasks.read(PaperKind.TEXT, text.getBytes(StandardCharsets.UTF_8));
    return EXTRACTOR.extract(paper, Knowledge.NONE).mapped().order();
  }
}
