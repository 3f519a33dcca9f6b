package io.quayside.console.api;

import static io.quayside.console.ConsoleHub.api;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.TestHub;
import io.quayside.console.ConsoleHub;
import io.quayside.document.Receipts;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ORDER =
      """
      {"poNumber":"%s","currency":"USD",
       "shipTo":{"role":"ship-to","roleCode":"ST","name":"Acme Store 42","ids":[{"scheme":"buyer-assigned","code":"92","value":"0042"}],
         "address":{"lines":["1 Main St"],"city":"Springfield","region":"IL","postalCode":"62701","country":"US"}},
       "lines":[{"lineNumber":"10","quantity":"4","unit":"EA","price":{"amount":"12.50"},
         "ids":[{"scheme":"vendor","code":"VN","value":"API-1"}]}]}""";

  @BeforeAll
  static void stock() {
    HttpResponse<String> imported =
        api(
            "POST",
            "/api/inventory/items",
            "sku,unit,onHand,price,currency\nAPI-1,EA,1000,12.50,USD\n");
    assertThat(imported.body()).isEqualTo("{\"taken\":1,\"bad\":[]}");
  }

  @Test
  void anOrderIsTakenOnceForItsIdempotencyKey() throws Exception {
    byte[] order = ORDER.formatted("IDEM-1").getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> first = place(order, "key-1");
    HttpResponse<String> again = place(order, "key-1");
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(ConsoleHub.location(again)).isEqualTo(ConsoleHub.location(first));
    assertThat(ConsoleHub.location(first)).startsWith("/api/orders/");
    HttpResponse<String> other =
        place(ORDER.formatted("IDEM-2").getBytes(StandardCharsets.UTF_8), "key-1");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(total("/api/orders?po=IDEM-1")).isEqualTo(1);
    assertThat(total("/api/orders?po=IDEM-2")).isZero();
  }

  @Test
  void theSameOrderWithoutAKeyIsRecognisedByItsContent() throws Exception {
    byte[] order = ORDER.formatted("TWICE").getBytes(StandardCharsets.UTF_8);
    JsonNode first = JSON.readTree(place(order, null).body());
    JsonNode second = JSON.readTree(place(order, null).body());
    assertThat(second.get("outcome").asText()).isEqualTo("duplicate");
    assertThat(second.get("id")).isEqualTo(first.get("id"));
  }

  @Test
  void anUnknownFieldIsRefusedByItsPointer() throws Exception {
    String wrong = ORDER.formatted("WRONG").replace("\"unit\"", "\"colour\":\"red\",\"unit\"");
    HttpResponse<String> answer = api("POST", "/api/orders?partner=acme", wrong);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(JSON.readTree(answer.body()).at("/errors/0").asText()).startsWith("/lines/0/colour");
    assertThat(total("/api/orders?po=WRONG")).isZero();
  }

  @Test
  void whatIsNoJsonIsRefusedByLineAndColumn() {
    HttpResponse<String> answer = api("POST", "/api/orders", "{\"poNumber\":\"1\",\n oops}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("line 2");
  }

  /** More readers than the read pool has connections: none may wait for a second one. */
  @Test
  void manyMayLookAtAnOrderAtOnce() throws Exception {
    byte[] body = ORDER.formatted("LOOKS").getBytes(StandardCharsets.UTF_8);
    String id = JSON.readTree(place(body, null).body()).get("id").asText();
    List<CompletableFuture<Integer>> looks = new ArrayList<>();
    ExecutorService clients = Executors.newFixedThreadPool(16);
    try {
      for (int i = 0; i < 320; i++) {
        looks.add(
            CompletableFuture.supplyAsync(
                () -> api("GET", "/api/orders/" + id, (String) null).statusCode(), clients));
      }
      assertThat(looks).extracting(CompletableFuture::join).containsOnly(200);
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void aShipmentOfNoPlainQuantityIsRefusedAndNotBooked() throws Exception {
    byte[] body = ORDER.formatted("PACKED").getBytes(StandardCharsets.UTF_8);
    String order = "/api/orders/" + JSON.readTree(place(body, null).body()).get("id").asText();
    for (String line :
        new String[] {
          "null",
          "{\"scheduleId\":\"1\",\"quantity\":\"1\"}",
          "{\"lineNumber\":\"10\",\"quantity\":\"1\"}",
          "{\"lineNumber\":\"10\",\"scheduleId\":\"1\",\"quantity\":\"-1\"}",
          "{\"lineNumber\":\"10\",\"scheduleId\":\"1\",\"quantity\":\"x\"}"
        }) {
      HttpResponse<String> answer = api("POST", order + "/shipments", "{\"lines\":[" + line + "]}");
      assertThat(answer.statusCode()).as(line + ": " + answer.body()).isEqualTo(422);
    }
    for (String none : new String[] {"[]", "[null]", "3"}) {
      HttpResponse<String> answer = api("POST", order + "/decisions", none);
      assertThat(answer.statusCode()).as(none + ": " + answer.body()).isEqualTo(400);
    }
    assertThat(
            api("POST", order + "/decisions", "[{\"line\":\"10\",\"date\":\"2026-12-01\"}]")
                .statusCode())
        .isEqualTo(200);
    for (String none : new String[] {"null", "[]", "[null]"}) {
      HttpResponse<String> answer =
          api("POST", order + "/decisions", "{\"decisions\":" + none + "}");
      assertThat(answer.statusCode()).as(none + ": " + answer.body()).isEqualTo(400);
    }
  }

  @Test
  void aBodyThatIsNestedTooDeepIsRefused() {
    HttpResponse<String> answer =
        api("POST", "/api/orders", "{\"lines\":" + "[".repeat(2000) + "]".repeat(2000) + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
  }

  @Test
  void aPriceForNothingOrLessIsRefused() throws Exception {
    for (String per : new String[] {"0", "0.0", "-1"}) {
      String wrong =
          ORDER.formatted("PER").replace("\"12.50\"}", "\"12.50\",\"per\":\"" + per + "\"}");
      HttpResponse<String> answer = api("POST", "/api/orders", wrong);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(JSON.readTree(answer.body()).at("/errors/0").asText())
          .startsWith("/lines/0/price/per");
    }
    assertThat(total("/api/orders?po=PER")).isZero();
  }

  @Test
  void anOrderHasTheShapeOfTheContract() throws Exception {
    JsonNode placed =
        JSON.readTree(
            place(ORDER.formatted("SHAPE").getBytes(StandardCharsets.UTF_8), null).body());
    ConsoleHub.hub().awaitIdle();
    JsonNode order =
        JSON.readTree(api("GET", "/api/orders/" + placed.get("id").asText(), (String) null).body());
    assertThat(order.fieldNames())
        .toIterable()
        .contains(
            "id",
            "partner",
            "customer",
            "poNumber",
            "release",
            "test",
            "status",
            "channel",
            "receivedAt",
            "holds",
            "invoiceStatus",
            "order",
            "salesOrder",
            "accounting",
            "lines",
            "documents",
            "journey");
    assertThat(order.get("release").isNull()).isTrue();
    assertThat(order.get("status").asText()).isEqualTo("accepted");
    assertThat(order.at("/order/lines/0/quantity").asText()).isEqualTo("4");
    assertThat(order.get("lines").get(0).fieldNames())
        .toIterable()
        .contains(
            "lineNumber",
            "sku",
            "unit",
            "ordered",
            "open",
            "accepted",
            "backordered",
            "rejected",
            "cancelled",
            "shipped",
            "returned",
            "invoiced",
            "credited",
            "status",
            "schedules");
    assertThat(order.at("/lines/0/accepted").asText()).isEqualTo("4");
    assertThat(order.at("/lines/0/schedules/0").has("location")).isTrue();
    JsonNode document = order.at("/documents/0");
    assertThat(document.get("direction").asText()).isEqualTo("in");
    assertThat(document.get("validity").asText()).isEqualTo("accepted");
    assertThat(document.get("delivery").asText()).isEqualTo("received");
    assertThat(order.at("/journey/0/stage").asText()).isEqualTo("intake");
  }

  @Test
  void rawBytesArriveAsTheyWereSentWhateverTheyCallThemselves() {
    byte[] bytes = {
      'a', '=', '1', '&', 0, (byte) 0xff, (byte) 0x80, '+', '%', '2', '0', '\r', '\n'
    };
    for (String type :
        new String[] {
          "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"
        }) {
      HttpResponse<String> answer =
          api("POST", "/api/messages", TestHub.API_TOKEN, bytes, "Content-Type", type);
      assertThat(answer.statusCode()).as(type).isEqualTo(202);
      String receipt = answer.body().replaceAll(".*:\"|\"}", "");
      assertThat(ConsoleHub.hub().bean(Receipts.class).bytes(receipt)).as(type).isEqualTo(bytes);
    }
  }

  @Test
  void whatCurlCallsAFormIsReadWholeBesideParametersOfTheAddress() {
    byte[] table = "PO;SKU;Qty\n1;W-001;2\n".getBytes(StandardCharsets.UTF_8);
    String form = "application/x-www-form-urlencoded";
    HttpResponse<String> seen =
        api("POST", "/api/preview?name=table.csv", TestHub.API_TOKEN, table, "Content-Type", form);
    assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
    HttpResponse<String> nobody =
        api("POST", "/api/messages?partner=no+one", TestHub.API_TOKEN, table, "Content-Type", form);
    assertThat(nobody.statusCode()).isEqualTo(400);
    assertThat(nobody.body()).contains("there is no partner");
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWithAndWithoutALength() {
    byte[] large = new byte[ConsoleHub.LIMIT + 1];
    assertThat(api("POST", "/api/messages", TestHub.API_TOKEN, large).statusCode()).isEqualTo(413);
    HttpRequest chunked =
        HttpRequest.newBuilder(ConsoleHub.uri("/api/messages"))
            .header("Authorization", "Bearer " + TestHub.API_TOKEN)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
            .build();
    assertThat(send(chunked).statusCode()).isEqualTo(413);
    byte[] fits = new byte[ConsoleHub.LIMIT];
    assertThat(api("POST", "/api/messages", TestHub.API_TOKEN, fits).statusCode()).isEqualTo(202);
  }

  @Test
  void theSameKeyWithOtherBytesIsAConflict() {
    byte[] one = "first".getBytes(StandardCharsets.UTF_8);
    byte[] two = "second".getBytes(StandardCharsets.UTF_8);
    String body = message(one).body();
    assertThat(message(one).body()).isEqualTo(body);
    assertThat(message(two).statusCode()).isEqualTo(409);
  }

  @Test
  void rawDocumentsAreDownloadsAndNeverPages() throws Exception {
    JsonNode placed =
        JSON.readTree(place(ORDER.formatted("RAW").getBytes(StandardCharsets.UTF_8), null).body());
    HttpResponse<String> raw =
        api("GET", "/api/documents/" + placed.get("documentId").asText() + "/raw", (String) null);
    assertThat(raw.body()).isEqualTo(ORDER.formatted("RAW"));
    assertThat(raw.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    assertThat(raw.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void aPartnerFileIsSavedOnlyOverTheVersionThatWasEdited() {
    String file =
        """
        {"id":"saved","name":"Saved Ltd","identifiers":[{"scheme":"x12","qualifier":"ZZ","value":"SAVED"}],
         "channels":{"out":{"kind":"folder"}}}""";
    HttpResponse<String> made = api("PUT", "/api/partners/saved", file);
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("ETag")).contains("\"1\"");
    byte[] changed = file.replace("Saved Ltd", "Saved Inc").getBytes(StandardCharsets.UTF_8);
    assertThat(put(changed, "\"1\"").statusCode()).isEqualTo(200);
    assertThat(put(changed, "\"1\"").statusCode()).isEqualTo(412);
    HttpResponse<String> wrong = api("PUT", "/api/partners/saved", "id: saved\nnamme: x\n");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("namme");
    assertThat(api("GET", "/api/partners/saved", (String) null).body()).contains("Saved Inc");
  }

  @Test
  void charactersThatAreNoTextAreRefusedByTheirPlace() throws Exception {
    for (String bad : List.of("\\u0000", "\\u001b", "\\ud800", "\\u007f")) {
      HttpResponse<String> order = api("POST", "/api/orders", ORDER.formatted("BAD" + bad));
      assertThat(order.statusCode()).as(bad).isEqualTo(400);
      assertThat(JSON.readTree(order.body()).at("/errors/0").asText())
          .startsWith("/poNumber: holds the character U+");
      assertThat(
              api("PUT", "/api/inventory/items/BAD", "{\"description\":\"a" + bad + "\"}")
                  .statusCode())
          .isEqualTo(400);
    }
    HttpResponse<String> items =
        api("POST", "/api/inventory/items", "sku,description\nA-1,fine\nA-2,b\u0000d\n");
    assertThat(items.statusCode()).isEqualTo(400);
    assertThat(items.body()).contains("Line 3 holds the character U+0000");
    for (String address :
        List.of("/api/orders?q=a%00b", "/api/orders?po=%1B", "/api/inventory/items/W%1B9")) {
      HttpResponse<String> answer = api("GET", address, (String) null);
      assertThat(answer.statusCode()).as(address).isEqualTo(400);
      assertThat(answer.body()).contains("remove it");
    }
    assertThat(total("/api/orders?q=BAD")).isZero();
    byte[] fine = ORDER.formatted("Größe \ud83d\ude80\\n").getBytes(StandardCharsets.UTF_8);
    assertThat(place(fine, null).statusCode()).isEqualTo(202);
  }

  @Test
  void aBodyThatIsCalledSomethingElseThanJsonIsRefused() {
    byte[] order = ORDER.formatted("TYPED").getBytes(StandardCharsets.UTF_8);
    for (String type : List.of("application/xml", "text/csv", "multipart/form-data; boundary=x")) {
      assertThat(typed(order, "Content-Type", type).statusCode()).as(type).isEqualTo(415);
    }
    assertThat(typed(order, "Content-Encoding", "gzip").statusCode()).isEqualTo(415);
    for (String type :
        List.of(
            "application/json; charset=utf-8",
            "application/vnd.shop+json",
            "application/x-www-form-urlencoded")) {
      assertThat(typed(order, "Content-Type", type).statusCode()).as(type).isEqualTo(202);
    }
  }

  private static HttpResponse<String> typed(byte[] order, String header, String value) {
    return api("POST", "/api/orders?partner=acme", TestHub.API_TOKEN, order, header, value);
  }

  @Test
  void everyVersionOfAPartnerFileCanBeReadAgain() throws Exception {
    String file =
        "id: twice\nname: First\nidentifiers: [{scheme: x12, qualifier: ZZ, value: TWICE}]\nchannels: {out: folder}\n";
    api("PUT", "/api/partners/twice", file);
    api("PUT", "/api/partners/twice", file.replace("First", "Second"));
    JsonNode versions =
        JSON.readTree(api("GET", "/api/partners/twice/versions", (String) null).body());
    assertThat(versions.get("total").asInt()).isEqualTo(2);
    assertThat(versions.at("/items/0/version").asInt()).isEqualTo(2);
    assertThat(versions.at("/items/1/by").asText()).isNotBlank();
    HttpResponse<String> first =
        api(
            "GET",
            "/api/partners/twice/versions/1",
            TestHub.API_TOKEN,
            null,
            "Accept",
            "application/yaml");
    assertThat(first.body()).isEqualTo(file);
    assertThat(first.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(api("GET", "/api/partners/twice/versions/9", (String) null).statusCode())
        .isEqualTo(404);
  }

  @Test
  void theSchemasAreOpenAndNothingElseOfTheFolderIs() throws Exception {
    HttpResponse<String> served = api("GET", "/v3/schemas/partner.schema.json", null, null);
    assertThat(served.statusCode()).isEqualTo(200);
    assertThat(served.headers().firstValue("Content-Type")).contains("application/schema+json");
    assertThat(JSON.readTree(served.body()).at("/properties/channels").isObject()).isTrue();
    assertThat(api("GET", "/v3/schemas/queues/accounting.post.schema.json", null, null).body())
        .contains("../order.schema.json");
    for (String other : List.of("partner", "..%2Fx12%2F850-to-order.xml", "x12", "queues")) {
      assertThat(api("GET", "/v3/schemas/" + other, null, null).statusCode())
          .as(other)
          .isBetween(400, 404);
    }
  }

  @Test
  void aSharedChannelIsSavedOnlyOverTheVersionThatWasEdited() {
    String file = "id: van\nkind: webhook\nsecretEnv: SHOP_SECRET\npartners: [acme]\n";
    HttpResponse<String> made = api("PUT", "/api/channels/van", file);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(made.body()).isEqualTo("{\"id\":\"van\",\"partners\":[\"acme\"],\"version\":1}");
    byte[] changed = file.replace("[acme]", "any").getBytes(StandardCharsets.UTF_8);
    assertThat(channel(changed, "\"1\"").statusCode()).isEqualTo(200);
    assertThat(channel(changed, "\"1\"").statusCode()).isEqualTo(412);
    assertThat(api("PUT", "/api/channels/van", "id: van\nkind: pigeon\n").statusCode())
        .isEqualTo(422);
    HttpResponse<String> stored = api("GET", "/api/channels/van", (String) null);
    assertThat(stored.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(stored.body()).contains("\"partners\":\"any\"");
    assertThat(api("GET", "/api/channels", (String) null).body()).contains("\"id\":\"van\"");
  }

  @Test
  void placesComeAndGoAsCsv() {
    api(
        "PUT",
        "/api/partners/placed",
        "{\"id\":\"placed\",\"name\":\"Placed\",\"identifiers\":[{\"scheme\":\"webhook\",\"value\":\"placed\"}],\"channels\":{\"out\":{\"kind\":\"folder\"}}}");
    String places = "/api/partners/placed/locations";
    HttpResponse<String> taken =
        api(
            "POST",
            places,
            "name;code;city;line1\nStore; 0042 ;Springfield;\"1; Main St\"\n;0043;;\n");
    assertThat(taken.body())
        .isEqualTo("{\"taken\":1,\"bad\":[{\"line\":3,\"why\":\"code and name are needed\"}]}");
    assertThat(api("GET", places, (String) null).body())
        .isEqualTo(
            "{\"0042\":{\"name\":\"Store\",\"address\":{\"lines\":[\"1; Main St\"],\"city\":\"Springfield\"}}}");
    HttpResponse<String> csv = api("GET", places, TestHub.API_TOKEN, null, "Accept", "text/csv");
    assertThat(csv.body())
        .isEqualToNormalizingNewlines(
            "code,name,line1,line2,city,region,postalCode,country,dc\n0042,Store,1; Main St,,Springfield,,,,\n");
    assertThat(api("POST", places, "code,nmae\n1,x\n").body()).contains("“nmae” is no column");
  }

  @Test
  void whatIsNotThereOrNotAllowedIsAProblemDetailToo() throws Exception {
    for (String call : new String[] {"GET /api/nothing 404", "DELETE /api/orders 405"}) {
      String[] parts = call.split(" ");
      HttpResponse<String> answer = api(parts[0], parts[1], (String) null);
      assertThat(answer.statusCode()).as(call).isEqualTo(Integer.parseInt(parts[2]));
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(JSON.readTree(answer.body()).get("instance").asText()).isEqualTo(parts[1]);
    }
  }

  @Test
  void goodsOfAnUnknownItemAreNotBookedIn() {
    HttpResponse<String> answer =
        api("POST", "/api/inventory/receipts", "{\"sku\":\"NONE-SUCH\",\"quantity\":\"1\"}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("NONE-SUCH");
  }

  @Test
  void whatIsPackedByTheApiIsShippedAndInvoiced() throws Exception {
    JsonNode placed =
        JSON.readTree(place(ORDER.formatted("PACK").getBytes(StandardCharsets.UTF_8), null).body());
    ConsoleHub.hub().awaitIdle();
    String request = null;
    for (JsonNode pick :
        JSON.readTree(api("GET", "/api/shipping", (String) null).body()).get("items")) {
      if (pick.get("poNumber").asText().equals("PACK")) {
        request = pick.get("requestId").asText();
      }
    }
    assertThat(request).isNotNull();
    assertThat(
            api(
                    "POST",
                    "/api/shipping/" + request,
                    "{\"all\":true,\"scac\":\"UPSN\",\"tracking\":\"1Z9\"}")
                .statusCode())
        .isEqualTo(202);
    ConsoleHub.hub().awaitIdle();
    JsonNode order =
        JSON.readTree(api("GET", "/api/orders/" + placed.get("id").asText(), (String) null).body());
    assertThat(order.at("/lines/0/shipped").asText()).isEqualTo("4");
    assertThat(order.at("/lines/0/invoiced").asText()).isEqualTo("4");
    assertThat(order.at("/shipments/0/tracking").asText()).isEqualTo("1Z9");
    String invoice = order.at("/invoices/0/number").asText();
    HttpResponse<String> less =
        api("POST", "/api/invoices/" + invoice + "/paid", "{\"amount\":\"0.01\"}");
    assertThat(less.statusCode()).as(less.body()).isEqualTo(422);
    assertThat(less.body()).contains("/amount `0.01`: " + invoice + " is over ");
    assertThat(api("POST", "/api/invoices/" + invoice + "/paid", (String) null).statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatWasSentIsReplacedOrCancelledByADocumentThatSaysSo() throws Exception {
    String edi =
        """
        ISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE       *261123*0355*U*00401*000077001*0*P*>~
        GS*PO*ACMEGS*QUAYSIDE*20261123*0355*77*X*004010~
        ST*850*0001~
        BEG*00*SA*CORRECTED**20261120~
        N1*ST*Acme Store 42*92*0042~
        PO1*10*4*EA*12.50**VP*API-1~
        CTT*1~
        SE*6*0001~
        GE*1*77~
        IEA*1*000077001~
        """;
    api("POST", "/api/messages", edi);
    ConsoleHub.hub().awaitIdle();
    String id =
        JSON.readTree(api("GET", "/api/orders?po=CORRECTED", (String) null).body())
            .at("/items/0/id")
            .asText();
    api(
        "POST",
        "/api/orders/" + id + "/shipments",
        "{\"lines\":[{\"lineNumber\":\"10\",\"scheduleId\":\"1\",\"quantity\":\"4\"}]}");
    ConsoleHub.hub().awaitIdle();
    assertThat(correct(id, "855", null).statusCode()).isEqualTo(202);
    assertThat(correct(id, "856", "{\"cancel\":true}").statusCode()).isEqualTo(202);
    ConsoleHub.hub().awaitIdle();
    assertThat(raw(id, "855")).contains("\nBAK*05*AD*CORRECTED*20261120*");
    assertThat(raw(id, "856")).contains("\nBSN*01*");
    assertThat(correct(id, "810", null).body()).contains("An invoice is never replaced");
    assertThat(correct(id, "850", null).body()).contains("its sender corrects it");
    assertThat(correct(id, "850", null).statusCode()).isEqualTo(409);
  }

  private static HttpResponse<String> correct(String order, String type, String body)
      throws Exception {
    return api("POST", "/api/documents/" + latest(order, type) + "/correct", body);
  }

  private static String raw(String order, String type) throws Exception {
    return api("GET", "/api/documents/" + latest(order, type) + "/raw", (String) null).body();
  }

  private static String latest(String order, String type) throws Exception {
    String path = "/api/documents?type=" + type + "&order=" + order;
    return JSON.readTree(api("GET", path, (String) null).body()).at("/items/0/id").asText();
  }

  @Test
  void aChangeIsSettledOnce() throws Exception {
    byte[] order = ORDER.formatted("SETTLE").getBytes(StandardCharsets.UTF_8);
    String id = JSON.readTree(place(order, null).body()).get("id").asText();
    ConsoleHub.hub().awaitIdle();
    String cancellation =
        ORDER
            .formatted("SETTLE")
            .replaceFirst("\\{", "{\"purpose\":\"cancellation\",\"purposeCode\":\"01\",");
    JsonNode arrived =
        JSON.readTree(place(cancellation.getBytes(StandardCharsets.UTF_8), null).body());
    assertThat(arrived.get("outcome").asText()).isEqualTo("change");
    String settle = "/api/documents/" + arrived.get("documentId").asText() + "/settle";
    assertThat(api("POST", settle, "{}").body()).contains("/accept: is missing");
    assertThat(api("POST", settle, "{\"accept\":true}").statusCode()).isEqualTo(200);
    ConsoleHub.hub().awaitIdle();
    JsonNode after = JSON.readTree(api("GET", "/api/orders/" + id, (String) null).body());
    assertThat(after.get("status").asText()).isEqualTo("cancelled");
    assertThat(after.get("holds")).isEmpty();
    HttpResponse<String> again = api("POST", settle, "{\"accept\":true}");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("does not wait for a decision");
  }

  @Test
  void probesAreOpenAndMetricsAreNot() {
    assertThat(api("GET", "/actuator/health", null, null).body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(api("GET", "/actuator/prometheus", null, null).statusCode()).isEqualTo(401);
    assertThat(api("GET", "/actuator/prometheus", (String) null).body())
        .contains("quayside_orders{status=\"on-hold\"}")
        .contains("quayside_outbox_waiting")
        .contains("quayside_problems_open");
    assertThat(api("GET", "/actuator/env", (String) null).statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> place(byte[] order, String key) {
    String[] headers = key == null ? new String[0] : new String[] {"Idempotency-Key", key};
    return api("POST", "/api/orders?partner=acme", TestHub.API_TOKEN, order, headers);
  }

  private static HttpResponse<String> message(byte[] bytes) {
    return api("POST", "/api/messages", TestHub.API_TOKEN, bytes, "Idempotency-Key", "m-1");
  }

  private static HttpResponse<String> put(byte[] file, String version) {
    return api("PUT", "/api/partners/saved", TestHub.API_TOKEN, file, "If-Match", version);
  }

  private static HttpResponse<String> channel(byte[] file, String version) {
    return api("PUT", "/api/channels/van", TestHub.API_TOKEN, file, "If-Match", version);
  }

  private static long total(String path) throws Exception {
    return JSON.readTree(api("GET", path, (String) null).body()).get("total").asLong();
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
