package io.quayside.console.api;

import static io.quayside.console.ConsoleHub.api;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.TestHub;
import io.quayside.console.ConsoleHub;
import io.quayside.document.Receipts;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebhooksApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The shared hub's clock, which other tests move. */
  private static long now() {
    return ConsoleHub.hub().bean(Clock.class).instant().getEpochSecond();
  }

  private static final String NOT_PROVEN = "The call is not signed as agreed.";

  /** PO 4500088001 of a shop that signs; its ISA names partner shop, SHOPEDI. */
  private static final String ORDER =
      """
      ISA*00*          *00*          *ZZ*SHOPEDI        *ZZ*QUAYSIDE       *261123*1000*U*00401*000000077*0*P*>~
      GS*PO*SHOPEDI*QUAYSIDE*20261123*1000*77*X*004010~
      ST*850*0001~
      BEG*00*SA*4500088001**20261123~
      PO1*10*4*EA*12.50**VN*NOBODY-KNOWS-IT~
      CTT*1~
      SE*5*0001~
      GE*1*77~
      IEA*1*000000077~
      """;

  @BeforeAll
  static void partners() {
    save(
        "shop",
        """
        id: shop
        name: A shop
        identifiers: [{scheme: webhook, value: shop-hooks}, {scheme: x12, qualifier: ZZ, value: SHOPEDI}]
        channels: {in: [{kind: webhook, secretEnv: SHOP_SECRET}], out: folder}
        """);
    save(
        "slow",
        """
        id: slow
        name: A shop with few calls
        identifiers: [{scheme: webhook, value: slow}]
        channels: {in: [{kind: webhook, secretEnv: SHOP_SECRET, perSecond: 1}], out: folder}
        """);
    save(
        "open",
        """
        id: open
        name: A sender that cannot sign
        identifiers: [{scheme: webhook, value: open}]
        channels: {in: [{kind: webhook, signature: none}], out: folder}
        """);
  }

  @BeforeAll
  static void network() {
    save(
        "network",
        """
        id: network
        name: A procurement network
        identifiers: [{scheme: cxml, qualifier: NetworkID, value: NET1}, {scheme: webhook, value: network}]
        channels: {in: [{kind: webhook, signature: cxml, secretEnv: SHOP_SECRET}], out: folder}
        """);
  }

  @Test
  void aWellSignedOrderIsTakenAndBecomesAnOrder() throws Exception {
    HttpResponse<String> answer = call("shop-hooks", "order-1", now(), ORDER);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    Receipts.Receipt receipt = receipt(answer);
    assertThat(receipt.channelId()).isEqualTo("shop/webhook-1");
    assertThat(receipt.partnerId()).isEqualTo("shop");
    assertThat(ConsoleHub.hub().bean(Receipts.class).bytes(receipt.id()))
        .isEqualTo(ORDER.getBytes(StandardCharsets.UTF_8));
    ConsoleHub.hub().awaitIdle();
    JsonNode orders = JSON.readTree(api("GET", "/api/orders?po=4500088001", null).body());
    assertThat(orders.at("/total").asInt()).isEqualTo(1);
    assertThat(orders.at("/items/0/partner").asText()).isEqualTo("shop");
    assertThat(orders.at("/items/0/channel").asText()).isEqualTo("webhook");
  }

  @Test
  void theSameMessageFiftyTimesAtOnceIsOneReceiptAndFiftyEqualAnswers() {
    ExecutorService callers = Executors.newFixedThreadPool(50);
    try {
      List<CompletableFuture<String>> answers =
          IntStream.range(0, 50)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            HttpResponse<String> answer =
                                call("shop-hooks", "fifty", now(), "{\"n\":50}");
                            return answer.statusCode() + answer.body();
                          },
                          callers))
              .toList();
      assertThat(answers.stream().map(CompletableFuture::join).distinct())
          .singleElement()
          .asString()
          .startsWith("202");
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void theSameIdWithAnotherBodyIsAConflictAndNothingIsStored() throws Exception {
    HttpResponse<String> first = call("shop-hooks", "changed", now(), "{\"n\":1}");
    HttpResponse<String> other = call("shop-hooks", "changed", now(), "{\"n\":2}");
    HttpResponse<String> again = call("shop-hooks", "changed", now() + 60, "{\"n\":1}");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void whateverIsWrongTheAnswerIsTheSame() {
    List<HttpResponse<String>> refused =
        List.of(
            raw("shop-hooks", "{}", "webhook-id", "x"),
            raw("nobody-at-all", "{}", "webhook-id", "x"),
            raw("acme", "{}", "webhook-id", "x"),
            call("shop-hooks", "old", now() - 301, "{}"),
            raw(
                "shop-hooks",
                "{\"changed\":true}",
                "webhook-id",
                "x",
                "webhook-timestamp",
                String.valueOf(now()),
                "webhook-signature",
                signature("x", now(), "{}")));
    assertThat(refused).allSatisfy(one -> assertThat(one.statusCode()).isEqualTo(401));
    assertThat(
            refused.stream().map(one -> one.body().replaceAll("/webhooks/[a-z-]+", "…")).distinct())
        .singleElement()
        .asString()
        .contains(NOT_PROVEN);
    assertThat(api("GET", "/api/exceptions?kind=webhook-refused", null).body())
        .contains("Calls of webhook shop/webhook-1 are refused");
  }

  @Test
  void aWellSignedCallIsTakenWhateverItsContent() {
    assertThat(call("shop-hooks", "empty", now(), "").statusCode()).isEqualTo(202);
    assertThat(call("shop-hooks", "junk", now(), "\u0000\u00ff not an order").statusCode())
        .isEqualTo(202);
  }

  @Test
  void whatCannotBeSignedIsTakenAndMarkedEachCallOnItsOwn() throws Exception {
    HttpResponse<String> first = raw("open", "{\"order\":1}");
    HttpResponse<String> second = raw("open", "{\"order\":1}");
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(second.body()).isNotEqualTo(first.body());
    assertThat(receipt(first).name()).isEqualTo("webhook call, not signed");
  }

  @Test
  void cxmlProvesItselfByItsSharedSecretAndGetsACxmlResponse() throws Exception {
    String order =
        """
        <?xml version="1.0"?><!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">
        <cXML payloadID="1"><Header><From><Credential domain="NetworkID"><Identity>NET1</Identity></Credential></From>
        <Sender><Credential domain="NetworkID"><Identity>NET1</Identity><SharedSecret>%s</SharedSecret></Credential></Sender></Header>
        <Request><OrderRequest><OrderRequestHeader orderID="NETWORK-1" orderDate="2026-11-20" type="new"/>
        <ItemOut quantity="1" lineNumber="1"><ItemID><SupplierPartID>X</SupplierPartID></ItemID></ItemOut></OrderRequest></Request></cXML>""";
    HttpResponse<String> right = raw("network", order.formatted(ConsoleHub.SHOP_SECRET));
    assertThat(right.statusCode()).isEqualTo(200);
    assertThat(right.body()).contains("<Status code=\"200\" text=\"OK\">");
    HttpResponse<String> wrong = raw("network", order.formatted("guess"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).contains("<Status code=\"401\" text=\"Unauthorized\">");
    assertThat(raw("network", "{}").statusCode()).isEqualTo(401);
    ConsoleHub.hub().awaitIdle();
    JsonNode orders = JSON.readTree(api("GET", "/api/orders?po=NETWORK-1", null).body());
    assertThat(orders.at("/total").asInt()).isEqualTo(1);
    assertThat(orders.at("/items/0/partner").asText()).isEqualTo("network");
  }

  @Test
  void moreCallsThanAgreedAreAskedToComeAgain() {
    List<HttpResponse<String>> answers =
        IntStream.range(0, 12).mapToObj(i -> call("slow", "slow-" + i, now(), "{}")).toList();
    assertThat(answers.get(0).statusCode()).isEqualTo(202);
    assertThat(answers)
        .filteredOn(one -> one.statusCode() == 429)
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.headers().firstValue("Retry-After")).contains("1"));
  }

  @Test
  void tooLargePackedOrOfAnotherMethodIsRefused() {
    String large = "x".repeat(ConsoleHub.LIMIT + 1);
    assertThat(call("shop-hooks", "large", now(), large).statusCode()).isEqualTo(413);
    assertThat(raw("shop-hooks", "{}", "Content-Encoding", "gzip").statusCode()).isEqualTo(415);
    assertThat(api("GET", "/webhooks/shop-hooks", null, null).statusCode()).isEqualTo(401);
  }

  @Test
  void aBodyThatBreaksOffIsRefusedAndNotStored() throws Exception {
    String head =
        """
        POST /webhooks/open HTTP/1.1\r
        Host: localhost\r
        Content-Length: 100\r
        Connection: close\r
        \r
        {"half":""";
    try (Socket socket = new Socket("localhost", ConsoleHub.hub().port())) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.flush();
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 400");
    }
  }

  private static Receipts.Receipt receipt(HttpResponse<String> answer) throws Exception {
    String id = JSON.readTree(answer.body()).get("receiptId").asText();
    return ConsoleHub.hub().bean(Receipts.class).find(id).orElseThrow();
  }

  private static void save(String id, String file) {
    HttpResponse<String> saved =
        api(
            "PUT",
            "/api/partners/" + id,
            TestHub.API_TOKEN,
            file.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/yaml");
    assertThat(saved.statusCode()).as(saved.body()).isBetween(200, 201);
  }

  private static HttpResponse<String> call(String name, String id, long time, String body) {
    return raw(
        name,
        body,
        "webhook-id",
        id,
        "webhook-timestamp",
        String.valueOf(time),
        "webhook-signature",
        signature(id, time, body));
  }

  private static HttpResponse<String> raw(String name, String body, String... headers) {
    return api("POST", "/webhooks/" + name, null, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** As the specification says: v1 and the HMAC over id, time and body with points between. */
  private static String signature(String id, long time, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(ConsoleHub.SHOP_SECRET.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] signed = (id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8);
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
