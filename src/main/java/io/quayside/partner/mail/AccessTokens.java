package io.quayside.partner.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.partner.MailServer.OAuth;
import io.quayside.partner.Secret;
import io.quayside.partner.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Access tokens of OAuth 2 (RFC 6749, sections 4.4 and 6), kept until five minutes before they end.
 */
@Component
class AccessTokens {

  private static final Duration EARLY = Duration.ofMinutes(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final long HOUR = 3600;

  /** A token, the refresh token that came with it (providers change it), and when to renew. */
  private record Token(String access, String refresh, Instant renewAt) {}

  private HttpClient http;
  private final Map<OAuth, Token> tokens = new ConcurrentHashMap<>();
  private final Secrets secrets;
  private final ObjectMapper json;
  private final Clock clock;

  AccessTokens(Secrets secrets, ObjectMapper json, Clock clock) {
    this.secrets = secrets;
    this.json = json;
    this.clock = clock;
  }

  /** Made at the first call: it loads all of TLS, which mailboxes with a password never need. */
  private synchronized HttpClient http() {
    if (http == null) {
      http =
          HttpClient.newBuilder()
              .connectTimeout(TIMEOUT)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
    }
    return http;
  }

  /** A token that is good for some minutes; {@link IllegalStateException} with the reason. */
  String of(String channelId, OAuth oauth) {
    return tokens
        .compute(
            oauth,
            (key, old) ->
                old != null && clock.instant().isBefore(old.renewAt())
                    ? old
                    : ask(channelId, oauth, old == null ? null : old.refresh()))
        .access();
  }

  /** The next one is asked for anew. */
  void forget(OAuth oauth) {
    tokens.computeIfPresent(
        oauth, (key, old) -> new Token(old.access(), old.refresh(), Instant.EPOCH));
  }

  private Token ask(String channelId, OAuth oauth, String newerRefresh) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", oauth.clientId());
    put(form, "client_secret", secret(channelId, oauth.clientSecret()));
    put(form, "scope", oauth.scope());
    String refresh = newerRefresh != null ? newerRefresh : secret(channelId, oauth.refreshToken());
    form.put("grant_type", refresh == null ? "client_credentials" : "refresh_token");
    put(form, "refresh_token", refresh);
    try {
      HttpResponse<String> answer =
          http()
              .send(
                  HttpRequest.newBuilder(URI.create(oauth.tokenUrl()))
                      .timeout(TIMEOUT)
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .header("Accept", "application/json")
                      .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      return token(channelId, oauth, refresh, answer);
    } catch (IOException e) {
      throw new IllegalStateException(
          "Channel %s: the token endpoint %s does not answer (%s)."
              .formatted(channelId, oauth.tokenUrl(), e.getClass().getSimpleName()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Channel %s: interrupted".formatted(channelId));
    }
  }

  private Token token(String channelId, OAuth oauth, String refresh, HttpResponse<String> answer) {
    JsonNode body = body(answer);
    String access = body.path("access_token").asText("");
    if (answer.statusCode() != 200 || access.isEmpty()) {
      throw new IllegalStateException(
          "Channel %s: the token endpoint %s answered %d %s. Look at the client id, its secret or refresh token and the scope."
              .formatted(
                  channelId,
                  oauth.tokenUrl(),
                  answer.statusCode(),
                  words(body.path("error").asText(""))));
    }
    long seconds = body.path("expires_in").asLong(HOUR);
    Instant renewAt =
        clock.instant().plusSeconds(seconds).minus(seconds > HOUR / 4 ? EARLY : Duration.ZERO);
    String newer = body.path("refresh_token").asText("");
    return new Token(access, newer.isEmpty() ? refresh : newer, renewAt);
  }

  private JsonNode body(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body());
    } catch (JsonProcessingException e) {
      return json.createObjectNode();
    }
  }

  private String secret(String channelId, Secret secret) {
    return secret == null ? null : secrets.read(channelId, secret).strip();
  }

  private static String words(String error) {
    return error.replaceAll("[^A-Za-z0-9_ -]", "?");
  }

  private static void put(Map<String, String> form, String key, String value) {
    if (value != null) {
      form.put(key, value);
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
