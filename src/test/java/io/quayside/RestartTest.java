package io.quayside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quayside.work.Database;
import io.quayside.work.Home;
import io.quayside.work.Outbox;
import io.quayside.work.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a hub finds when it comes back, and what it refuses. */
class RestartTest {

  private static final int COMMANDS = 20;

  @TempDir Path home;

  private void sendAll() {
    try (TestHub hub = TestHub.builder().groundOnly().home(home).start()) {
      Database database = hub.bean(Database.class);
      database.inTransaction(
          () -> {
            for (int i = 0; i < COMMANDS; i++) {
              hub.bean(Outbox.class)
                  .send(Outbox.Message.command("test-work", null, "{\"n\":" + i + "}"));
            }
          });
      await().atMost(Duration.ofSeconds(20)).until(() -> count(database, "sent") == COMMANDS);
    }
  }

  private static long count(Database database, String state) {
    return database
        .read()
        .sql("SELECT count(*) FROM outbox WHERE state = :state")
        .param("state", state)
        .query(Long.class)
        .single();
  }

  private Set<String> received() {
    Set<String> bodies = new HashSet<>();
    try (TestHub hub = TestHub.builder().groundOnly().home(home).start();
        var jms =
            hub.bean(jakarta.jms.ConnectionFactory.class)
                .createContext(jakarta.jms.JMSContext.AUTO_ACKNOWLEDGE);
        var consumer = jms.createConsumer(jms.createQueue("test-work"))) {
      for (int i = 0; i < COMMANDS; i++) {
        bodies.add(consumer.receive(20_000).getBody(String.class));
      }
      assertThat(consumer.receiveNoWait()).as("one message too many").isNull();
    } catch (jakarta.jms.JMSException e) {
      throw new IllegalStateException(e);
    }
    return bodies;
  }

  @Test
  void theBrokerKeepsItsMessages() {
    sendAll();
    assertThat(received()).hasSize(COMMANDS);
  }

  @Test
  void whenTheBrokersStoreIsGoneEverythingIsQueuedAgainFromTheDatabase() {
    sendAll();
    TestHub.delete(home.resolve("broker"));
    assertThat(received()).hasSize(COMMANDS);
  }

  @Test
  void aSecondHubOnTheSameHomeIsRefusedAndToldWhoHoldsIt() throws IOException {
    try (Home first = Home.open(home)) {
      assertThat(first.directory()).isEqualTo(home.toAbsolutePath());
      assertThatThrownBy(() -> Home.open(home))
          .hasMessageContaining("Another hub runs on " + home)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    Home.open(home).close();
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void aStartOnAHomeThatIsTakenIsRefusedInWordsWithoutAStackTrace(CapturedOutput output)
      throws IOException {
    try (Home first = Home.open(home)) {
      assertThatThrownBy(() -> TestHub.builder().groundOnly().home(first.directory()).start())
          .rootCause()
          .isInstanceOf(StartRefused.class);
    }
    assertThat(output)
        .contains("Another hub runs on " + home, "process " + ProcessHandle.current().pid())
        .contains("Stop it first, or give this one its own quayside.home.")
        .doesNotContain("\tat ", "Exception");
  }

  @Test
  void aListeningBrokerWithoutCredentialsStopsTheStart() {
    assertThatThrownBy(
            () ->
                TestHub.builder()
                    .groundOnly()
                    .home(home)
                    .property("quayside.broker.listen", "tcp://127.0.0.1:0")
                    .start())
        .rootCause()
        .hasMessageContaining("does not listen without credentials");
  }
}
