package io.quayside.partner.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.partner.MailServer;
import io.quayside.partner.Secret;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A token is given as Microsoft 365 and Gmail want it, and nothing else is tried. */
class MailSettingsTest {

  @Test
  void aTokenIsGivenByXoauth2() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> given = CompletableFuture.supplyAsync(() -> imap(socket));
      MailServer server =
          new MailServer(
              "127.0.0.1",
              socket.getLocalPort(),
              MailServer.Security.NONE,
              "orders",
              null,
              new MailServer.OAuth(
                  "https://tokens.example", "app", new Secret("X", null), null, "mail.read"));
      Session session = Session.getInstance(MailSettings.of("imap", server));
      try (Store store = session.getStore("imap")) {
        store.connect(server.host(), server.port(), server.user(), "token-1");
        assertThat(store.isConnected()).isTrue();
      }
      assertThat(given.get()).isEqualTo("user=orders\u0001auth=Bearer token-1\u0001\u0001");
    }
  }

  /** Just enough of a server to be signed in to; returns what the AUTHENTICATE held. */
  private static String imap(ServerSocket socket) {
    String given = null;
    try (Socket line = socket.accept()) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(line.getInputStream(), US_ASCII));
      OutputStream out = line.getOutputStream();
      say(out, "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2] ready");
      for (String said = in.readLine(); said != null; said = in.readLine()) {
        String[] words = said.split(" ");
        if (words[1].equals("AUTHENTICATE")) {
          assertThat(words[2]).isEqualTo("XOAUTH2");
          String token = words.length > 3 ? words[3] : null;
          if (token == null) {
            say(out, "+ ");
            token = in.readLine();
          }
          given = new String(Base64.getDecoder().decode(token), US_ASCII);
        }
        if (words[1].equals("LOGOUT")) {
          say(out, "* BYE");
        }
        if (words[1].equals("CAPABILITY")) {
          say(out, "* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2");
        }
        say(out, words[0] + " OK done");
      }
    } catch (IOException e) {
      assertThat(given).as("signed in before the line broke: " + e).isNotNull();
    }
    return given;
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write((text + "\r\n").getBytes(US_ASCII));
    out.flush();
  }
}
