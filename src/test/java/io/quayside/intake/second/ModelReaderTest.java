package io.quayside.intake.second;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quayside.MutableClock;
import io.quayside.intake.extract.Extraction;
import io.quayside.intake.extract.Knowledge;
import io.quayside.intake.extract.PaperKind;
import io.quayside.intake.extract.Papers;
import io.quayside.intake.second.SecondReaderSettings.Kind;
import io.quayside.mapping.ConfigFiles;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** A model that is really asked, over HTTP, in both ways of speaking. */
class ModelReaderTest {

  private static final ConfigFiles FILES = new ConfigFiles(null);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Words without a table and without a label that is known. */
  private static final String PROSE =
      """
      Dear all,
      our reference is ZX-4711, please send
      12 pcs of W-001 Widget, blue at 2.50, that is 30.00
      Thank you, Kim
      """;

  private static final String ORDER =
      """
      {"poNumber":"ZX-4711","poDate":null,"requestedDelivery":null,"cancelAfter":null,"currency":null,
       "shipTo":[],"billTo":[],"lines":[{"item":"W-001","description":"Widget, blue","quantity":"12",
       "unit":"pcs","price":"2.50","amount":"30.00"}]}""";

  /** What came to the server. */
  private record Asked(String path, String authorization, JsonNode body) {}

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final MutableClock clock =
      new MutableClock(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private volatile Answer answer;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              new Asked(
                  exchange.getRequestURI().getPath(),
                  exchange.getRequestHeaders().getFirst("Authorization"),
                  JSON.readTree(exchange.getRequestBody().readAllBytes())));
          answer.to(exchange);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  @Test
  void anOpenAiEndpointReadsProseAndAPersonConfirmsIt() {
    answer = says(openAi(ORDER));
    Extraction read = read(reader("/v1/chat/completions", Kind.OPENAI, "s3cret", 5_000), PROSE);
    assertThat(read.notes()).isEmpty();
    assertThat(read.mapped().order().at("/poNumber").asText()).isEqualTo("ZX-4711");
    assertThat(read.mapped().order().at("/lines/0/quantity").asText()).isEqualTo("12");
    assertThat(read.mapped().order().at("/lines/0/unit").asText()).isEqualTo("EA");
    assertThat(read.mapped().evidence().get("/lines/0/quantity"))
        .singleElement()
        .satisfies(place -> assertThat(place.where()).isEqualTo("line 3"));
    assertThat(read.confidence().get("/lines/0/quantity").checks())
        .contains("quantity x price = amount", "proposed by the second reader");
    assertThat(read.confidence().values()).allMatch(sure -> sure.value() <= 0.8);
    Asked request = asked.get(0);
    assertThat(request.path()).isEqualTo("/v1/chat/completions");
    assertThat(request.authorization()).isEqualTo("Bearer s3cret");
    assertThat(request.body().at("/model").asText()).isEqualTo("some-model");
    assertThat(request.body().at("/response_format/json_schema/strict").asBoolean()).isTrue();
    assertThat(
            request.body().at("/response_format/json_schema/schema/properties/lines/type").asText())
        .isEqualTo("array");
    assertThat(request.body().at("/messages/1/role").asText()).isEqualTo("user");
    assertThat(request.body().at("/messages/1/content").asText()).contains("ZX-4711");
  }

  @Test
  void anOllamaEndpointIsSpokenToInItsWay() throws Exception {
    String content = JSON.writeValueAsString(ORDER);
    answer = says("{\"message\":{\"role\":\"assistant\",\"content\":" + content + "}}");
    Extraction read = read(reader("/api/chat", Kind.OLLAMA, null, 5_000), PROSE);
    assertThat(read.mapped().order().at("/poNumber").asText()).isEqualTo("ZX-4711");
    assertThat(asked.get(0).authorization()).isNull();
    assertThat(asked.get(0).body().at("/stream").asBoolean(true)).isFalse();
    assertThat(asked.get(0).body().at("/format/required/0").asText()).isEqualTo("poNumber");
    assertThat(asked.get(0).body().at("/options/temperature").asInt(9)).isZero();
  }

  @Test
  void withoutAnAnswerTheOrderGoesOnAndSaysSo() {
    for (Answer one :
        List.<Answer>of(
            says("<html>"),
            says(openAi("The order number is ZX-4711.")),
            says(openAi("[]")),
            says("{\"choices\":[]}"),
            exchange -> exchange.sendResponseHeaders(500, -1),
            says("x".repeat(2 << 20)))) {
      answer = one;
      Extraction read = read(reader("/", Kind.OPENAI, null, 5_000), PROSE);
      assertThat(read.trouble()).isNull();
      assertThat(read.mapped().order().has("poNumber")).isFalse();
      assertThat(read.notes())
          .singleElement()
          .satisfies(
              note ->
                  assertThat(note)
                      .startsWith("The second reader gave no answer")
                      .doesNotContain("ZX-4711"));
    }
  }

  @Test
  void aRedirectIsNotFollowed() {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(307, -1);
        };
    Extraction read = read(reader("/here", Kind.OPENAI, "s3cret", 5_000), PROSE);
    assertThat(read.notes().get(0)).contains("127.0.0.1 answers 307");
    assertThat(asked).extracting(Asked::path).containsExactly("/here");
  }

  @Test
  void anAnswerThatDoesNotComeIsNotWaitedForAgainForAMinute() {
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    ModelReader reader = reader("/", Kind.OPENAI, null, 200);
    assertThat(read(reader, PROSE).notes().get(0)).contains("gave no answer");
    assertThat(read(reader, PROSE).notes().get(0)).contains("did not answer a moment ago");
    assertThat(asked).hasSize(1);
    clock.advance(Duration.ofSeconds(61));
    assertThat(read(reader, PROSE).notes().get(0)).doesNotContain("a moment ago");
  }

  @Test
  void anEndpointThatIsDownIsSaid() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    ModelReader reader = reader(URI.create("http://127.0.0.1:" + free + "/"), Kind.OPENAI, 60);
    assertThat(read(reader, PROSE).notes().get(0)).contains("127.0.0.1", "cannot be reached");
  }

  @Test
  void aLongTextIsNotSentAndNothingGoesOpenlyToAnotherNetwork() {
    answer = says(openAi(ORDER));
    assertThat(read(reader("/", Kind.OPENAI, null, 5_000), "row\n".repeat(2_000)).notes().get(0))
        .contains("longer than quayside.second-reader.max-size");
    ModelReader open = reader(URI.create("http://192.0.2.7/v1"), Kind.OPENAI, 60);
    assertThat(read(open, PROSE).notes().get(0)).contains("use https");
    assertThatThrownBy(() -> reader(URI.create("file:///etc/passwd"), Kind.OPENAI, 60))
        .hasMessageContaining("quayside.second-reader.url");
    assertThatThrownBy(() -> reader((URI) null, Kind.OPENAI, 60))
        .hasMessageContaining("quayside.second-reader.url");
    assertThatThrownBy(() -> reader("/", Kind.OPENAI, "s3c\nret", 60))
        .hasMessageContaining("quayside.second-reader.key-env")
        .hasMessageNotContaining("s3c");
    assertThat(asked).isEmpty();
  }

  private Extraction read(ModelReader reader, String text) {
    return new Papers(FILES, Optional.of(reader))
        .extract(PaperKind.TEXT, text.getBytes(UTF_8), Knowledge.NONE);
  }

  private ModelReader reader(String path, Kind kind, String key, int millis) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return reader(url, kind, key, Duration.ofMillis(millis));
  }

  private ModelReader reader(URI url, Kind kind, int seconds) {
    return reader(url, kind, null, Duration.ofSeconds(seconds));
  }

  private ModelReader reader(URI url, Kind kind, String key, Duration timeout) {
    SecondReaderSettings settings =
        new SecondReaderSettings(url, kind, "some-model", null, timeout, DataSize.ofKilobytes(4));
    return new ModelReader(settings, key, FILES, JSON, clock);
  }

  private static Answer says(String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  private static String openAi(String content) {
    try {
      return "{\"choices\":[{\"message\":{\"content\":%s}}]}"
          .formatted(JSON.writeValueAsString(content));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
