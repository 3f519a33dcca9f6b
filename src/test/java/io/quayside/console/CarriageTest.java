package io.quayside.console;

import static io.quayside.console.ConsoleHub.api;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.TestHub;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Where a shipment is, said on its order's page: three lines, three shipments, one comes back. */
class CarriageTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * 12 at 2.50, 8 at 1.25 and 5 at 10.00. First 7 and 8 are packed: 7 x 2.50 + 8 x 1.25 = 27.50;
   * then 5 and 5 as they come in: 5 x 2.50 = 12.50, 5 x 10.00 = 50.00; the first comes back, credit
   * 27.50, and 62.50 are kept and billed.
   */
  @Test
  void whatCameBackIsCreditedAndTheRestIsDelivered() throws Exception {
    ConsoleHub.Visitor admin = ConsoleHub.Visitor.signedIn("admin", ConsoleHub.PASSWORD);
    put("CAR-1", "2.50", "7");
    put("CAR-2", "1.25", "8");
    put("CAR-3", "10.00", "0");
    api(
        "POST",
        "/api/orders",
        """
        {"poNumber":"CAR","currency":"USD","fulfilment":{"backorder":true},
         "lines":[{"lineNumber":"1","quantity":"12","unit":"EA","ids":[{"scheme":"vendor","value":"CAR-1"}]},
                  {"lineNumber":"2","quantity":"8","unit":"EA","ids":[{"scheme":"vendor","value":"CAR-2"}]},
                  {"lineNumber":"3","quantity":"5","unit":"EA","ids":[{"scheme":"vendor","value":"CAR-3"}]}],
         "parties":[{"role":"ship-to","name":"S","address":{"lines":["1 Main St"],"city":"Peoria","country":"US"}}]}
        """);
    ConsoleHub.hub().awaitIdle();
    pack();
    put("CAR-1", "2.50", "5");
    ConsoleHub.hub().awaitIdle();
    put("CAR-3", "10.00", "5");
    ConsoleHub.hub().awaitIdle();
    pack();

    JsonNode order = order();
    String page = "/orders/" + order.at("/id").asText();
    String first = order.at("/shipments/0/id").asText();
    String second = order.at("/shipments/1/id").asText();
    assertThat(admin.get(page).body()).contains("Where is it?", "Came back: take it back");
    admin.post(page + "/shipments/NONE/step", Map.of("step", "delivered"));
    assertThat(admin.get(page).body()).contains("No carrier of ours was asked for shipment NONE");
    admin.post(page + "/shipments/" + second + "/step", Map.of("step", "delivered"));
    admin.post(page + "/shipments/" + first + "/step", Map.of("step", "returned", "text", "wet"));
    admin.post(page + "/shipments/" + first + "/step", Map.of("step", "returned"));
    ConsoleHub.hub().awaitIdle();

    JsonNode now = order();
    assertThat(ledger(now)).isEqualTo("1: 12 12 7 7, 2: 8 8 8 8, 3: 5 5 0 0");
    assertThat(now.at("/invoices"))
        .extracting(one -> one.at("/total").asText())
        .containsExactlyInAnyOrder("27.50", "12.50", "50.00", "27.50");
  }

  /** Shipped, invoiced, returned and credited of each line. */
  private static String ledger(JsonNode order) {
    return String.join(
        ", ",
        StreamSupport.stream(order.at("/lines").spliterator(), false)
            .map(
                line ->
                    "%s: %s %s %s %s"
                        .formatted(
                            line.at("/lineNumber").asText(),
                            line.at("/shipped").asText(),
                            line.at("/invoiced").asText(),
                            line.at("/returned").asText(),
                            line.at("/credited").asText()))
            .toList());
  }

  private static void pack() throws Exception {
    for (JsonNode pick :
        JSON.readTree(api("GET", "/api/shipping?size=200", null).body()).get("items")) {
      if (pick.at("/poNumber").asText().equals("CAR")) {
        assertThat(
                api(
                        "POST",
                        "/api/shipping/" + pick.at("/requestId").asText(),
                        TestHub.API_TOKEN,
                        "{\"all\":true}".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json")
                    .statusCode())
            .isEqualTo(202);
      }
    }
    ConsoleHub.hub().awaitIdle();
  }

  private static void put(String sku, String price, String onHand) {
    String item = "{\"unit\":\"EA\",\"currency\":\"USD\",\"price\":\"%s\",\"onHand\":\"%s\"}";
    api("PUT", "/api/inventory/items/" + sku, item.formatted(price, onHand));
  }

  private static JsonNode order() throws Exception {
    String id =
        JSON.readTree(api("GET", "/api/orders?po=CAR", null).body()).at("/items/0/id").asText();
    return JSON.readTree(api("GET", "/api/orders/" + id, null).body());
  }
}
