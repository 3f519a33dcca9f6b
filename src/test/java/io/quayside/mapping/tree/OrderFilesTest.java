package io.quayside.mapping.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.MappedOrder;
import io.quayside.mapping.OrderMapping;
import io.quayside.mapping.OrderSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each format's sample makes the orders that were worked out by hand, value by value. */
class OrderFilesTest {

  private static final Path FORMATS = Path.of("src/test/resources/formats");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ConfigFiles FILES = new ConfigFiles("");
  private static final OrderFiles READER = new OrderFiles(FILES);
  private static final OrderSchema SCHEMA = new OrderSchema(FILES);
  private static final OrderMapping MAPPING = new OrderMapping(FILES, SCHEMA);

  @TestFactory
  Stream<DynamicTest> aSampleMakesTheOrdersWorkedOutByHand() throws IOException {
    try (Stream<Path> cases = Files.list(FORMATS)) {
      return cases.sorted().toList().stream()
          .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
    }
  }

  private static void check(Path folder) throws Exception {
    OrderFiles.Found found = found(folder);
    List<JsonNode> orders = new ArrayList<>();
    for (OrderFiles.FoundOrder order : found.orders()) {
      MappedOrder mapped = MAPPING.map(order.source(), order.mapping(), null);
      assertThat(SCHEMA.check(mapped.order())).isEmpty();
      assertThat(mapped.findings()).isEmpty();
      assertThat(mapped.order().get("poNumber").asText()).isEqualTo(order.reference());
      assertThat(mapped.unused().toString()).doesNotContain("do-not-show");
      ObjectNode plain = mapped.order().deepCopy();
      plain.remove(List.of("buyer", "seller", "shipTo", "billTo"));
      orders.add(plain);
    }
    JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile());
    assertThat(JSON.valueToTree(orders).toPrettyString()).isEqualTo(sorted(expected, orders));
  }

  /** The expected orders in the order of our members, so that a difference is easy to see. */
  private static String sorted(JsonNode expected, List<JsonNode> like) {
    return expected.equals(JSON.valueToTree(like))
        ? JSON.valueToTree(like).toPrettyString()
        : expected.toPrettyString();
  }

  private static OrderFiles.Found found(Path folder) throws Exception {
    for (String type : List.of("json", "xml", "csv", "idoc")) {
      Path file = folder.resolve("in." + type);
      if (Files.exists(file)) {
        return read(type, Files.readAllBytes(file));
      }
    }
    throw new IllegalStateException("no in.* in " + folder);
  }

  private static OrderFiles.Found read(String type, byte[] bytes) throws Exception {
    return switch (type) {
      case "json" -> READER.json(bytes);
      case "xml" -> READER.xml(bytes);
      case "idoc" -> READER.idoc(bytes);
      default -> READER.csv(bytes);
    };
  }

  private static OrderFiles.Found read(String type, String text) throws Exception {
    return read(type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(String type, String text, String why) {
    assertThatThrownBy(() -> read(type, text))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aDoctypeThatDeclaresAnythingIsRefusedAndNothingIsFetched() {
    String order = "<cXML><Request>&x;</Request></cXML>";
    refused(
        "xml", "<!DOCTYPE cXML [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + order, "DOCTYPE");
    refused("xml", "<!DOCTYPE cXML [<!ENTITY x \"y\">]>" + order, "DOCTYPE");
    refused("xml", "<!DOCTYPE cXML SYSTEM \"http://127.0.0.1:1/x.dtd\">" + order, "&x;");
    refused("xml", "<a>".repeat(200) + "</a>".repeat(200), "nested deeper than 100");
    refused("xml", "<cXML><Request>", "line 1");
    byte[] latin = "<cXML>Gr\u00FC\u00DFe</cXML>".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> READER.xml(latin))
        .hasMessageContaining("bytes that the encoding it names (UTF-8 where it names none)");
  }

  @Test
  void aMemberThatIsGivenTwiceANumberBeyondMeasureAndDeepNestingAreRefused() {
    refused("json", "{\"qty\":1,\"qty\":1000}", "qty");
    refused("json", "{\"a\":" + "9".repeat(1000) + "}", "no JSON");
    refused("json", "[".repeat(50_000), "no JSON");
    refused("json", "{\"a\":NaN}", "line 1");
    refused("json", "{} {}", "after the end");
  }

  /** Written out, 1e99999999 has a hundred million zeros; so does what is worked out with it. */
  @ParameterizedTest
  @ValueSource(strings = {"shopify", "shopify-prices-with-tax", "woocommerce", "bigcommerce"})
  void aPriceThatNoMoneyHasIsNamedAndCostsNoTime(String shop) throws Exception {
    String order = Files.readString(FORMATS.resolve(shop).resolve("in.json"));
    for (String exponent : List.of("1e99999999", "1e999999999", "1e-99999999")) {
      String hostile =
          order.replaceAll(
              "(\"(?:price|total|total_price|subtotal|price_ex_tax|price_inc_tax)\": *)\"?[0-9.]+\"?",
              "$1\"" + exponent + "\"");
      assertThat(hostile).contains(exponent);
      assertTimeoutPreemptively(
          Duration.ofSeconds(10),
          () -> {
            for (OrderFiles.FoundOrder found : read("json", hostile).orders()) {
              MappedOrder mapped = MAPPING.map(found.source(), found.mapping(), null);
              assertThat(mapped.findings() + " " + mapped.unused()).contains(exponent);
              assertThat(mapped.order().toString()).hasSizeLessThan(20_000);
            }
          });
    }
  }

  @Test
  void whatIsAlmostAnOrderSaysWhatItLacks() throws Exception {
    assertThat(
            read("json", "{\"payload\":{\"orders\":[{\"purchaseOrderNumber\":\"2JK3S9XY\"}]}}")
                .why())
        .contains("includeDetails=true");
    assertThat(
            read("json", "{\"draft_order\":{\"id\":1,\"line_items\":[{\"sku\":\"W-1\"}]}}").why())
        .contains("no order_number");
    assertThat(read("json", "{\"id\":1,\"status_id\":11,\"products\":{\"url\":\"x\"}}").why())
        .contains("without its products");
    assertThat(read("json", "{\"colour\":\"red\"}").why()).contains("no order that we know");
  }

  @Test
  void aTableSaysWhatItLacksOrWhereItBreaks() throws Exception {
    assertThat(read("csv", "PO Number,Colour\n1,red\n").why())
        .contains("quantity")
        .contains("vendor-item")
        .contains("PO Number, Colour");
    refused("csv", "PO Number,SKU,Qty\n1,\"W-1,2\n3,4,5\n", "line 2");
    refused("csv", "PO Number,SKU,Qty\n1,W-1,\"1,000\"\n", "a thousand or one");
    refused("csv", "PO Number,SKU,Qty,Price\n1,W-1,1,12.50\n1,W-2,1,\"12,50\"\n", "`12,50`");
    refused("csv", "PO Number,SKU,Qty\n,W-1,1\n", "Line 2 has no PO number");
  }

  @Test
  void aFlatIdocThatIsCutOffSaysWhere() throws Exception {
    String file = Files.readString(FORMATS.resolve("idoc-flat/in.idoc"));
    String[] records = file.split("\r\n");
    refused("idoc", records[0] + "\n" + records[1].substring(0, 40), "Line 2 has 40 characters");
    refused("idoc", records[0].substring(0, 90), "names no MESTYP (columns 102 to 131)");
    refused("idoc", records[0] + "\n" + records[12], "belongs to IDoc 0000000000012346");
    refused("idoc", "\n" + records[1], "before any control record");
    assertThat(read("idoc", file.replace("ORDERS   ", "ORDRSP   ")).why())
        .contains("another message type");
    String own = records[1].replace("E2EDK01005", "Z1OWN     ");
    assertThat(read("idoc", String.join("\n", records[0], records[1], own)).orders()).hasSize(1);
  }

  @Test
  void datesAreReadTheWayTheTableItselfShows() throws Exception {
    assertThat(date("31/12/2026", "01/02/2026")).isEqualTo("2026-12-31");
    assertThat(date("12/31/2026", "01/02/2026")).isEqualTo("2026-12-31");
    assertThat(date("01/02/2026", "13/01/2026")).isEqualTo("2026-02-01");
    assertThat(date("01/02/2026", "01/13/2026")).isEqualTo("2026-01-02");
    assertThat(date("01/02/2026", "03/04/2026")).as("nobody can say").isEqualTo("01/02/2026");
  }

  private static String date(String first, String second) throws Exception {
    String table = "PO,SKU,Qty,Order date,Ship date\n1,W-1,1,%s,%s\n".formatted(first, second);
    return read("csv", table).orders().get(0).source().children().get(0).text("po-date");
  }

  @Test
  void whoSentItIsTheDocumentsOwnWord() throws Exception {
    assertThat(found(FORMATS.resolve("cxml")).sender())
        .contains(new OrderFiles.Sender("cxml", "NetworkID", "AN0100"));
    assertThat(found(FORMATS.resolve("ubl")).sender())
        .contains(new OrderFiles.Sender("ubl", "0088", "7300010000001"));
    assertThat(found(FORMATS.resolve("idoc")).sender())
        .contains(new OrderFiles.Sender("idoc", "", "0000010042"));
    assertThat(found(FORMATS.resolve("idoc-flat")).sender())
        .contains(new OrderFiles.Sender("idoc", "", "0000010042"));
    assertThat(found(FORMATS.resolve("shopify")).sender()).isEmpty();
  }
}
