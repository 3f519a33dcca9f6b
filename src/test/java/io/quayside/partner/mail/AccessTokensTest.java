package io.quayside.partner.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.quayside.MutableClock;
import io.quayside.partner.MailServer;
import io.quayside.partner.MailServer.OAuth;
import io.quayside.partner.Secret;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Access tokens from a token endpoint that is really asked. */
class AccessTokensTest {

  private final List<String> asked = new ArrayList<>();
  private final MutableClock clock =
      new MutableClock(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
  private HttpServer endpoint;
  private volatile int status = 200;
  private volatile String extra = "";
  private MailPasswords passwords;

  @BeforeEach
  void start() throws IOException {
    endpoint = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    endpoint.createContext(
        "/token",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] body =
              (status == 200
                      ? "{\"access_token\":\"t%d\",\"expires_in\":3600%s}"
                          .formatted(asked.size(), extra)
                      : "{\"error\":\"invalid_client\"}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    endpoint.start();
    passwords = MailPasswordsOf.environment(Map.of("CLIENT_SECRET", "s&1", "REFRESH", "r1"), clock);
  }

  @AfterEach
  void stop() {
    endpoint.stop(0);
  }

  @Test
  void aTokenIsKeptAndRenewedEarly() {
    MailServer server = server(null);
    assertThat(passwords.of("x", server)).isEqualTo("t1");
    clock.advance(Duration.ofMinutes(54));
    assertThat(passwords.of("x", server)).isEqualTo("t1");
    clock.advance(Duration.ofMinutes(2));
    assertThat(passwords.of("x", server)).isEqualTo("t2");
    assertThat(asked.get(0))
        .isEqualTo(
            "client_id=app&client_secret=s%261&scope=mail.read&grant_type=client_credentials");
  }

  @Test
  void aTokenThatTheServerRefusesIsAskedForAnew() {
    MailServer server = server(null);
    passwords.of("x", server);
    passwords.refused(server);
    assertThat(passwords.of("x", server)).isEqualTo("t2");
  }

  @Test
  void aNewerRefreshTokenIsUsedTheNextTime() {
    extra = ",\"refresh_token\":\"r2\"";
    MailServer server = server(new Secret("REFRESH", null));
    passwords.of("x", server);
    passwords.refused(server);
    passwords.of("x", server);
    assertThat(asked.get(0)).endsWith("grant_type=refresh_token&refresh_token=r1");
    assertThat(asked.get(1)).endsWith("grant_type=refresh_token&refresh_token=r2");
  }

  @Test
  void aRefusalIsSaidWithoutTheSecret() {
    status = 401;
    assertThatThrownBy(() -> passwords.of("orders", server(null)))
        .hasMessageContaining("Channel orders")
        .hasMessageContaining("answered 401 invalid_client")
        .hasMessageNotContaining("s&1");
  }

  private MailServer server(Secret refresh) {
    String url = "http://127.0.0.1:" + endpoint.getAddress().getPort() + "/token";
    return new MailServer(
        "imap.example",
        993,
        MailServer.Security.TLS,
        "orders",
        null,
        new OAuth(url, "app", new Secret("CLIENT_SECRET", null), refresh, "mail.read"));
  }
}
