package io.quayside.console;

import static io.quayside.console.ConsoleHub.api;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.TestHub;
import io.quayside.ops.Audit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A ship-to code that nobody knows, said once on the page of its exception. */
class ShipToTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aPersonSaysWhereTheCodeIsAndTheOrderGoesOn() throws Exception {
    ConsoleHub.Visitor admin = ConsoleHub.Visitor.signedIn("admin", ConsoleHub.PASSWORD);
    String file =
        """
        id: stores
        name: Has stores
        identifiers: [{scheme: x12, qualifier: ZZ, value: STORESEDI}]
        channels: {out: folder}
        locations: {"0042": {name: Store 42, address: {lines: [1 Main St], city: Springfield, country: US}}}
        """;
    api(
        "PUT",
        "/api/partners/stores",
        TestHub.API_TOKEN,
        file.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/yaml");
    order("000000001", "ST-1", "0098");
    order("000000002", "ST-2", "0099");

    String path = "/exceptions/" + problem("0099").at("/id").asText();
    String page = admin.get(path).body();
    assertThat(page).contains("Where is ship-to 0099?", "0042: Store 42, Springfield");

    admin.post(path + "/location", Map.of("name", "Store 99", "line", "9 Elm St"));
    assertThat(admin.get(path).body()).contains("give street, city and country");
    assertThat(order("ST-2").at("/holds/0/reason").asText()).isEqualTo("ship-to-unknown");
    for (String name : List.of("Store\0", "S".repeat(61))) {
      admin.post(
          path + "/location",
          Map.of("name", name, "line", "9 Elm St", "city", "Peoria", "country", "US"));
      assertThat(order("ST-2").at("/holds/0/reason").asText()).isEqualTo("ship-to-unknown");
    }
    assertThat(admin.get("/orders?q=a%00b").statusCode()).isEqualTo(400);

    admin.post(
        path + "/location",
        Map.of("name", "Store 99", "line", "9 Elm St", "city", "Peoria", "country", "US"));
    ConsoleHub.hub().awaitIdle();
    assertThat(order("ST-2").at("/holds").toString()).doesNotContain("ship-to-unknown");
    assertThat(
            JSON.readTree(api("GET", "/api/partners/stores/locations", null).body())
                .at("/0099/address/city")
                .asText())
        .isEqualTo("Peoria");

    admin.post(
        "/exceptions/" + problem("0098").at("/id").asText() + "/location", Map.of("known", "0042"));
    ConsoleHub.hub().awaitIdle();
    assertThat(order("ST-1").at("/holds").toString()).doesNotContain("ship-to-unknown");
  }

  @Test
  void aPersonFindsTheLineOfAnItemThatNobodyKnows() throws Exception {
    ConsoleHub.Visitor admin = ConsoleHub.Visitor.signedIn("admin", ConsoleHub.PASSWORD);
    byte[] text =
        """
        {"poNumber":"LN-1","lines":[{"lineNumber":"7 a","quantity":"1","unit":"EA","price":{"amount":"9.80","per":"100","unit":"EA"},"ids":[{"scheme":"vendor","value":"NOBODYS"}]}]}
        """
            .getBytes(StandardCharsets.UTF_8);
    api("POST", "/api/orders", TestHub.API_TOKEN, text, "Content-Type", "application/json");
    ConsoleHub.hub().awaitIdle();
    JsonNode order = order("LN-1");
    assertThat(admin.get("/orders/" + order.at("/id").asText()).body()).contains("per 100 EA");
    JsonNode unknown =
        JSON.readTree(
                api("GET", "/api/exceptions?open=true&kind=unknown-item&size=200", null).body())
            .get("items");
    for (JsonNode one : unknown) {
      if (one.at("/order").asText().equals(order.at("/id").asText())) {
        String line = "/orders/%s/lines/7%%20a".formatted(order.at("/id").asText());
        assertThat(admin.get("/exceptions/" + one.at("/id").asText()).body())
            .contains("href=\"" + line + "\"", "Decide line 7 a");
        assertThat(admin.get(line).body()).contains("Our item");
        return;
      }
    }
    throw new AssertionError("no exception about LN-1 in " + unknown);
  }

  @Test
  void aPersonSaysOnceWhichItemItIsAndAllOrdersThatWaitForItGoOn() throws Exception {
    ConsoleHub.Visitor admin = ConsoleHub.Visitor.signedIn("admin", ConsoleHub.PASSWORD);
    api(
        "PUT",
        "/api/inventory/items/MAP-1",
        "{\"description\":\"Mapped\",\"unit\":\"EA\",\"price\":\"1.00\",\"currency\":\"USD\",\"onHand\":\"9\"}");
    api(
        "PUT",
        "/api/partners/mapper",
        TestHub.API_TOKEN,
        "id: mapper\nname: Maps\nidentifiers: [{scheme: webhook, value: mapper}]\nchannels: {out: folder}\n# the end"
            .getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/yaml");
    for (String po : List.of("MP-1", "MP-2")) {
      byte[] text =
          """
          {"poNumber":"%s","lines":[{"lineNumber":"1","quantity":"2","unit":"EA","ids":[{"scheme":"vendor","code":"VN","value":"OLD-MAP"},{"scheme":"other","code":"IZ","value":"XL"}]}],
           "parties":[{"role":"ship-to","name":"S","address":{"lines":["1 Main St"],"city":"Peoria","country":"US"}}]}
          """
              .formatted(po)
              .getBytes(StandardCharsets.UTF_8);
      assertThat(
              api(
                      "POST",
                      "/api/orders?partner=mapper",
                      TestHub.API_TOKEN,
                      text,
                      "Content-Type",
                      "application/json")
                  .statusCode())
          .isEqualTo(202);
    }
    ConsoleHub.hub().awaitIdle();
    assertThat(order("MP-2").at("/holds/0/reason").asText()).isEqualTo("unknown-item");
    String path = "/exceptions/" + problemOf("MP-1").at("/id").asText();
    assertThat(admin.get(path).body())
        .contains("Which item of ours is it?", "OLD-MAP (vendor")
        .doesNotContain("XL (other");

    admin.post(path + "/item", Map.of("number", "OLD-MAP", "sku", "NO-SUCH"));
    assertThat(admin.get(path).body()).contains("There is no item NO-SUCH");
    admin.post(path + "/item", Map.of("number", "XL", "sku", "MAP-1"));
    assertThat(admin.get(path).body()).contains("Choose one of the numbers");

    admin.post(path + "/item", Map.of("number", "OLD-MAP", "sku", "MAP-1"));
    ConsoleHub.hub().awaitIdle();
    for (String po : List.of("MP-1", "MP-2")) {
      assertThat(order(po).at("/holds")).isEmpty();
      assertThat(order(po).at("/lines/0/sku").asText()).isEqualTo("MAP-1");
      assertThat(order(po).at("/lines/0/accepted").asText()).isEqualTo("2");
    }
    assertThat(
            api(
                    "GET",
                    "/api/partners/mapper",
                    TestHub.API_TOKEN,
                    null,
                    "Accept",
                    "application/yaml")
                .body())
        .endsWith("# the end\nitems: {crossReference: {\"OLD-MAP\": \"MAP-1\"}}\n");
    assertThat(api("GET", "/api/partners/mapper/versions", null).body())
        .contains("\"version\":2", "\"by\":\"admin\"");
    assertThat(ConsoleHub.hub().bean(Audit.class).latest("partner/mapper", 5))
        .anySatisfy(entry -> assertThat(entry.details()).isEqualTo("OLD-MAP is MAP-1"));
  }

  private static JsonNode problemOf(String number) throws Exception {
    String id = order(number).at("/id").asText();
    JsonNode all =
        JSON.readTree(
            api("GET", "/api/exceptions?open=true&kind=unknown-item&size=200", null).body());
    for (JsonNode one : all.get("items")) {
      if (one.at("/order").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no exception about " + number + " in " + all);
  }

  private static void order(String control, String number, String shipTo) {
    String text =
        """
        ISA*00*          *00*          *ZZ*STORESEDI      *ZZ*QUAYSIDE       *261123*0355*U*00401*%s*0*P*>~
        GS*PO*STORESEDI*QUAYSIDE*20261123*0355*%s*X*004010~
        ST*850*0001~
        BEG*00*SA*%s**20261120~
        N1*ST**92*%s~
        PO1*10*1*EA*12.50**VP*W-001~
        CTT*1~
        SE*6*0001~
        GE*1*%s~
        IEA*1*%s~
        """
            .formatted(
                control,
                Integer.valueOf(control),
                number,
                shipTo,
                Integer.valueOf(control),
                control);
    api("POST", "/api/messages", TestHub.API_TOKEN, text.getBytes(StandardCharsets.US_ASCII));
    ConsoleHub.hub().awaitIdle();
  }

  private static JsonNode order(String number) throws Exception {
    JsonNode found = JSON.readTree(api("GET", "/api/orders?po=" + number, null).body());
    return JSON.readTree(
        api("GET", "/api/orders/" + found.at("/items/0/id").asText(), null).body());
  }

  private static JsonNode problem(String code) throws Exception {
    JsonNode all =
        JSON.readTree(
            api("GET", "/api/exceptions?open=true&kind=ship-to-unknown&size=200", null).body());
    for (JsonNode one : all.get("items")) {
      if (one.at("/text").asText().contains("Ship-to " + code)) {
        return one;
      }
    }
    throw new AssertionError("no exception about " + code + " in " + all);
  }
}
