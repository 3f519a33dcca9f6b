package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.MailServer;
import io.quayside.partner.Channel;
import io.quayside.partner.mail.MailPasswords;
import io.quayside.partner.mail.MailPasswordsOf;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Mails against a real server, and against servers that answer as real ones do on bad days. */
class MailOutTest {

  private static final String MAIL =
      "From: orders@ours.example\r\nTo: jane@acme.example\r\nSubject: Your order\r\nMessage-ID: <01ABC@ours.example>\r\n\r\nHello\r\n";
  private static final Channel.Email TO = new Channel.Email("mail", "jane@acme.example");
  private final MailPasswords passwords = MailPasswordsOf.environment(Map.of());

  @Test
  void aMailLeavesAsItIsStored() throws IOException {
    try (MailServer server = MailServer.start()) {
      server.user("jane@acme.example");
      MailOut out = new MailOut(settings(server.smtp(), "none"), passwords);
      String evidence = out.bring(parcel("a.eml", MAIL), new Channel.Email("mail", null));

      assertThat(evidence).contains("<01ABC@ours.example>").doesNotContain("jane");
      assertThat(
              server.look(
                  "jane@acme.example",
                  "INBOX",
                  mail -> {
                    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
                    mail.writeTo(bytes);
                    return bytes.toString(StandardCharsets.UTF_8);
                  }))
          .singleElement()
          .asString()
          .endsWith(MAIL.strip());
    }
  }

  @Test
  void aDocumentOfAnotherKindIsTheAttachment() throws IOException {
    try (MailServer server = MailServer.start()) {
      server.user("jane@acme.example");
      new MailOut(settings(server.smtp(), "none"), passwords)
          .bring(parcel("810.edi", "ISA*00*~"), TO);

      String text =
          server
              .look(
                  "jane@acme.example",
                  "INBOX",
                  mail -> {
                    assertThat(mail.getHeader("Message-ID"))
                        .containsExactly("<01DOC@ours.example>");
                    jakarta.mail.Multipart parts = (jakarta.mail.Multipart) mail.getContent();
                    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("810.edi");
                    return new String(parts.getBodyPart(1).getInputStream().readAllBytes());
                  })
              .get(0);
      assertThat(text).isEqualTo("ISA*00*~");
    }
  }

  @Test
  void aServerWithoutStartTlsIsRefusedWhereItIsRequired() throws IOException {
    try (MailServer server = MailServer.start()) {
      MailOut out = new MailOut(settings(server.smtp(), "starttls"), passwords);
      assertThatThrownBy(() -> out.bring(parcel("a.eml", MAIL), TO))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("STARTTLS");
    }
  }

  @Test
  void anAddressThatIsRefusedForGoodIsNotTriedAgain() {
    assertThatThrownBy(() -> against("RCPT", "550 no such user jane@acme.example"))
        .isInstanceOf(NoWayException.class)
        .hasMessageContaining("550")
        .hasMessageNotContaining("jane");
    assertThatThrownBy(() -> against("CONTENT", "552 too large"))
        .isInstanceOf(NoWayException.class);
  }

  @Test
  void aServerThatIsBusyIsTriedAgain() {
    for (String step : new String[] {"MAIL", "RCPT", "DATA", "CONTENT"}) {
      assertThatThrownBy(() -> against(step, "451 try later"))
          .as(step)
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(NoWayException.class)
          .isNotInstanceOf(UnknownOutcomeException.class);
    }
    assertThatThrownBy(() -> against("DATA", null)).isNotInstanceOf(UnknownOutcomeException.class);
  }

  @Test
  void aLineThatBreaksAfterTheContentLeavesItOpen() {
    assertThatThrownBy(() -> against("CONTENT", null))
        .isInstanceOf(UnknownOutcomeException.class)
        .hasMessageContaining("did not say whether it took the mail");
  }

  @Test
  void withoutAServerNoAttemptIsMade() {
    MailOut out =
        new MailOut(
            new SmtpSettings(null, 0, "tls", null, null, null, null, null, null), passwords);
    assertThatThrownBy(() -> out.bring(parcel("a.eml", MAIL), TO))
        .isInstanceOf(NoWayException.class)
        .hasMessageContaining("quayside.mail.host");
  }

  /** A server that answers one step otherwise, or hangs up there (null). */
  private void against(String step, String answer) throws IOException {
    try (ServerSocket listener = new ServerSocket(0)) {
      CompletableFuture<Void> served =
          CompletableFuture.runAsync(() -> serve(listener, step, answer));
      try {
        new MailOut(settings(listener.getLocalPort(), "none"), passwords)
            .bring(parcel("a.eml", MAIL), TO);
      } finally {
        listener.close();
        served.join();
      }
    }
  }

  private static void serve(ServerSocket listener, String step, String answer) {
    try (Socket socket = listener.accept()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      say(socket, "220 here");
      boolean content = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (content && !line.equals(".")) {
          continue;
        }
        String verb = content ? "CONTENT" : line.split("[ :]")[0];
        content = false;
        if (verb.equals(step)) {
          if (answer == null) {
            return;
          }
          say(socket, answer);
        } else {
          content = verb.equals("DATA");
          say(socket, content ? "354 go" : "250 ok");
        }
      }
    } catch (IOException e) {
      // the client hung up
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static Parcel parcel(String name, String content) {
    return new Parcel("01DOC", "acme", name, content.getBytes(StandardCharsets.US_ASCII));
  }

  private static SmtpSettings settings(int port, String security) {
    return new SmtpSettings(
        "127.0.0.1", port, security, null, null, null, null, "orders@ours.example", "Our Company");
  }
}
