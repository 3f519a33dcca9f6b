package io.quayside.console.api;

import static io.quayside.console.ConsoleHub.api;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.TestHub;
import io.quayside.console.ConsoleHub;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Orders in other formats than EDI through the running hub, by webhook and by the API. */
class OrderFormatsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FORMATS = Path.of("src/test/resources/formats");

  @BeforeAll
  static void partnerAndStock() {
    partner(
        "procurer",
        """
        id: procurer
        name: A company with a procurement network
        identifiers: [{scheme: cxml, qualifier: NetworkID, value: AN0100}, {scheme: ubl, qualifier: "0088", value: "7300010000001"}, {scheme: webhook, value: procurer}]
        channels: {in: [{kind: webhook, signature: none}], out: folder}
        """);
    api(
        "POST",
        "/api/inventory/items",
        "sku,unit,onHand,price,currency\nFORMAT-1,EA,100,215.00,USD\n");
  }

  @Test
  void aShopsOrderByWebhookIsItsPartnersOrder() throws Exception {
    String order =
        sample("shopify/in.json")
            .replace("1042", "SHOP-1042")
            .replace("\"order_number\": SHOP-1042", "\"order_number\": \"SHOP-1042\"");
    assertThat(post("/webhooks/procurer", order, null).statusCode()).isEqualTo(202);
    JsonNode found = order("SHOP-1042");
    assertThat(found.at("/partner").asText()).isEqualTo("procurer");
    assertThat(found.at("/order/source/format").asText()).isEqualTo("shopify");
    assertThat(found.at("/accounting/tag").asText()).isIn("", "cash-sale");
    assertThat(found.at("/lines")).hasSize(2);
    assertThat(found.at("/documents/0/type").asText()).isEqualTo("order");
  }

  @Test
  void aCxmlOrderIsKnownByItsCredentialAndGoesToTheTestAreaItNames() throws Exception {
    String order = sample("cxml/in.xml").replace("PO-6112", "CXML-1");
    assertThat(send(order).statusCode()).isEqualTo(202);
    ConsoleHub.hub().awaitIdle();
    JsonNode found = orders("/api/orders?po=CXML-1&test=true");
    assertThat(found.at("/items/0/partner").asText()).isEqualTo("procurer");
    assertThat(orders("/api/orders?po=CXML-1").at("/total").asInt()).isZero();
  }

  @Test
  void aPeppolOrderInPiecesOfRecommendation20IsFilledFromStockInEaches() throws Exception {
    String order =
        sample("ubl/in.xml")
            .replace(">34<", ">UBL-1<")
            .replace(">W-001<", ">FORMAT-1<")
            .replace("\"EUR\"", "\"USD\"")
            .replace(">EUR<", ">USD<")
            .replace(">50<", ">2150.00<");
    send(order);
    JsonNode found = order("UBL-1");
    assertThat(found.at("/partner").asText()).isEqualTo("procurer");
    assertThat(found.at("/lines/0/unit").asText()).isEqualTo("C62");
    assertThat(found.at("/holds")).isEmpty();
    assertThat(found.at("/lines/0/accepted").asText()).isEqualTo("12");
  }

  @Test
  void aTableOfAStrangerWaitsUntilAPersonSaysWhoseItIsThenEachOrderGoesOn() throws Exception {
    String table = "PO,SKU,Qty,UOM,Price\nTAB-1,FORMAT-1,2,EA,215.00\nTAB-2,FORMAT-1,3,EA,215.00\n";
    send(table);
    ConsoleHub.hub().awaitIdle();
    JsonNode problem = problem("TAB-1, TAB-2");
    assertThat(problem.at("/kind").asText()).isEqualTo("unknown-sender");
    api(
        "POST",
        "/api/exceptions/" + problem.at("/id").asText() + "/resolve",
        "{\"partner\":\"procurer\"}");
    assertThat(order("TAB-1").at("/lines/0/ordered").asText()).isEqualTo("2");
    assertThat(order("TAB-2").at("/lines/0/ordered").asText()).isEqualTo("3");
  }

  @Test
  void aCanonicalOrderMayComeByAnyChannelAndIsHeldToTheContract() throws Exception {
    String right =
        """
        [{"poNumber":"CANON-1","currency":"USD","lines":[{"quantity":"1","unit":"EA","ids":[{"scheme":"vendor","code":"VN","value":"FORMAT-1"}]}]},
         {"poNumber":"CANON-2","colour":"red","lines":[{"quantity":"1"}]}]""";
    assertThat(post("/webhooks/procurer", right, null).statusCode()).isEqualTo(202);
    assertThat(order("CANON-1").at("/lines/0/sku").asText()).isEqualTo("FORMAT-1");
    assertThat(problem("CANON-2").at("/text").asText()).contains("/colour");
    assertThat(orders("/api/orders?po=CANON-2").at("/total").asInt()).isZero();
  }

  @Test
  void whatIsHostileOrBrokenIsExplainedAndKept() throws Exception {
    send("<!DOCTYPE cXML [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><cXML>&x;</cXML>");
    send("{\"poNumber\":\"TWICE-1\",\"poNumber\":\"TWICE-2\",\"lines\":[]}");
    ConsoleHub.hub().awaitIdle();
    assertThat(problem("DOCTYPE with declarations is not allowed").at("/kind").asText())
        .isEqualTo("unreadable");
    assertThat(problem("Duplicate field 'poNumber'").at("/kind").asText()).isEqualTo("unreadable");
  }

  private static JsonNode order(String poNumber) throws Exception {
    ConsoleHub.hub().awaitIdle();
    JsonNode found = orders("/api/orders?po=" + poNumber);
    assertThat(found.at("/total").asInt()).as(poNumber).isEqualTo(1);
    return orders("/api/orders/" + found.at("/items/0/id").asText());
  }

  private static JsonNode orders(String path) throws Exception {
    return JSON.readTree(api("GET", path, null).body());
  }

  private static JsonNode problem(String words) throws Exception {
    JsonNode items = orders("/api/exceptions?size=200").get("items");
    for (JsonNode item : items) {
      if (item.at("/text").asText().contains(words) || item.at("/title").asText().contains(words)) {
        return item;
      }
    }
    throw new AssertionError("no exception says " + words + " in " + items);
  }

  private static String sample(String path) throws Exception {
    return Files.readString(FORMATS.resolve(path));
  }

  private static HttpResponse<String> send(String body) {
    return post("/api/messages", body, TestHub.API_TOKEN);
  }

  private static HttpResponse<String> post(String path, String body, String token) {
    return api("POST", path, token, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void partner(String id, String file) {
    api(
        "PUT",
        "/api/partners/" + id,
        TestHub.API_TOKEN,
        file.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/yaml");
  }
}
