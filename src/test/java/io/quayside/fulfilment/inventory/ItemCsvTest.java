package io.quayside.fulfilment.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.Inventory.BadLine;
import io.quayside.fulfilment.Inventory.ItemChange;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ItemCsvTest {

  private static ItemCsv.Content read(String csv) {
    return ItemCsv.read(csv.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void columnsStandInAnyOrderAndAnEmptyCellSaysNothing() {
    ItemCsv.Content content = read("onHand,SKU,price\n60,W-001,\n");
    ItemChange change = content.rows().get(0).change();
    assertThat(content.rows().get(0).sku()).isEqualTo("W-001");
    assertThat(change.onHand()).isEqualTo("60");
    assertThat(change.price()).isNull();
  }

  @Test
  void anUnknownColumnIsRefusedByName() {
    assertThatThrownBy(() -> read("sku,colour\nW-001,blue\n"))
        .isInstanceOf(FulfilmentRefusal.class)
        .hasMessageContaining("column `colour` is unknown")
        .hasMessageContaining("reorderPoint");
  }

  @Test
  void aFileWithoutSkuIsRefused() {
    assertThatThrownBy(() -> read("onHand\n5\n")).hasMessageContaining("`sku` is missing");
    assertThatThrownBy(() -> read("")).hasMessageContaining("The file is empty");
    assertThatThrownBy(() -> read("sku,sku\na,b\n")).hasMessageContaining("twice");
  }

  @Test
  void aLineWithTooManyValuesIsReportedWithItsNumber() {
    ItemCsv.Content content = read("sku,price\nW-001,1,50\nW-002,2\n");
    assertThat(content.rows()).extracting(ItemCsv.Row::sku).containsExactly("W-002");
    assertThat(content.bad()).extracting(BadLine::line).containsExactly(2L);
  }

  @Test
  void theLineNumberIsWhereALineStartsAfterAQuotedLineBreak() {
    ItemCsv.Content content = read("sku,description\nW-001,\"two\nlines\"\nW-002,x,y\n");
    assertThat(content.bad()).extracting(BadLine::line).containsExactly(4L);
  }

  @Test
  void semicolonsByteOrderMarkAndWindowsLettersAreTaken() {
    assertThat(read("\uFEFFsku;description\nW-001;a, b\n").rows().get(0).change().description())
        .isEqualTo("a, b");
    byte[] windows = "sku,description\nW-001,Größe\n".getBytes(Charset.forName("windows-1252"));
    assertThat(ItemCsv.read(windows).rows().get(0).change().description()).isEqualTo("Größe");
  }

  @Test
  void aQuoteThatIsNeverClosedIsReportedInsteadOfSwallowingTheRest() {
    ItemCsv.Content content = read("sku,description\nW-001,x\nW-002,\"12 inch\nW-003,y\n");
    assertThat(content.rows()).extracting(ItemCsv.Row::sku).containsExactly("W-001");
    assertThat(content.bad()).extracting(BadLine::line).containsExactly(3L);
    assertThat(read("sku,description\nW-001,\"x\"").rows()).hasSize(1);
    assertThat(read("sku\nW-001\n\n").rows()).hasSize(1);
  }
}
