package io.quayside.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.partner.MailServer.OAuth;
import io.quayside.partner.MailServer.Security;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mailbox in a partner file. */
class MailboxReaderTest {

  private final PartnerReader reader = new PartnerReader(PartnerReaderTest.COMPANY);

  @Test
  void whatIsLeftOutHasItsDefault() {
    assertThat(mailbox("host: imap.ours.example, user: o@ours.example, passwordEnv: P"))
        .isEqualTo(
            new Channel.Mailbox(
                "acme/email-1",
                Channel.Mailbox.Protocol.IMAP,
                new MailServer(
                    "imap.ours.example",
                    993,
                    Security.TLS,
                    "o@ours.example",
                    new Secret("P", null),
                    null),
                "INBOX",
                "Processed",
                "Problem",
                false,
                List.of(),
                Duration.ofSeconds(30),
                false));
  }

  @Test
  void oauthStandsInPlaceOfThePassword() {
    Channel.Mailbox mailbox =
        mailbox(
            "host: h.example, user: o, protocol: pop3, security: starttls, authserv: [a.example, microsoft-365], oauth: {tokenUrl: \"https://login.example/t\", clientId: app, refreshTokenFile: /run/r, scope: \"https://x.example/.default offline\"}");
    assertThat(mailbox.server().port()).isEqualTo(110);
    assertThat(mailbox.authserv()).containsExactly("a.example", "microsoft-365");
    assertThat(mailbox.server().oauth())
        .isEqualTo(
            new OAuth(
                "https://login.example/t",
                "app",
                null,
                new Secret(null, "/run/r"),
                "https://x.example/.default offline"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host: \"x?delete=true\", user: o, passwordEnv: P | host",
        "host: h, user: \"o&a=b\", passwordEnv: P | user",
        "host: h, user: o, passwordEnv: P, folder: \"{{env:HOME}}\" | folder",
        "host: h, user: o, passwordEnv: P, processed: \"a?b\" | processed",
        "host: h, user: o, password: hunter2 | password",
        "host: h, user: o | passwordEnv",
        "host: h, user: o, passwordEnv: P, oauth: {tokenUrl: \"https://t.example/t\", clientId: a, clientSecretEnv: S} | passwordEnv",
        "host: h, user: o, oauth: {tokenUrl: \"http://t.example/t\", clientId: a, clientSecretEnv: S} | tokenUrl",
        "host: h, user: o, oauth: {tokenUrl: \"https://t.example/t\", clientId: a} | clientSecretEnv",
        "host: h, user: o, passwordEnv: P, protocol: pop3, folder: Orders | folder",
        "host: h, user: o, passwordEnv: P, security: maybe | security"
      })
  void whatIsWrongIsSaidWhereItStands(String block, String key) {
    assertThatThrownBy(() -> mailbox(block))
        .isInstanceOf(PartnerFileException.class)
        .hasMessageContaining(key)
        .hasMessageNotContaining("hunter2");
  }

  private Channel.Mailbox mailbox(String block) {
    String file =
        """
        id: acme
        name: Acme Inc
        identifiers: [{scheme: email, value: "@acme.example"}]
        channels: {in: [{kind: email, %s}], out: folder}
        """
            .formatted(block);
    return (Channel.Mailbox) reader.read("acme", file, 1).in().get(0);
  }
}
