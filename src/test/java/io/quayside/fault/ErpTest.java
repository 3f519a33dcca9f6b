package io.quayside.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.TestHub;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The four endpoints in the hands of an ERP, over the wire, as {@code src/docs/queues.md} says. */
class ErpTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ERP = "quayside.broker.users.erp.";
  private static final String WATCHER = "quayside.broker.users.watcher.";

  private static TestHub hub;
  private static Site site;
  private Erp erp;

  @BeforeAll
  static void start() throws IOException {
    String acme = Files.readString(Path.of("routes/partners/acme.partner.yaml"));
    TestHub.Builder builder =
        TestHub.builder()
            .file("routes/partners/acme.partner.yaml", acme + "asn: {structure: SOPI}\n")
            .property("quayside.broker.listen", "tcp://127.0.0.1:0")
            .property(ERP + "password", "erp-secret")
            .property(
                ERP + "read",
                "inventory.reserve,inventory.ship,supplier.order,accounting.post,carrier.ship")
            .property(
                ERP + "write",
                "inventory.reserved,inventory.shipped,inventory.received,supplier.status,accounting.posted,carrier.status")
            .property(WATCHER + "password", "watcher-secret")
            .property(WATCHER + "read", "DLQ.inventory.shipped,order.received,order.events");
    for (String endpoint : List.of("inventory", "supplier", "accounting", "carrier")) {
      builder.property("quayside.endpoints." + endpoint + ".mode", "external");
    }
    hub = builder.start();
    site = Site.of(hub);
    site.call(
        "POST",
        "/api/inventory/items",
        "text/csv",
        """
        sku,description,unit,onHand,price,currency,gtin,supplier,supply
        W-001,"Widget, blue",EA,0,12.50,USD,0012345678905,northwind,stock
        W-003,Gadget,EA,0,4.25,USD,,,stock
        """);
    hub.awaitIdle();
  }

  @BeforeEach
  void connect() throws JMSException {
    erp = new Erp(hub.brokerAddress(), "erp", "erp-secret");
    erp.stock("W-001", "60");
    erp.stock("W-003", "100");
  }

  @AfterEach
  void disconnect() throws Exception {
    erp.close();
    for (JsonNode problem : site.openProblems()) {
      site.call(
          "POST",
          "/api/exceptions/" + problem.get("id").asText() + "/resolve",
          "application/json",
          "{\"note\":\"the test is over\"}");
    }
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static String order(String po, int control) {
    return """
        ISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE       *261123*0910*U*00401*%09d*0*P*>~
        GS*PO*ACMEEDI*QUAYSIDE*20261123*0910*%d*X*004010~
        ST*850*0001~
        BEG*00*SA*%s**20261120~
        CUR*BY*USD~
        N1*ST*Acme Store 42*92*0042~
        PO1*10*100*EA*12.50**BP*A1*VP*W-001~
        PO1*20*12*EA*4.25**BP*A3*VP*W-003~
        CTT*2~
        SE*8*0001~
        GE*1*%d~
        IEA*1*%09d~
        """
        .formatted(control, control, po, control, control);
  }

  private List<Edi> answers(String type, String po) throws Exception {
    return site.answers("acme").stream()
        .filter(one -> one.type().equals(type) && one.po().equals(po))
        .toList();
  }

  private void awaitAnswers(String type, String po, int count) {
    await().atMost(Duration.ofSeconds(60)).until(() -> answers(type, po).size() == count);
    hub.awaitIdle();
  }

  private static List<String> quantities(JsonNode line) {
    List<String> all = new ArrayList<>();
    for (String quantity :
        List.of("accepted", "backordered", "shipped", "invoiced", "rejected", "cancelled")) {
      all.add(quantity + " " + line.get(quantity).asText());
    }
    return all;
  }

  @Test
  void anErpReservesShipsBillsAndDeliversAndTheRestFollowsWhenGoodsComeIn() throws Exception {
    site.drop("a.850", order("4500000042", 905));
    awaitAnswers("810", "4500000042", 1);

    Edi confirmation = answers("855", "4500000042").get(0);
    String salesOrder = site.order("4500000042").get("salesOrder").get("number").asText();
    assertThat(confirmation.lines("BAK"))
        .containsExactly("BAK*00*AC*4500000042*20261120****" + salesOrder + "*20261123");
    assertThat(confirmation.lines("PO1").get(0)).startsWith("PO1*10*100*EA*12.50*");
    assertThat(confirmation.lines("ACK"))
        .anyMatch(ack -> ack.startsWith("ACK*IA*60*EA"))
        .anyMatch(ack -> ack.startsWith("ACK*IB*40*EA*068*20261208"))
        .anyMatch(ack -> ack.startsWith("ACK*IA*12*EA"));

    Edi notice = answers("856", "4500000042").get(0);
    assertThat(notice.first("BSN").get(2))
        .isEqualTo(erp.sent("inventory.shipped").get(0).body().get("shipmentId").asText());
    assertThat(notice.lines("MAN")).containsExactly("MAN*GM*00006141410000000011");
    assertThat(notice.lines("SN1"))
        .containsExactly("SN1*10*60*EA**100*EA**BP", "SN1*20*12*EA**12*EA**AC");
    assertThat(notice.lines("REF")).contains("REF*BM*BOL-1");

    Edi invoice = answers("810", "4500000042").get(0);
    assertThat(invoice.first("BIG").get(2)).startsWith("INV-");
    assertThat(invoice.lines("IT1"))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("IT1*10*60*EA*12.50*"),
            line -> assertThat(line).startsWith("IT1*20*12*EA*4.25*"));
    // 60 x 12.50 + 12 x 4.25 = 801.00
    assertThat(invoice.lines("TDS")).containsExactly("TDS*80100");

    erp.receiveGoods("GR-1", "W-001", "500");
    awaitAnswers("810", "4500000042", 2);

    assertThat(answers("856", "4500000042").get(1).lines("SN1"))
        .containsExactly("SN1*10*40*EA**100*EA**AC");
    assertThat(answers("810", "4500000042").get(1).lines("TDS")).containsExactly("TDS*50000");
    JsonNode whole = site.order("4500000042");
    assertThat(whole.get("status").asText()).isEqualTo("delivered");
    assertThat(whole.get("invoiceStatus").asText()).isEqualTo("invoiced");
    assertThat(quantities(whole.get("lines").get(0)))
        .containsExactly(
            "accepted 100",
            "backordered 0",
            "shipped 100",
            "invoiced 100",
            "rejected 0",
            "cancelled 0");
    assertThat(erp.received("supplier.order"))
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.body().get("supplier").asText()).isEqualTo("northwind");
              assertThat(asked.body().get("lines").get(0).get("quantity").asText()).isEqualTo("40");
            });
    assertThat(site.openProblems()).isEmpty();
    assertThat(erp.troubles()).isEmpty();
  }

  @Test
  void whatAnErpSaysTwiceHasOneEffect() throws Exception {
    erp.stock("W-001", "100");
    site.drop("a.850", order("4500000050", 906));
    awaitAnswers("810", "4500000050", 1);
    JsonNode before = site.order("4500000050");

    for (String queue :
        List.of("inventory.reserved", "inventory.shipped", "accounting.posted", "carrier.status")) {
      for (Erp.Seen said : erp.sent(queue)) {
        erp.say(queue, said.messageId(), JSON.writeValueAsString(said.body()));
        erp.say(queue, "again-" + said.messageId(), JSON.writeValueAsString(said.body()));
        erp.say(queue, null, JSON.writeValueAsString(said.body()));
      }
    }
    hub.awaitIdle();

    JsonNode after = site.order("4500000050");
    assertThat(after.get("lines")).isEqualTo(before.get("lines"));
    assertThat(after.get("status").asText()).isEqualTo("delivered");
    for (String type : List.of("855", "856", "810")) {
      assertThat(answers(type, "4500000050")).as(type).hasSize(1);
    }
    assertThat(site.openProblems()).isEmpty();
  }

  @Test
  void nonsenseGoesToTheWorkListAndTheNextMessageGoesOn() throws Exception {
    String[] nonsense = {
      "{oops",
      "[]",
      "{\"shipmentId\":\"X-1\"}",
      "{\"shipmentId\":\"X-2\",\"orderId\":\"no-such-order\",\"shippedAt\":\"2026-11-23T15:30:00Z\",\"lines\":[{\"lineNumber\":\"10\",\"scheduleId\":\"1\",\"quantity\":\"5\"}]}",
      "{\"shipmentId\":\"X-3\",\"orderId\":\"no-such-order\",\"shippedAt\":\"yesterday\",\"lines\":[]}",
      ""
    };
    for (int i = 0; i < nonsense.length; i++) {
      erp.say("inventory.shipped", "nonsense-" + i, nonsense[i]);
    }
    erp.stock("W-001", "100");
    site.drop("a.850", order("4500000060", 907));
    awaitAnswers("810", "4500000060", 1);
    for (int attempt = 0; attempt < 6; attempt++) {
      hub.advance(Duration.ofMinutes(20));
      hub.awaitIdle();
    }

    assertThat(site.openProblems())
        .extracting(problem -> problem.get("kind").asText())
        .hasSize(nonsense.length)
        .containsOnly("message-failed");
    List<String> bodies = new ArrayList<>();
    try (Connection watcher = connection("watcher", "watcher-secret");
        Session session = watcher.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageConsumer dead =
            session.createConsumer(session.createQueue("DLQ.inventory.shipped"))) {
      watcher.start();
      for (int i = 0; i < nonsense.length; i++) {
        Message message = dead.receive(10_000);
        assertThat(message).as("copy %d of %d: %s", i + 1, nonsense.length, bodies).isNotNull();
        bodies.add(((TextMessage) message).getText());
      }
      assertThat(dead.receiveNoWait()).isNull();
    }
    assertThat(bodies).containsExactlyInAnyOrder(nonsense);
  }

  @Test
  void moreThanWasShippedIsNotInvoiced() throws Exception {
    erp.stock("W-001", "100");
    site.drop("a.850", order("4500000070", 908));
    awaitAnswers("810", "4500000070", 1);
    ObjectNode again = erp.sent("accounting.posted").get(1).body().deepCopy();
    ((ObjectNode) again.get("invoice")).put("number", "ERP-INV-99");

    erp.say("accounting.posted", "second-invoice", JSON.writeValueAsString(again));
    await().until(() -> !site.openProblems().isEmpty());
    hub.awaitIdle();

    assertThat(site.openProblems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.get("kind").asText() + problem.get("text").asText())
                    .startsWith("message-failed")
                    .contains("second-invoice")
                    .contains("invoiced - credited would be 200"));
    assertThat(site.order("4500000070").get("lines").get(0).get("invoiced").asText())
        .isEqualTo("100");
    assertThat(answers("810", "4500000070")).hasSize(1);
  }

  @Test
  void whatAnExternalSystemTakesIsNotSentAgainWhenTheLeaseEnds() throws Exception {
    erp.stock("W-001", "200");
    site.drop("a.850", order("4500000090", 910));
    awaitAnswers("810", "4500000090", 1);
    hub.advance(Duration.ofMinutes(10));
    site.drop("b.850", order("4500000091", 911));
    awaitAnswers("810", "4500000091", 1);
    await().until(() -> delivered("4500000091"));

    assertThat(erp.copies()).isZero();
    assertThat(site.openProblems()).isEmpty();
  }

  private boolean delivered(String po) throws Exception {
    return site.order(po).get("status").asText().equals("delivered");
  }

  @Test
  void theCopyOfEachOrderAndTheEventsAreForAnybodyWithTheRight() throws Exception {
    try (Connection watcher = connection("watcher", "watcher-secret");
        Session session = watcher.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageConsumer copies = session.createConsumer(session.createQueue("order.received"));
        MessageConsumer events = session.createConsumer(session.createTopic("order.events"))) {
      watcher.start();
      site.drop("a.850", order("4500000080", 909));
      JsonNode copy = body(copies.receive(30_000));
      while (!copy.get("poNumber").asText().equals("4500000080")) {
        copy = body(copies.receive(30_000));
      }
      assertThat(copy.get("lines")).hasSize(2);
      assertThat(body(events.receive(30_000)).toString()).contains("received");
      awaitAnswers("810", "4500000080", 1);
    }
  }

  private static JsonNode body(Message message) throws Exception {
    assertThat(message).as("a message within the time").isNotNull();
    return JSON.readTree(((TextMessage) message).getText());
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertThatThrownBy(() -> connection("erp", "guess").close())
        .isInstanceOf(JMSSecurityException.class);
    assertThatThrownBy(() -> connection(null, null).close())
        .isInstanceOf(JMSSecurityException.class);
  }

  @Test
  void aQueueWithoutARightIsRefused() throws Exception {
    try (Connection connection = connection("erp", "erp-secret");
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      for (String forbidden :
          List.of(
              "order.accept",
              "reply.deliver",
              "inventory.reserved",
              "DLQ.inventory.shipped",
              "new.queue")) {
        assertThatThrownBy(() -> session.createConsumer(session.createQueue(forbidden)))
            .as("reading " + forbidden)
            .isInstanceOf(JMSSecurityException.class);
      }
      for (String forbidden :
          List.of("order.accept", "intake.open", "inventory.reserve", "new.queue")) {
        assertThatThrownBy(
                () ->
                    session
                        .createProducer(session.createQueue(forbidden))
                        .send(session.createTextMessage("{}")))
            .as("writing " + forbidden)
            .isInstanceOf(JMSSecurityException.class);
      }
    }
  }

  private Connection connection(String user, String password) throws JMSException {
    Connection connection =
        new ActiveMQConnectionFactory(user, password, hub.brokerAddress()).createConnection();
    try {
      connection.start();
      return connection;
    } catch (JMSException e) {
      connection.close();
      throw e;
    }
  }
}
