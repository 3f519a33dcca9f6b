package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quayside.MutableClock;
import io.quayside.partner.Channel;
import io.quayside.partner.Secret;
import io.quayside.partner.Secrets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

class CallbackOutTest {

  /** The example of the Standard Webhooks specification: id, time, body, secret and signature. */
  private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static final Parcel PARCEL =
      new Parcel(
          "msg_p5jXN8AQM9LWM0D4loKWxJek",
          "acme",
          "855.json",
          "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

  private final MutableClock clock =
      new MutableClock(Instant.ofEpochSecond(1614265330), ZoneId.of("UTC"));
  private final Map<String, String> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private HttpServer partner;
  private volatile int status = 200;
  private volatile int calls;
  private volatile byte[] body = new byte[0];

  @BeforeEach
  void open() throws IOException {
    partner = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    partner.createContext("/hook", this::answer);
    partner.createContext("/elsewhere", this::answer);
    partner.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls++;
    exchange.getRequestHeaders().forEach((name, values) -> received.put(name, values.get(0)));
    body = exchange.getRequestBody().readAllBytes();
    if (status == 302) {
      exchange.getResponseHeaders().set("Location", "/elsewhere");
    }
    byte[] said = "as it is\u0007".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  @AfterEach
  void close() {
    partner.stop(0);
  }

  @Test
  void aDocumentIsPostedWithTheSignatureOfTheSpecification() throws IOException {
    assertThat(out(List.of("localhost")).bring(PARCEL, channel("standard-webhooks")))
        .isEqualTo("taken by localhost with 200");
    assertThat(body).isEqualTo(PARCEL.bytes());
    assertThat(received)
        .containsEntry("webhook-id", PARCEL.documentId())
        .containsEntry("webhook-timestamp", "1614265330")
        .containsEntry("webhook-signature", SIGNED)
        .containsEntry("Idempotency-Key", PARCEL.documentId())
        .containsEntry("Content-Type", "application/json");
  }

  @Test
  void aBearerSecretIsSentAsAgreed() throws IOException {
    out(List.of("localhost")).bring(PARCEL, channel("bearer"));
    assertThat(received)
        .containsEntry("Authorization", "Bearer whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        .doesNotContainKey("webhook-signature");
  }

  @Test
  void whatThePartnerHasAlreadyCountsAsDelivered() throws IOException {
    status = 409;
    assertThat(out(List.of("localhost")).bring(PARCEL, channel("none"))).contains("had it already");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 503})
  void aPartnerInTroubleIsTriedAgain(int answer) {
    status = answer;
    assertThatThrownBy(() -> out(List.of("localhost")).bring(PARCEL, channel("none")))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(NoWayException.class)
        .hasMessage("localhost answers %d: as it is", answer);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 404})
  void aRefusalIsFinalAndARedirectIsNotFollowed(int answer) {
    status = answer;
    assertThatThrownBy(() -> out(List.of("localhost")).bring(PARCEL, channel("none")))
        .isInstanceOf(NoWayException.class)
        .hasMessageContaining("answers " + answer);
    assertThat(calls).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/",
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0.0.0.0/",
        "http://10.0.0.1/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://a@127.0.0.1/",
        "http://192.0.2.1:22/"
      })
  void thePrivateNetworkIsNeverCalled(String url) {
    assertThatThrownBy(() -> CallableAddress.check(URI.create(url), settings(List.of())))
        .isInstanceOf(NoWayException.class);
  }

  @Test
  void anAddressInTheOpenMayBeCalled() throws IOException {
    CallableAddress.check(URI.create("https://192.0.2.1/hook"), settings(List.of()));
    CallableAddress.check(URI.create("https://[2001:db8::1]/hook"), settings(List.of()));
  }

  private CallbackOut out(List<String> allowed) {
    Secrets secrets = Mockito.mock(Secrets.class);
    Mockito.when(secrets.read("acme/out", new Secret("HOOK", null)))
        .thenReturn("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
    return new CallbackOut(settings(allowed), secrets, clock);
  }

  private CallbackSettings settings(List<String> allowed) {
    return new CallbackSettings(
        allowed, List.of(80, 443, partner.getAddress().getPort()), Duration.ofSeconds(5));
  }

  private Channel channel(String signature) {
    String url = "http://localhost:" + partner.getAddress().getPort() + "/hook";
    return new Channel.Callback("acme/out", url, signature, new Secret("HOOK", null));
  }
}
