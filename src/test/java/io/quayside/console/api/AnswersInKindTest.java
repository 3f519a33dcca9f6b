package io.quayside.console.api;

import static io.quayside.console.ConsoleHub.api;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.TestHub;
import io.quayside.console.ConsoleHub;
import io.quayside.console.Receiver.Call;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Orders that did not come as EDI are answered in their own kind, at the partner's address. */
class AnswersInKindTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHOP = "/callbacks/kind-shop";

  @BeforeAll
  static void partnersAndStock() {
    partner(
        "kind-shop",
        """
        id: kind-shop
        name: A shop with an address of its own
        identifiers: [{scheme: webhook, value: kind-shop}]
        channels: {in: [{kind: webhook, signature: none}], out: {kind: webhook, url: "%s", secretEnv: SHOP_SECRET}}
        """
            .formatted(ConsoleHub.receiver().url(SHOP)));
    partner(
        "kind-net",
        """
        id: kind-net
        name: A procurement network
        identifiers: [{scheme: cxml, qualifier: NetworkID, value: KINDNET}]
        we: {scheme: cxml, qualifier: DUNS, value: "128293714"}
        channels: {out: {kind: webhook, url: "%s", secretEnv: SHOP_SECRET}}
        """
            .formatted(ConsoleHub.receiver().url("/cxml")));
    partner(
        "kind-peppol",
        """
        id: kind-peppol
        name: A buyer in Peppol
        identifiers: [{scheme: ubl, qualifier: "0088", value: "7300010000032"}]
        we: {scheme: ubl, qualifier: "0088", value: "7300010000018"}
        channels: {out: {kind: webhook, url: "%s", secretEnv: SHOP_SECRET}}
        """
            .formatted(ConsoleHub.receiver().url("/ubl")));
    partner(
        "kind-erp",
        """
        id: kind-erp
        name: Our own ERP
        identifiers: [{scheme: webhook, value: kind-erp}]
        channels: {out: {kind: webhook, url: "%s", secretEnv: SHOP_SECRET}}
        export: {format: csv, partners: [kind-shop]}
        """
            .formatted(ConsoleHub.receiver().url("/erp")));
    api(
        "POST",
        "/api/inventory/items",
        "sku,unit,onHand,price,currency\nKIND-1,EA,100,12.50,USD\n");
  }

  @Test
  void aShopHearsOfItsOrderInJsonThreeTimes() throws Exception {
    sell("KIND-PO-1", 4, "");
    ConsoleHub.hub().awaitIdle();
    ship("KIND-PO-1");
    List<JsonNode> heard = heard("KIND-PO-1");
    assertThat(heard)
        .extracting(event -> event.get("event").asText())
        .containsExactly("order-confirmed", "order-shipped", "order-invoiced");
    assertThat(heard.get(0).at("/verdict").asText()).isEqualTo("accepted");
    assertThat(heard.get(0).at("/lines/0/lineNumber").asText()).isEqualTo("7");
    assertThat(heard.get(0).at("/lines/0/accepted").asText()).isEqualTo("4");
    assertThat(heard.get(1).at("/lines/0/quantity").asText()).isEqualTo("4");
    assertThat(heard.get(1).at("/tracking").asText()).isEqualTo("T-1");
    assertThat(heard.get(2).at("/lines/0/lineNumber").asText()).isEqualTo("7");
    assertThat(heard.get(2).at("/totals/total").asText()).isEqualTo("50");
    assertThat(heard).allSatisfy(event -> assertThat(event.get("test").asBoolean()).isFalse());
    JsonNode documents = documents("order-confirmed", "KIND-PO-1", false);
    assertThat(documents.get("validity").asText()).isEqualTo("accepted");
    assertThat(documents.get("delivery").asText()).isEqualTo("delivered");
    assertThat(documents.get("acknowledgment").asText()).isEqualTo("none");
    assertThat(ConsoleHub.receiver().calls(SHOP))
        .allSatisfy(
            call ->
                assertThat(call.headers())
                    .containsEntry("Content-Type", "application/json")
                    .containsKeys("webhook-id", "webhook-signature", "Idempotency-Key"));
  }

  @Test
  void ourErpGetsEachAcceptedOrderOnceAndNoTest() throws Exception {
    sell("KIND-PO-5", 3, "");
    sell("KIND-PO-6", 3, "\"test\":true,");
    ConsoleHub.hub().awaitIdle();
    assertThat(ConsoleHub.receiver().calls("/erp"))
        .extracting(Call::body)
        .noneMatch(body -> body.contains("KIND-PO-6"))
        .filteredOn(body -> body.contains("KIND-PO-5"))
        .singleElement()
        .asString()
        .startsWith("SALES_ORDER,CUSTOMER,PO_NUMBER,")
        .contains(",kind-shop,KIND-PO-5,,7,KIND-1,,")
        .contains(",3,3,0,EA,12.5");
  }

  @Test
  void theAnswersToATestOrderSaySo() throws Exception {
    sell("KIND-PO-2", 1, "\"test\":true,");
    ConsoleHub.hub().awaitIdle();
    assertThat(heard("KIND-PO-2"))
        .hasSize(3)
        .allSatisfy(event -> assertThat(event.get("test").asBoolean()).isTrue());
    assertThat(documents("order-confirmed", "KIND-PO-2", true).get("delivery").asText())
        .isEqualTo("delivered");
  }

  @Test
  void aProcurementNetworkHearsOfItsOrderInCxmlWithTheSharedSecretInWhatLeavesAlone()
      throws Exception {
    String order =
        Files.readString(Path.of("src/test/resources/formats/cxml/in.xml"))
            .replace("AN0100", "KINDNET")
            .replace("PO-6112", "KIND-PO-3")
            .replace("W-001", "KIND-1")
            .replace("215.00", "12.50")
            .replace("1505.00", "87.50");
    api("POST", "/api/messages", order);
    ConsoleHub.hub().awaitIdle();
    List<Call> calls = ConsoleHub.receiver().calls("/cxml");
    assertThat(calls).isNotEmpty();
    assertThat(calls.get(0).headers().get("Content-Type")).startsWith("text/xml");
    assertThat(calls.get(0).body())
        .contains("<SharedSecret>" + ConsoleHub.SHOP_SECRET + "</SharedSecret>")
        .contains("<Request deploymentMode=\"test\">")
        .contains("<OrderReference orderID=\"KIND-PO-3\">")
        .contains("<DocumentReference payloadID=\"p1@buyer.example\"/>")
        .contains("<ConfirmationItem lineNumber=\"1\" quantity=\"7\">");
    JsonNode document = documents("ConfirmationRequest", "KIND-PO-3", true);
    assertThat(document.get("validity").asText()).isEqualTo("accepted");
    assertThat(document.get("delivery").asText()).isEqualTo("delivered");
    assertThat(document.get("acknowledgment").asText()).isEqualTo("none");
    assertThat(api("GET", "/api/documents/" + document.get("id").asText() + "/raw", null).body())
        .contains("<SharedSecret/>");
  }

  @Test
  void aBuyerInPeppolHearsOfItsOrderInUbl() throws Exception {
    String order =
        Files.readString(Path.of("src/test/resources/formats/ubl/in.xml"))
            .replace("7300010000001", "7300010000032")
            .replace("<cbc:ID>34<", "<cbc:ID>KIND-PO-4<")
            .replace("W-001", "KIND-1")
            .replaceAll("<cac:StandardItemIdentification>.*</cac:StandardItemIdentification>", "")
            .replaceAll("<cac:RequestedDeliveryPeriod>.*</cac:RequestedDeliveryPeriod>", "")
            .replaceAll(">50</cbc:PriceAmount>", ">125</cbc:PriceAmount>")
            .replace("currencyID=\"EUR\"", "currencyID=\"USD\"")
            .replace(">EUR<", ">USD<")
            .replace("unitCode=\"C62\"", "unitCode=\"EA\"");
    api("POST", "/api/messages", order);
    ConsoleHub.hub().awaitIdle();
    ship("KIND-PO-4");
    List<String> heard = ConsoleHub.receiver().calls("/ubl").stream().map(Call::body).toList();
    assertThat(heard).hasSizeGreaterThanOrEqualTo(2);
    assertThat(heard.get(0))
        .contains("urn:fdc:peppol.eu:poacc:trns:order_response:3")
        .contains("<cbc:EndpointID schemeID=\"0088\">7300010000032</cbc:EndpointID>")
        .contains("<cbc:OrderResponseCode listID=\"UNCL4343\">AP</cbc:OrderResponseCode>");
    assertThat(heard.get(1))
        .contains("urn:fdc:peppol.eu:poacc:trns:despatch_advice:3")
        .contains("<cbc:DeliveredQuantity unitCode=\"EA\">12</cbc:DeliveredQuantity>");
    assertThat(documents("OrderResponse", "KIND-PO-4", false).get("delivery").asText())
        .isEqualTo("delivered");
  }

  private static void sell(String po, int quantity, String more) {
    String order =
        """
        {"poNumber":"%s",%s"currency":"USD","shipTo":{"name":"A buyer","address":{"lines":["1 Main St"],"city":"Springfield","region":"IL","postalCode":"62701","country":"US"}},"lines":[{"lineNumber":"7","quantity":"%d","unit":"EA","price":{"amount":"12.50"},"ids":[{"scheme":"vendor","value":"KIND-1"}]}]}"""
            .formatted(po, more, quantity);
    assertThat(post("/webhooks/kind-shop", order).statusCode()).isEqualTo(202);
  }

  private static void ship(String po) throws Exception {
    for (JsonNode pick : read("/api/shipping?size=200").get("items")) {
      if (pick.get("poNumber").asText().equals(po)) {
        HttpResponse<String> answer =
            api(
                "POST",
                "/api/shipping/" + pick.get("requestId").asText(),
                "{\"all\":true,\"cartons\":1,\"scac\":\"UPSN\",\"tracking\":\"T-1\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      }
    }
    ConsoleHub.hub().awaitIdle();
  }

  private static List<JsonNode> heard(String po) throws Exception {
    List<JsonNode> heard = new ArrayList<>();
    for (Call call : ConsoleHub.receiver().calls(SHOP)) {
      JsonNode event = JSON.readTree(call.body());
      if (event.get("poNumber").asText().equals(po)) {
        heard.add(event);
      }
    }
    return heard;
  }

  private static JsonNode documents(String type, String po, boolean test) throws Exception {
    for (JsonNode one :
        read("/api/documents?size=200&test=" + test + "&type=" + type).get("items")) {
      if (one.path("reference").asText().equals(po)) {
        return one;
      }
    }
    throw new AssertionError("no " + type + " of " + po);
  }

  private static JsonNode read(String path) throws Exception {
    return JSON.readTree(api("GET", path, null).body());
  }

  private static HttpResponse<String> post(String path, String body) {
    return api("POST", path, null, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void partner(String id, String file) {
    HttpResponse<String> answer =
        api(
            "PUT",
            "/api/partners/" + id,
            TestHub.API_TOKEN,
            file.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/yaml");
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
  }
}
