package io.quayside.intake;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quayside.document.Receipts;
import io.quayside.partner.Channel;
import io.quayside.partner.PartnersChanged;
import io.quayside.partner.Secret;
import io.quayside.work.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

/** SFTP channels against a real server, with receipts in memory. */
class SftpChannelTest {

  private static final String WHOLE = CompletenessTest.WHOLE;

  @TempDir Path directory;
  private final MemoryReceipts receipts = new MemoryReceipts();
  private final MemoryProblems problems = new MemoryProblems();
  private final OnePartner partner = new OnePartner();
  private final AnnotationConfigApplicationContext spring =
      new AnnotationConfigApplicationContext();
  private CamelContext camel;
  private SftpServer server;
  private ChannelRoutes routes;
  private PolledChannels polled;

  @BeforeEach
  void start() throws Exception {
    server = new SftpServer(directory, 0);
    Files.createDirectories(directory.resolve("out"));
    spring.setEnvironment(new MockEnvironment().withProperty("ACME_PASSWORD", "secret"));
    spring.register(io.quayside.partner.Secrets.class);
    spring.scan("io.quayside.partner.sftp");
    spring.refresh();
    camel = new DefaultCamelContext();
    camel.getRegistry().bind("sftp", spring.getBean("sftp"));
    for (String file :
        List.of("routes/shared/policies.camel.yaml", "routes/intake/sftp.camel.yaml")) {
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
    IntakeProblems told = new IntakeProblems(problems, new NoDatabase());
    polled = new PolledChannels(told, settings, Clock.systemUTC());
    routes =
        new ChannelRoutes(
            camel,
            partner,
            new NoSharedChannels(),
            List.of(
                new SftpTemplate(
                    camel,
                    spring.getBean(io.quayside.partner.sftp.SftpConnections.class),
                    polled,
                    receipts,
                    told,
                    settings)),
            polled);
  }

  @AfterEach
  void stop() throws Exception {
    routes.stop();
    camel.stop();
    server.close();
    spring.close();
  }

  @Test
  void aFileIsStoredOnceAndArchivedThere() throws IOException {
    upload("order.edi", WHOLE);
    run(channel(server.port(), server.fingerprint()));

    await().atMost(20, SECONDS).until(() -> !Files.exists(file("order.edi")));
    assertThat(receipts.names()).containsExactly("order.edi");
    Receipts.Receipt receipt = receipts.all().get(0);
    assertThat(receipts.bytes(receipt.id())).asString().isEqualTo(WHOLE);
    assertThat(receipt.partnerId()).isEqualTo("acme");
    assertThat(receipt.channelId()).isEqualTo("acme/sftp-1");
    assertThat(file("archive/" + receipt.id() + "_order.edi")).hasContent(WHOLE);
    await()
        .atMost(20, SECONDS)
        .until(() -> polled.of("acme/sftp-1").map(state -> state.lastGoodPoll()).isPresent());
  }

  @Test
  void aDirectoryMayBeGivenFromTheRoot() throws IOException {
    upload("order.edi", WHOLE);
    run(channel(server.port(), server.fingerprint(), "/out", Duration.ZERO));

    await().atMost(20, SECONDS).until(() -> !Files.exists(file("order.edi")));
    assertThat(archived()).hasSize(1);
  }

  @Test
  void aFileThatIsStillGrowingIsLeftUntilItIsWhole() throws IOException {
    upload("half.edi", WHOLE.substring(0, 150));
    upload("other.edi", WHOLE.replace("905", "906"));
    run(channel(server.port(), server.fingerprint(), "out", Duration.ofHours(1)));

    await().atMost(20, SECONDS).until(() -> !Files.exists(file("other.edi")));
    assertThat(file("half.edi")).exists();
    Files.writeString(file("half.edi"), WHOLE.substring(150), StandardOpenOption.APPEND);
    await().atMost(20, SECONDS).until(() -> !Files.exists(file("half.edi")));
    assertThat(receipts.names()).containsExactly("other.edi", "half.edi");
    assertThat(receipts.bytes("R2")).asString().isEqualTo(WHOLE);
  }

  @Test
  void halfAnInterchangeIsTakenAfterItsTime() throws IOException {
    upload("half.edi", WHOLE.substring(0, 150));
    upload("empty.edi", "");
    run(channel(server.port(), server.fingerprint(), "out", Duration.ofMillis(600)));

    await().atMost(20, SECONDS).until(() -> archived().size() == 2);
    assertThat(receipts.names()).containsExactlyInAnyOrder("half.edi", "empty.edi");
  }

  @Test
  void aChangedHostKeyIsRefusedInWordsAndNothingIsRead() throws IOException {
    upload("order.edi", WHOLE);
    String other = "SHA256:" + "A".repeat(43);
    run(channel(server.port(), other));

    await().atMost(20, SECONDS).until(() -> problems.at("channel/acme/sftp-1").isPresent());
    Problems.NewProblem problem = problems.at("channel/acme/sftp-1").orElseThrow();
    assertThat(problem.kind()).isEqualTo("channel-down");
    assertThat(problem.text())
        .contains(
            "[127.0.0.1]:"
                + server.port()
                + " shows the ecdsa-sha2-nistp256 host key "
                + server.fingerprint()
                + ", but the partner file pins "
                + other);
    assertThat(receipts.all()).isEmpty();

    partner.channels = List.of(channel(server.port(), server.fingerprint()));
    routes.on(new PartnersChanged(Set.of("acme")));
    await().atMost(20, SECONDS).until(() -> !Files.exists(file("order.edi")));
    assertThat(problems.raised()).isEmpty();
  }

  @Test
  void aWrongPasswordIsSaidWithoutThePassword() {
    Channel.Sftp good = channel(server.port(), server.fingerprint());
    ((MockEnvironment) spring.getEnvironment()).setProperty("ACME_PASSWORD", "hunter2");
    run(good);

    await().atMost(20, SECONDS).until(() -> problems.at("channel/acme/sftp-1").isPresent());
    assertThat(problems.at("channel/acme/sftp-1").orElseThrow().text())
        .contains("Auth")
        .doesNotContain("hunter2");
  }

  @Test
  void aMissingSecretNamesWhereItShouldBe() {
    Channel.Sftp channel =
        new Channel.Sftp(
            "acme/sftp-1",
            "127.0.0.1",
            server.port(),
            "acme",
            new Secret("NOT_SET", null),
            null,
            null,
            List.of(server.fingerprint()),
            "out",
            Duration.ofMillis(200),
            Duration.ZERO);
    run(channel);

    await().atMost(20, SECONDS).until(() -> polled.of("acme/sftp-1").isPresent());
    assertThat(polled.of("acme/sftp-1").orElseThrow().error())
        .isEqualTo(
            "Channel acme/sftp-1: the environment variable NOT_SET is not set. Set it and restart, or name another.");
  }

  @Test
  void aDeadHostStopsNobodyAndIsMendedByItself() throws IOException {
    int port = server.port();
    String fingerprint = server.fingerprint();
    Channel.Sftp dead =
        new Channel.Sftp(
            "acme/sftp-2",
            "127.0.0.1",
            1,
            "acme",
            new Secret("ACME_PASSWORD", null),
            null,
            null,
            List.of(fingerprint),
            "out",
            Duration.ofMillis(200),
            Duration.ZERO);
    upload("order.edi", WHOLE);
    run(dead, channel(port, fingerprint));

    await().atMost(20, SECONDS).until(() -> !Files.exists(file("order.edi")));
    await().atMost(20, SECONDS).until(() -> problems.at("channel/acme/sftp-2").isPresent());
    assertThat(problems.at("channel/acme/sftp-2").orElseThrow().text()).contains("refused");
    assertThat(problems.at("channel/acme/sftp-1")).isEmpty();

    partner.channels = List.of(channel(port, fingerprint));
    routes.on(new PartnersChanged(Set.of("acme")));
    await().atMost(20, SECONDS).until(() -> problems.raised().isEmpty());
  }

  @Test
  void namesWithTricksAreToldAndNotTouched() throws IOException {
    for (String name : List.of("a..b.edi", "-rf", "x\\y.edi", "ok name.edi", "later.edi.part")) {
      upload(name, WHOLE);
    }
    run(channel(server.port(), server.fingerprint()));

    await().atMost(20, SECONDS).until(() -> !Files.exists(file("ok name.edi")));
    await().atMost(20, SECONDS).until(() -> problems.raised().size() == 3);
    assertThat(receipts.names()).containsExactly("ok name.edi");
    assertThat(file("a..b.edi")).exists();
    assertThat(file("-rf")).exists();
    assertThat(file("later.edi.part")).exists();
    assertThat(problems.raised())
        .extracting(Problems.NewProblem::title)
        .containsOnly("A file has a name that is not taken");
  }

  @Test
  void aFileOverTheLimitStaysAndIsTold() throws IOException {
    upload("big.edi", "x".repeat(100 * 1024 + 1));
    upload("order.edi", WHOLE);
    run(channel(server.port(), server.fingerprint()));

    await().atMost(20, SECONDS).until(() -> !Files.exists(file("order.edi")));
    assertThat(file("big.edi")).exists();
    assertThat(problems.raised())
        .extracting(Problems.NewProblem::text)
        .containsExactly(
            "`big.edi` on channel acme/sftp-1 has 102,401 bytes, the limit is 102,400. It was left where it is.");
  }

  @Test
  void aCrashBetweenStoringAndMovingIsRepairedByTheMoveAlone() throws IOException {
    server.refuseRenames(true);
    upload("order.edi", WHOLE);
    run(channel(server.port(), server.fingerprint()));
    await().atMost(20, SECONDS).until(() -> receipts.all().size() == 1);
    partner.channels = List.of();
    routes.on(new PartnersChanged(Set.of("acme")));
    await().atMost(20, SECONDS).until(() -> routes.ids().isEmpty());
    assertThat(file("order.edi")).exists();
    server.refuseRenames(false);

    partner.channels = List.of(channel(server.port(), server.fingerprint()));
    routes.on(new PartnersChanged(Set.of("acme")));
    await().atMost(20, SECONDS).until(() -> !Files.exists(file("order.edi")));
    assertThat(receipts.all()).hasSize(1);
    assertThat(archived()).containsExactly("R1_order.edi");
  }

  private void run(Channel.Sftp... channels) {
    partner.channels = List.of(channels);
    routes.start();
  }

  private static Channel.Sftp channel(int port, String fingerprint) {
    return channel(port, fingerprint, "out", Duration.ZERO);
  }

  private static Channel.Sftp channel(
      int port, String fingerprint, String directory, Duration minAge) {
    return new Channel.Sftp(
        "acme/sftp-1",
        "127.0.0.1",
        port,
        "acme",
        new Secret("ACME_PASSWORD", null),
        null,
        null,
        List.of(fingerprint),
        directory,
        Duration.ofMillis(200),
        minAge);
  }

  private void upload(String name, String content) throws IOException {
    Files.writeString(file(name), content);
  }

  private Path file(String name) {
    return directory.resolve("out").resolve(name);
  }

  private List<String> archived() throws IOException {
    if (!Files.isDirectory(file("archive"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(file("archive"))) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }
}
