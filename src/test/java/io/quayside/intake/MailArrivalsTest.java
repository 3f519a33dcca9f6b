package io.quayside.intake;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quayside.MailServer;
import io.quayside.document.Mails;
import io.quayside.document.Receipts;
import io.quayside.partner.Channel;
import io.quayside.partner.MailServer.Security;
import io.quayside.partner.Secret;
import io.quayside.partner.mail.MailPasswordsOf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** A mailbox at its edges, with receipts in memory: a crash, and POP3. */
class MailArrivalsTest {

  private static final String US = "orders@ours.example";

  private final MemoryReceipts receipts = new MemoryReceipts();
  private final SeenMails mails = new SeenMails();
  private final OnePartner partner = new OnePartner();
  private final MailServer server = MailServer.start();
  private CamelContext camel;
  private ChannelRoutes routes;

  @BeforeEach
  void start() throws Exception {
    camel = new DefaultCamelContext();
    for (String file :
        List.of("routes/shared/policies.camel.yaml", "routes/intake/mailbox.camel.yaml")) {
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(ResourceHelper.fromBytes(file, Files.readAllBytes(Path.of(file))));
    }
    camel.start();
    IntakeSettings settings =
        new IntakeSettings(
            Duration.ZERO,
            DataSize.ofKilobytes(100),
            DataSize.ofKilobytes(100),
            DataSize.ofKilobytes(100),
            2);
    IntakeProblems told = new IntakeProblems(new MemoryProblems(), new NoDatabase());
    PolledChannels polled = new PolledChannels(told, settings, Clock.systemUTC());
    MailboxTemplate template =
        new MailboxTemplate(
            camel,
            MailPasswordsOf.environment(Map.of("PASSWORD", "secret")),
            polled,
            receipts,
            mails,
            told,
            settings,
            new NoDatabase(),
            new MailboxLeases(new NoDatabase(), Clock.systemUTC(), "alone"));
    routes = new ChannelRoutes(camel, partner, new NoSharedChannels(), List.of(template), polled);
  }

  @AfterEach
  void stop() throws Exception {
    routes.stop();
    camel.stop();
    server.close();
  }

  @Test
  void aMailThatWasStoredBeforeACrashIsOnlyMoved() {
    server.send(US, "Subject: crashed\n\nhello");
    mails.all = true;
    run(Channel.Mailbox.Protocol.IMAP, server.imap());

    await().atMost(20, SECONDS).until(() -> server.subjects(US, "Processed").contains("crashed"));
    assertThat(server.subjects(US, "INBOX")).isEmpty();
    assertThat(receipts.all()).isEmpty();
  }

  @Test
  void aMailThatSomebodyReadIsTakenAllTheSame() {
    server.send(US, "Subject: read\n\nhello");
    server.flagSeen(US);
    run(Channel.Mailbox.Protocol.IMAP, server.imap());

    await().atMost(20, SECONDS).until(() -> receipts.names().equals(List.of("read")));
  }

  @Test
  void byPop3AMailIsTakenOnceAndRemoved() {
    server.send(US, "Subject: one\n\nhello");
    server.send(US, "Subject: two\n\nhello");
    run(Channel.Mailbox.Protocol.POP3, server.pop3());

    // A mail that goes while it is looked at is no fault.
    await()
        .atMost(20, SECONDS)
        .ignoreExceptions()
        .until(() -> server.subjects(US, "INBOX").isEmpty());
    assertThat(receipts.names()).containsExactly("one", "two");
    Receipts.Receipt first = receipts.all().get(0);
    assertThat(new String(receipts.bytes(first.id())).strip())
        .contains("Subject: one")
        .endsWith("hello");
  }

  @Test
  void byIdleAMailIsTakenAtOnceAndAgainAfterTheLineWasLost() throws Exception {
    try (Wire wire = new Wire(server.imap(), "")) {
      run(Channel.Mailbox.Protocol.IMAP, wire.port(), Duration.ofMinutes(1), true);
      await().atMost(20, SECONDS).until(() -> wire.heard("IDLE"));
      long sent = System.nanoTime();
      server.send(US, "Subject: idle\n\nhello");
      await().atMost(20, SECONDS).until(() -> receipts.names().equals(List.of("idle")));
      assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofSeconds(20));

      wire.cut();
      server.send(US, "Subject: after\n\nhello");
      await().atMost(40, SECONDS).until(() -> receipts.names().equals(List.of("idle", "after")));
    }
  }

  @Test
  void aServerWithoutIdleIsLookedIntoByTheClock() throws Exception {
    try (Wire wire = new Wire(server.imap(), " IDLE")) {
      run(Channel.Mailbox.Protocol.IMAP, wire.port(), Duration.ofMillis(200), true);
      await().atMost(20, SECONDS).until(() -> wire.heard("CAPABILITY"));
      server.send(US, "Subject: polled\n\nhello");
      await().atMost(20, SECONDS).until(() -> receipts.names().equals(List.of("polled")));
      assertThat(wire.heard("IDLE")).isFalse();
    }
  }

  private void run(Channel.Mailbox.Protocol protocol, int port) {
    run(protocol, port, Duration.ofMillis(200), false);
  }

  private void run(Channel.Mailbox.Protocol protocol, int port, Duration poll, boolean idle) {
    partner.channels =
        List.of(
            new Channel.Mailbox(
                "acme/email-1",
                protocol,
                new io.quayside.partner.MailServer(
                    "127.0.0.1", port, Security.NONE, US, new Secret("PASSWORD", null), null),
                "INBOX",
                "Processed",
                "Problem",
                false,
                List.of(),
                poll,
                idle));
    routes.start();
  }

  /** The mails that were offered, in memory. */
  private static final class SeenMails implements Mails {

    private final Map<Place, String> seen = new HashMap<>();
    private volatile boolean all;

    @Override
    public synchronized boolean seen(Place place) {
      return all || seen.containsKey(place);
    }

    @Override
    public synchronized void see(Place place, String sha256, String receiptId) {
      seen.put(place, receiptId);
    }

    @Override
    public Optional<String> sameContent(String mailbox, String sha256) {
      return Optional.empty();
    }

    @Override
    public boolean fromMailbox(String receiptId) {
      return false;
    }

    @Override
    public void record(Mail mail, List<Part> parts) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Mail> find(String receiptId) {
      return Optional.empty();
    }

    @Override
    public Optional<Mail> ofPart(String partReceiptId) {
      return Optional.empty();
    }

    @Override
    public List<Part> parts(String receiptId) {
      return List.of();
    }
  }
}
