package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.partner.Channel;
import io.quayside.partner.Secret;
import io.quayside.partner.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** Uploads through the shipped route template to a real server in this process. */
class SftpOutTest {
  private static final byte[] BYTES = "ISA*00*~IEA*1*1~".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path root;
  private SftpServer server;
  private ConfigurableApplicationContext context;
  private SftpOut sftp;

  @ComponentScan("io.quayside.partner.sftp")
  @ImportAutoConfiguration(CamelAutoConfiguration.class)
  @Import({SftpOut.class, Secrets.class})
  static class Parts {}

  @BeforeEach
  void start() throws Exception {
    server = new SftpServer(root);
    context =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .run(
                "--ACME_PASSWORD=secret",
                "--WRONG_PASSWORD=guess",
                "--camel.main.routes-include-pattern=false");
    CamelContext camel = context.getBean(CamelContext.class);
    for (String file : List.of("shared/policies", "outbound/sftp-out")) {
      Path path = Path.of("routes", file + ".camel.yaml");
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(ResourceHelper.fromBytes(path.toString(), Files.readAllBytes(path)));
    }
    sftp = context.getBean(SftpOut.class);
  }

  @AfterEach
  void stop() throws IOException {
    context.close();
    server.close();
  }

  @Test
  void theFileArrivesWholeUnderItsNameAndNothingElse() throws IOException {
    String evidence = sftp.bring(parcel("855_1.edi"), channel("ACME_PASSWORD"));
    sftp.bring(parcel("855_2.edi"), channel("ACME_PASSWORD"));

    assertThat(evidence).contains("855_1.edi", "16 bytes");
    assertThat(names()).containsExactlyInAnyOrder("855_1.edi", "855_2.edi");
    assertThat(server.in().resolve("855_1.edi")).hasBinaryContent(BYTES);
  }

  @Test
  void anAttemptThatWasCutOffIsMadeAgainOverItsRemains() throws IOException {
    Files.writeString(server.in().resolve(".855_1.edi.part"), "half of something longer than that");

    sftp.bring(parcel("855_1.edi"), channel("ACME_PASSWORD"));

    assertThat(names()).containsExactly("855_1.edi");
    assertThat(server.in().resolve("855_1.edi")).hasBinaryContent(BYTES);
  }

  @Test
  void aFileThatIsThereAlreadyIsLeftAlone() throws IOException {
    sftp.bring(parcel("855_1.edi"), channel("ACME_PASSWORD"));
    sftp.bring(parcel("855_1.edi"), channel("ACME_PASSWORD"));

    assertThat(names()).containsExactly("855_1.edi");
  }

  @Test
  void aServerThatWasDownIsReachedAgain() throws IOException {
    sftp.bring(parcel("855_1.edi"), channel("ACME_PASSWORD"));
    server.down();
    assertThatThrownBy(() -> sftp.bring(parcel("855_2.edi"), channel("ACME_PASSWORD")))
        .satisfies(failure -> assertThat(Words.of(failure)).contains("refuses the connection"));
    server.up();

    sftp.bring(parcel("855_2.edi"), channel("ACME_PASSWORD"));

    assertThat(names()).containsExactlyInAnyOrder("855_1.edi", "855_2.edi");
  }

  @Test
  void aWrongPasswordIsSaidInPlainWords() {
    assertThatThrownBy(() -> sftp.bring(parcel("855_1.edi"), channel("WRONG_PASSWORD")))
        .satisfies(
            failure -> assertThat(Words.of(failure)).contains("does not accept our sign-in"));
  }

  @Test
  void aServerWithAnotherHostKeyGetsNothing() throws IOException {
    Channel.Sftp other = channel("ACME_PASSWORD", "SHA256:" + "A".repeat(43), "/in");

    assertThatThrownBy(() -> sftp.bring(parcel("855_1.edi"), other))
        .satisfies(failure -> assertThat(Words.of(failure)).contains("host key", "pins"));
    assertThat(names()).isEmpty();
  }

  @Test
  void aMissingDirectoryIsSaidAndNotMade() throws IOException {
    Channel.Sftp other = channel("ACME_PASSWORD", server.fingerprint(), "/nowhere");

    assertThatThrownBy(() -> sftp.bring(parcel("855_1.edi"), other))
        .satisfies(failure -> assertThat(Words.of(failure)).contains("not there"));
    assertThat(root.resolve("nowhere")).doesNotExist();
  }

  private Channel.Sftp channel(String password) {
    return channel(password, server.fingerprint(), "/in");
  }

  private Channel.Sftp channel(String password, String hostKey, String directory) {
    return new Channel.Sftp(
        "acme/sftp-out",
        "127.0.0.1",
        server.port(),
        "quayside",
        new Secret(password, null),
        null,
        null,
        List.of(hostKey),
        directory,
        Duration.ofSeconds(30),
        Duration.ofSeconds(30));
  }

  private static Parcel parcel(String name) {
    return new Parcel("D1", "acme", name, BYTES);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(server.in())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
