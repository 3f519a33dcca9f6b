package io.quayside;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.work.Database;
import io.quayside.work.Inbox;
import io.quayside.work.Outbox;
import io.quayside.work.Outbox.Headers;
import io.quayside.work.PermanentFailure;
import io.quayside.work.Problems;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.QueryTimeoutException;

/** A queue and its consumer, with the real broker, database and policy. */
class QueueConsumptionTest {

  private static final String ROUTE =
      """
      - route:
          id: count-calls
          group: test
          description: Counts what it gets
          routeConfigurationId: queue
          from:
            uri: jms:queue:test-work
            steps:
              - unmarshal:
                  json:
                    library: Jackson
                    unmarshalType: io.quayside.QueueConsumptionTest$Work
              - to:
                  uri: bean:counting
                  parameters:
                    method: take
      """;

  /** The body of a message of the tests. */
  public record Work(String name, String fail, int next) {}

  /** The consumer under test. */
  public static class Counting {

    private final Database database;
    private final Inbox inbox;
    private final Outbox outbox;
    final AtomicInteger calls = new AtomicInteger();
    final Map<String, Integer> effects = new ConcurrentHashMap<>();
    volatile String failWith;

    Counting(Database database, Inbox inbox, Outbox outbox) {
      this.database = database;
      this.inbox = inbox;
      this.outbox = outbox;
    }

    public void take(Work work, @Header(Headers.MESSAGE_ID) String messageId) {
      database.inTransaction(
          () -> {
            calls.incrementAndGet();
            if (!inbox.accept("test-work", messageId)) {
              return;
            }
            if ("bug".equals(failWith)) {
              throw new IllegalStateException("no such item: W-9");
            }
            if ("permanent".equals(failWith)) {
              throw new PermanentFailure("line 020 has no quantity");
            }
            if ("database".equals(failWith)) {
              failWith = null;
              throw new QueryTimeoutException("database busy");
            }
            if (work.next() > 0) {
              outbox.send(
                  Outbox.Message.command("test-work", null, json(work.name(), work.next() - 1)));
            }
            effects.merge(work.name(), 1, Integer::sum);
          });
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Consumer {
    @Bean
    Counting counting(Database database, Inbox inbox, Outbox outbox) {
      return new Counting(database, inbox, outbox);
    }
  }

  private TestHub hub;
  private Counting counting;

  @BeforeEach
  void start() {
    hub =
        TestHub.builder()
            .groundOnly()
            .with(Consumer.class)
            .file("routes/test/count-calls.camel.yaml", ROUTE)
            .start();
    counting = hub.bean(Counting.class);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private static String json(String name, int next) {
    return "{\"name\":\"" + name + "\",\"next\":" + next + "}";
  }

  private String send(String name, int next) {
    return hub.bean(Database.class)
        .inTransaction(
            () ->
                hub.bean(Outbox.class)
                    .send(Outbox.Message.command("test-work", "O-1", json(name, next))));
  }

  private void sendFromOutside(String messageId, String body) {
    try (JMSContext jms =
        hub.bean(ConnectionFactory.class).createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      JMSProducer producer = jms.createProducer();
      if (messageId != null) {
        producer.setProperty(Headers.MESSAGE_ID, messageId);
      }
      producer.setProperty("CamelBeanMethodName", "toString");
      producer.send(jms.createQueue("test-work"), body);
    }
  }

  private Problems.Page problems() {
    return hub.bean(Problems.class).list(new Problems.Query(null, null, null, true, null, 0, 10));
  }

  @Test
  void aCommandHasItsEffectOnceAndItsFollowersToo() {
    send("a", 3);
    hub.awaitIdle();
    assertThat(counting.effects).containsEntry("a", 4);
  }

  @Test
  void aRolledBackTransactionSendsNothing() {
    try {
      hub.bean(Database.class)
          .inTransaction(
              () -> {
                hub.bean(Outbox.class)
                    .send(Outbox.Message.command("test-work", null, json("never", 0)));
                throw new IllegalStateException("rolled back");
              });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("rolled back");
    }
    send("after", 0);
    hub.awaitIdle();
    assertThat(counting.effects).containsOnlyKeys("after");
  }

  @Test
  void theSameMessageFromOutsideHasItsEffectOnce() {
    sendFromOutside("erp-1", json("x", 0));
    sendFromOutside("erp-1", json("x", 0));
    sendFromOutside(null, json("y", 0));
    hub.awaitIdle();
    assertThat(counting.calls).hasValue(3);
    assertThat(counting.effects).containsEntry("x", 1).containsEntry("y", 1);
  }

  @Test
  void aFailedMessageIsTriedAgainWhenItsTimeHasComeAndLetsOthersPass() {
    counting.failWith = "bug";
    send("late", 0);
    hub.awaitIdle();
    assertThat(counting.calls).hasValue(1);
    counting.failWith = null;
    send("other", 0);
    hub.awaitIdle();
    assertThat(counting.effects).containsOnlyKeys("other");
    hub.advance(Duration.ofSeconds(1));
    hub.awaitIdle();
    assertThat(counting.effects).containsEntry("late", 1);
    assertThat(problems().items()).isEmpty();
  }

  @Test
  void aMessageThatAlwaysFailsEndsInTheWorkListAndTheDeadLetterQueueAndCanBeRetried()
      throws JMSException {
    counting.failWith = "bug";
    send("poison", 0);
    for (int i = 0; i < 6; i++) {
      hub.awaitIdle();
      hub.advance(Duration.ofHours(1));
    }
    hub.awaitIdle();
    assertThat(counting.calls).hasValue(6);
    Problems.Problem problem = problems().items().get(0);
    assertThat(problem.kind()).isEqualTo("message-failed");
    assertThat(problem.orderId()).isEqualTo("O-1");
    assertThat(problem.text()).contains("no such item: W-9");
    assertThat(fetch("DLQ.test-work")).isEqualTo(json("poison", 0));

    counting.failWith = null;
    assertThat(hub.bean(Problems.class).retry(problem.id(), "admin")).isTrue();
    hub.awaitIdle();
    assertThat(counting.effects).containsEntry("poison", 1);
    assertThat(problems().items()).isEmpty();
  }

  @Test
  void aPermanentFailureIsNotTriedAgain() {
    counting.failWith = "permanent";
    send("hopeless", 0);
    hub.awaitIdle();
    assertThat(counting.calls).hasValue(1);
    assertThat(problems().items().get(0).text()).contains("line 020 has no quantity");
  }

  @Test
  void whatIsNoJsonAtAllEndsInTheWorkListAtOnce() throws JMSException {
    sendFromOutside("erp-2", "<order/>");
    hub.awaitIdle();
    assertThat(counting.calls).hasValue(0);
    assertThat(problems().items().get(0).key()).isEqualTo("message/test-work/erp-2");
    assertThat(fetch("DLQ.test-work")).isEqualTo("<order/>");
  }

  @Test
  void aJavaObjectIsNeverReadAndEndsInTheWorkList() {
    try (JMSContext jms =
        hub.bean(ConnectionFactory.class).createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      jms.createProducer()
          .send(jms.createQueue("test-work"), jms.createObjectMessage(new java.util.Date()));
    }
    hub.awaitIdle();
    assertThat(counting.calls).hasValue(0);
    assertThat(problems().items()).hasSize(1);
  }

  @Test
  void troubleWithTheDatabaseLeavesTheMessageOnItsQueue() {
    counting.failWith = "database";
    send("patient", 0);
    hub.awaitIdle();
    assertThat(counting.calls).hasValue(2);
    assertThat(counting.effects).containsEntry("patient", 1);
    assertThat(problems().items()).isEmpty();
  }

  private String fetch(String queue) throws JMSException {
    try (JMSContext jms =
        hub.bean(ConnectionFactory.class).createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      return jms.createConsumer(jms.createQueue(queue)).receive(5_000).getBody(String.class);
    }
  }
}
