package io.quayside.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relay against a real broker, on both databases. */
class RelayTest {

  private static final String BOTH = "io.quayside.work.DatabaseUnderTest#each";

  private DatabaseUnderTest it;
  private BrokerService broker;
  private ActiveMQConnectionFactory connections;

  @BeforeEach
  void startBroker() throws Exception {
    String name = "relay-" + UUID.randomUUID();
    broker = new BrokerService();
    broker.setBrokerName(name);
    broker.setPersistent(false);
    broker.setUseJmx(false);
    broker.setUseShutdownHook(false);
    broker.start();
    connections = new ActiveMQConnectionFactory("vm://" + name + "?create=false");
  }

  @AfterEach
  void stopBroker() throws Exception {
    it.close();
    broker.stop();
  }

  private Relay relay(String kind, Database database) {
    RelayClaim claim = kind.equals("postgres") ? RelayClaim.SEVERAL_NODES : RelayClaim.SINGLE_NODE;
    return new Relay(database, connections, claim, it.doorbell, it.clock());
  }

  private List<Message> receive(String queue) {
    try (JMSContext jms = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE);
        var consumer = jms.createConsumer(jms.createQueue(queue))) {
      List<Message> all = new ArrayList<>();
      for (Message one = consumer.receive(500); one != null; one = consumer.receive(200)) {
        all.add(one);
      }
      return all;
    }
  }

  private String send(String queue, String body) {
    return it.database()
        .inTransaction(
            () ->
                it.outbox()
                    .send(new Outbox.Message(queue, "O-1", "acme", "Type", false, "k", body)));
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void messagesCarryTheDocumentedHeadersAndKeepTheirOrder(String kind) throws JMSException {
    it = DatabaseUnderTest.open(kind);
    String first = send("supplier.order", "{\"n\":1}");
    send("supplier.order", "{\"n\":2}");
    assertThat(relay(kind, it.database()).publish()).isEqualTo(2);
    List<Message> got = receive("supplier.order");
    assertThat(got).hasSize(2);
    Message message = got.get(0);
    assertThat(message.getBody(String.class)).isEqualTo("{\"n\":1}");
    assertThat(message.getJMSCorrelationID()).isEqualTo("O-1");
    assertThat(message.getStringProperty("hub_message_id")).isEqualTo(first);
    assertThat(message.getStringProperty("hub_order")).isEqualTo("O-1");
    assertThat(message.getStringProperty("hub_partner")).isEqualTo("acme");
    assertThat(message.getStringProperty("hub_type")).isEqualTo("Type");
    assertThat(message.getStringProperty("hub_version")).isEqualTo("1");
    assertThat(message.getJMSExpiration()).isZero();
    assertThat(it.outboxRows()).containsOnly("supplier.order sent");
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void theCopyForAnybodyExpiresAndIsDoneAtOnce(String kind) throws JMSException {
    it = DatabaseUnderTest.open(kind);
    send("order.received", "{}");
    relay(kind, it.database()).publish();
    assertThat(it.outboxRows()).containsExactly("order.received done");
    assertThat(receive("order.received").get(0).getJMSExpiration()).isPositive();
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aCrashBetweenPublishingAndMarkingMakesACopyButNoSecondEffect(String kind)
      throws JMSException {
    it = DatabaseUnderTest.open(kind);
    String id = send("order.accept", "{}");
    assertThatThrownBy(() -> relay(kind, new DiesWhenMarking(it.database())).publish())
        .hasMessage("power cut");
    assertThat(it.outboxRows()).containsExactly("order.accept ready");
    relay(kind, it.database()).publish();

    List<Message> got = receive("order.accept");
    assertThat(got).hasSize(2);
    int effects = 0;
    for (Message message : got) {
      assertThat(message.getStringProperty("hub_message_id")).isEqualTo(id);
      if (it.database().inTransaction(() -> it.inbox().accept("order.accept", id))) {
        effects++;
      }
    }
    assertThat(effects).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void manyMessagesLeaveInBatches(String kind) {
    int all = 2 * Relay.BATCH + 50;
    it = DatabaseUnderTest.open(kind);
    it.database()
        .inTransaction(
            () -> {
              for (int i = 0; i < all; i++) {
                it.outbox().send(Outbox.Message.command("order.accept", null, "{}"));
              }
            });
    Relay relay = relay(kind, it.database());
    assertThat(List.of(relay.publish(), relay.publish(), relay.publish(), relay.publish()))
        .containsExactly(Relay.BATCH, Relay.BATCH, 50, 0);
    assertThat(receive("order.accept")).hasSize(all);
  }

  /** Commits to JMS and then cannot write. */
  private record DiesWhenMarking(Database real) implements Database {
    @Override
    public JdbcClient write() {
      throw new IllegalStateException("power cut");
    }

    @Override
    public JdbcClient read() {
      return real.read();
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
      return real.inTransaction(work);
    }
  }
}
