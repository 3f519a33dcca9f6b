package io.quayside.intake.second;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.intake.extract.SecondReader;
import io.quayside.mapping.ConfigFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a model over HTTP. Redirects are not followed, and nothing goes unencrypted to another
 * network. After an answer that did not come it is left alone for a minute, so that a mailbox full
 * of orders does not wait for each in turn.
 */
final class ModelReader implements SecondReader {

  private static final int LONGEST_ANSWER = 1 << 20;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final SecondReaderSettings settings;
  private final String key;
  private final Conversation conversation;
  private final Clock clock;
  private HttpClient client;
  private volatile Instant restsUntil = Instant.EPOCH;

  ModelReader(
      SecondReaderSettings settings,
      String key,
      ConfigFiles files,
      ObjectMapper json,
      Clock clock) {
    this.settings = settings;
    this.key = key;
    this.conversation = new Conversation(settings, files, json);
    this.clock = clock;
    if (key != null && key.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalStateException(
          "The key in the variable that quayside.second-reader.key-env names holds a line break or another control character: write it without");
    }
    URI url = settings.url();
    boolean web =
        url != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
    if (!web || url.getHost() == null || url.getUserInfo() != null || settings.model() == null) {
      throw new IllegalStateException(
          "quayside.second-reader.url must be a plain http or https address, and quayside.second-reader.model the name of a model");
    }
  }

  @Override
  public JsonNode read(String text) throws IOException {
    if (text.getBytes(StandardCharsets.UTF_8).length > settings.maxSize().toBytes()) {
      throw new IOException("the text is longer than quayside.second-reader.max-size");
    }
    if (clock.instant().isBefore(restsUntil)) {
      throw new IOException("it did not answer a moment ago");
    }
    near();
    HttpResponse<byte[]> answer = ask(text);
    if (answer.statusCode() != 200) {
      throw new IOException(
          "%s answers %d".formatted(settings.url().getHost(), answer.statusCode()));
    }
    return conversation.answer(answer.body());
  }

  /** A key and a customer's order go through foreign networks encrypted only. */
  private void near() throws IOException {
    if (settings.url().getScheme().equals("https")) {
      return;
    }
    try {
      InetAddress address = InetAddress.getByName(settings.url().getHost());
      if (!address.isLoopbackAddress() && !address.isSiteLocalAddress()) {
        throw new IOException("http is only for an address within our own network: use https");
      }
    } catch (UnknownHostException e) {
      throw new IOException("the name of its host is not known");
    }
  }

  private HttpResponse<byte[]> ask(String text) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.url())
            .timeout(settings.timeout())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("User-Agent", "Quayside")
            .POST(HttpRequest.BodyPublishers.ofByteArray(conversation.question(text)));
    if (key != null) {
      request.header("Authorization", "Bearer " + key.strip());
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client().sendAsync(request.build(), head -> new CappedBody(LONGEST_ANSWER));
    try {
      return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw silent("it took longer than %s s".formatted(settings.timeout().toSeconds()));
    } catch (ExecutionException e) {
      throw silent("%s: %s".formatted(settings.url().getHost(), reason(e.getCause())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the call was cut off");
    } finally {
      answer.cancel(true);
    }
  }

  private static String reason(Throwable cause) {
    return cause instanceof java.net.http.HttpTimeoutException
        ? "it took too long"
        : cause instanceof java.net.ConnectException
            ? "it cannot be reached"
            : "the answer broke off (%s)".formatted(cause.getClass().getSimpleName());
  }

  private IOException silent(String why) {
    restsUntil = clock.instant().plus(PAUSE);
    return new IOException(why);
  }

  /** Made at the first call: it loads all of TLS, which most installations never need. */
  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .connectTimeout(settings.timeout())
              .followRedirects(HttpClient.Redirect.NEVER)
              .version(HttpClient.Version.HTTP_1_1)
              .build();
    }
    return client;
  }
}
