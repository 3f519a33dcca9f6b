package io.quayside.mapping.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.MappedOrder;
import io.quayside.mapping.MappingException;
import io.quayside.mapping.OrderMapping;
import io.quayside.mapping.OrderSchema;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of fixed columns are read by the layout of the partner's folder. */
class FixedWidthTest {
  private static final ConfigFiles FILES = new ConfigFiles("src/test/resources/layouts");
  private static final OrderFiles READER = new OrderFiles(FILES);
  private static final OrderSchema SCHEMA = new OrderSchema(FILES);
  private static final OrderMapping MAPPING = new OrderMapping(FILES, SCHEMA);

  private static final List<String> FILE =
      List.of(
          "H14500000042     2011202600010042EUR01122026",
          "H20042    Müller Lager                  Hofweg 3                      14467 Potsdam                 DE",
          "D100010W-001          0000100000PCE000000125000",
          "D2Widget, blau",
          "D100020W-002          0000000500PCE000000009800",
          "H14500000043     2011202600010042EUR        ",
          "D100010W-001          0000001000PCE000000125000",
          "T1000003");

  @Test
  void aFileIsReadByItsLayoutAndTheMappingOfTables() throws Exception {
    OrderFiles.Found found = read(FILE).orElseThrow();
    assertThat(found.sender())
        .contains(new OrderFiles.Sender("fixed-width", "acme-orders", "00010042"));
    assertThat(found.orders())
        .extracting(OrderFiles.FoundOrder::reference)
        .containsExactly("4500000042", "4500000043");
    MappedOrder first = map(found, 0);
    ObjectNode order = first.order();
    assertThat(SCHEMA.check(order)).isEmpty();
    assertThat(first.findings()).isEmpty();
    assertThat(first.unused()).isEmpty();
    assertThat(order.at("/poDate").asText()).isEqualTo("2026-11-20");
    assertThat(order.at("/dates/requestedDelivery").asText()).isEqualTo("2026-12-01");
    assertThat(order.at("/shipTo/name").asText()).isEqualTo("Müller Lager");
    assertThat(order.at("/shipTo/ids/0/value").asText()).isEqualTo("0042");
    assertThat(order.at("/shipTo/address/city").asText()).isEqualTo("Potsdam");
    assertThat(order.at("/lines")).hasSize(2);
    assertThat(order.at("/lines/0/lineNumberSent").asText()).isEqualTo("00010");
    assertThat(order.at("/lines/0/quantity").asText()).isEqualTo("100.000");
    assertThat(order.at("/lines/0/price/amount").asText()).isEqualTo("12.5000");
    assertThat(order.at("/lines/0/description").asText()).isEqualTo("Widget, blau");
    assertThat(order.at("/lines/1/quantity").asText()).isEqualTo("0.500");
    assertThat(order.at("/lines/1/price/amount").asText()).isEqualTo("0.9800");
    assertThat(map(found, 1).order().at("/lines/0/quantity").asText()).isEqualTo("1.000");
  }

  @Test
  void whatIsNotAsTheLayoutSaysIsNamedWithLineAndColumns() {
    refused(
        2,
        "X9",
        "Line 3, columns 1 to 2: `X9` is no record of the layout acme-orders, which has H1, H2, D1, D2, T1");
    refused(
        2,
        "D100010W-001          00001",
        "Line 3, columns 23 to 32: the record ends in column 27, within quantity: it is cut off");
    refused(
        7,
        "T1000004",
        "Line 8, line-count, columns 3 to 8: it counts 000004 lines, but the file has 3");
    refused(5, "H14500000044     20", "Line 6, columns 18 to 25");
    refused(6, "H14500000044     ", "Line 6, the end: order 4500000043 has no lines");
  }

  @Test
  void aValueThatCannotBeReadIsAFindingOfItsLineAndTheRestGoesOn() throws Exception {
    List<String> file = new ArrayList<>(FILE);
    file.set(2, "D100010W-001          00001A0000PCE000000125000");
    MappedOrder order = map(read(file).orElseThrow(), 0);
    assertThat(order.findings())
        .extracting(MappedOrder.Problem::sentence)
        .singleElement()
        .asString()
        .contains("00001A0000", "line 3");
    assertThat(order.order().at("/lines/1/quantity").asText()).isEqualTo("0.500");
  }

  @Test
  void anotherTextIsNobodysLayout() throws Exception {
    assertThat(read(List.of("H1llo,", "please send 10 widgets"))).isEmpty();
    assertThat(read(List.of("PO;SKU;Qty", "1;W-1;2"))).isEmpty();
  }

  @Test
  void aWrongLayoutStopsTheStart(@TempDir Path config) throws Exception {
    Path file = Files.createDirectories(config.resolve("mappings")).resolve("x.layout.yaml");
    Files.writeString(
        file, "type: 1\nrecords: {H: {is: head, fields: {po-number: 9-2}}, D: {is: line}}\n");
    assertThatThrownBy(() -> new OrderFiles(new ConfigFiles(config.toString())))
        .isInstanceOf(MappingException.class)
        .hasMessage("mappings/x.layout.yaml: `po-number: 9-2`: columns count from 1 and go up.");
    Files.writeString(file, "type: 1\nrecords: {H: {is: top}}\n");
    assertThatThrownBy(() -> new OrderFiles(new ConfigFiles(config.toString())))
        .hasMessageContaining("`is: top` must be head, line, more or end");
  }

  private static void refused(int record, String with, String why) {
    List<String> file = new ArrayList<>(FILE);
    file.set(record, with);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining(why);
  }

  private static MappedOrder map(OrderFiles.Found found, int order) {
    OrderFiles.FoundOrder one = found.orders().get(order);
    return MAPPING.map(one.source(), one.mapping(), null);
  }

  private static Optional<OrderFiles.Found> read(List<String> records) throws Exception {
    return READER.fixedWidth(
        String.join("\r\n", records).getBytes(Charset.forName("windows-1252")));
  }
}
