package io.quayside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** An ERP over the wire: bare STOMP frames, and the examples of {@code src/docs/examples}. */
class ErpExamplesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ERP = "quayside.broker.users.erp.";
  private static final String PASSWORD = "erp:secret";

  private static TestHub hub;
  private static String command;
  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    hub =
        TestHub.builder()
            .groundOnly()
            .property("quayside.broker.listen", "tcp://127.0.0.1:0, stomp://127.0.0.1:0")
            .property(ERP + "password", PASSWORD)
            .property(ERP + "read", "inventory.reserve")
            .property(ERP + "write", "inventory.reserved")
            .start();
    Matcher example =
        Pattern.compile("(?s)\n## inventory.reserve\n.*?```json\n(.*?)```")
            .matcher(Files.readString(Path.of("src/docs/queues.md")));
    assertThat(example.find()).isTrue();
    command = example.group(1);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static URI address(String scheme) {
    return hub.brokerAddresses().stream()
        .filter(one -> one.getScheme().equals(scheme))
        .findFirst()
        .orElseThrow();
  }

  /** What the hub sends, as the relay does, and what comes back. */
  private static Message answerTo(String messageId, Reader erp) throws Exception {
    try (JMSContext context = hub.bean(ConnectionFactory.class).createContext()) {
      Message reserve = context.createTextMessage(command);
      reserve.setStringProperty("hub_message_id", messageId);
      reserve.setStringProperty("hub_type", "inventory.reserve");
      reserve.setJMSCorrelationID("01KAW3Z5AA0B1C2D3E4F5G6H7J");
      context.createProducer().send(context.createQueue("inventory.reserve"), reserve);
      erp.answer();
      Message answer =
          context.createConsumer(context.createQueue("inventory.reserved")).receive(30_000);
      assertThat(answer).as("an answer to " + messageId).isNotNull();
      return answer;
    }
  }

  private interface Reader {
    void answer() throws Exception;
  }

  private static JsonNode body(Message answer) throws Exception {
    return JSON.readTree(answer.getBody(String.class));
  }

  @Test
  void anErpSpeaksBareStomp() throws Exception {
    try (StompErp erp = StompErp.connect(address("stomp"), "erp", PASSWORD)) {
      Message answer =
          answerTo(
              "M-1",
              () -> {
                erp.subscribe("/queue/inventory.reserve");
                StompErp.Frame reserve = erp.read();
                assertThat(reserve.command()).isEqualTo("MESSAGE");
                assertThat(reserve.headers())
                    .containsEntry("hub_message_id", "M-1")
                    .containsEntry("hub_type", "inventory.reserve")
                    .containsEntry("correlation-id", "01KAW3Z5AA0B1C2D3E4F5G6H7J");
                assertThat(JSON.readTree(reserve.body())).isEqualTo(JSON.readTree(command));
                erp.send("BEGIN", Map.of("transaction", "t1"), "");
                erp.send(
                    "SEND",
                    Map.of(
                        "destination", "/queue/inventory.reserved",
                        "transaction", "t1",
                        "hub_message_id", "A-1"),
                    "{\"requestId\":\"Größe\"}");
                erp.send(
                    "ACK", Map.of("id", reserve.headers().get("ack"), "transaction", "t1"), "");
                erp.send("COMMIT", Map.of("transaction", "t1"), "");
              });
      assertThat(answer.getStringProperty("hub_message_id")).isEqualTo("A-1");
      assertThat(answer.getBody(String.class)).isEqualTo("{\"requestId\":\"Größe\"}");
    }
  }

  @Test
  void stompAsksForThePasswordAndKeepsToTheRights() throws Exception {
    assertThatThrownBy(() -> StompErp.connect(address("stomp"), "erp", "guess").close())
        .hasMessageContaining("ERROR");
    try (StompErp erp = StompErp.connect(address("stomp"), "erp", PASSWORD)) {
      erp.subscribe("/queue/order.accept");
      assertThat(erp.read().command()).isEqualTo("ERROR");
    }
    try (StompErp erp = StompErp.connect(address("stomp"), "erp", PASSWORD)) {
      erp.send("SEND", Map.of("destination", "/queue/order.accept", "receipt", "r"), "{}");
      assertThat(erp.read().command()).isEqualTo("ERROR");
    }
  }

  @Test
  void theExampleInPlainJmsHoldsWhatIsAskedFor() throws Exception {
    runs(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Path.of("src/docs/examples/JmsErp.java").toString(),
            address("tcp").toString()));
  }

  @Test
  @EnabledIf("pythonIsHere")
  void theExampleOverStompHoldsWhatIsAskedFor() throws Exception {
    URI stomp = address("stomp");
    runs(
        List.of(
            "python3",
            Path.of("src/docs/examples/stomp_erp.py").toString(),
            stomp.getHost(),
            String.valueOf(stomp.getPort())));
  }

  static boolean pythonIsHere() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", "import sqlite3").start().waitFor() == 0;
    } catch (IOException none) {
      return false;
    }
  }

  /** The same command again gets the same answer again, with the same id. */
  private void runs(List<String> program) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(program));
    builder.environment().put("ERP_BROKER_PASSWORD", PASSWORD);
    builder.environment().put("ERP_SEEN", folder.resolve("seen").toString());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile());
    Process erp = builder.start();
    String id = UUID.randomUUID().toString();
    try {
      Message first = answerTo(id, () -> {});
      Message again = answerTo(id, () -> {});
      assertThat(body(first).at("/lines/0/reserved").asText()).isEqualTo("100");
      assertThat(body(first).get("requestId").asText()).isEqualTo("01KAW3Z6T8M4N2Q7R5S9V0X1Y2");
      assertThat(body(again)).isEqualTo(body(first));
      assertThat(again.getStringProperty("hub_message_id"))
          .isEqualTo(first.getStringProperty("hub_message_id"))
          .isNotEqualTo(id);
    } catch (AssertionError | JMSException failed) {
      throw new AssertionError(Files.readString(folder.resolve("said")), failed);
    } finally {
      erp.destroy();
      erp.waitFor();
    }
  }
}
