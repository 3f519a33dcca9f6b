package io.quayside.outbound;

import io.quayside.partner.Channel;
import io.quayside.partner.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Posts a document to a partner's address, signed (standardwebhooks.com) and with the document's id
 * as {@code Idempotency-Key} and {@code webhook-id}: doing it twice is one message to the partner.
 * Redirects are not followed.
 */
@Component
class CallbackOut implements WayOut {

  private static final int TOLD = 500;
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final String WHSEC = "whsec_";
  private static final String HMAC = "HmacSHA256";

  private final CallbackSettings settings;
  private final Secrets secrets;
  private final Clock clock;
  private HttpClient client;

  CallbackOut(CallbackSettings settings, Secrets secrets, Clock clock) {
    this.settings = settings;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public boolean serves(Channel channel) {
    return channel instanceof Channel.Callback;
  }

  @Override
  public String bring(Parcel parcel, Channel channel) throws IOException {
    Channel.Callback callback = (Channel.Callback) channel;
    URI url = URI.create(callback.url());
    CallableAddress.check(url, settings);
    HttpResponse<InputStream> answer;
    try {
      answer =
          client().send(request(url, callback, parcel), HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The call was cut off", e);
    }
    try (InputStream body = answer.body()) {
      String said = said(body.readNBytes(TOLD));
      int status = answer.statusCode();
      if (status / 100 == 2) {
        return "taken by %s with %d".formatted(url.getHost(), status);
      }
      if (status == 409) {
        return "%s had it already (409)".formatted(url.getHost());
      }
      String words = "%s answers %d: %s".formatted(url.getHost(), status, said);
      if (status == 408 || status == 425 || status == 429 || status >= 500) {
        throw new IOException(words);
      }
      throw new NoWayException(words);
    }
  }

  /** Made at the first call: it loads all of TLS, which most installations never need. */
  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .connectTimeout(CONNECT)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
    }
    return client;
  }

  private HttpRequest request(URI url, Channel.Callback callback, Parcel parcel) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(settings.timeout())
            .header("Content-Type", contentType(parcel.bytes()))
            .header("User-Agent", "Quayside")
            .header("Idempotency-Key", parcel.documentId())
            .header("webhook-id", parcel.documentId())
            .POST(HttpRequest.BodyPublishers.ofByteArray(parcel.bytes()));
    switch (callback.signature()) {
      case "standard-webhooks" -> sign(request, secret(callback), parcel);
      case "bearer" -> request.header("Authorization", "Bearer " + secret(callback));
      default -> {
        // none: whoever knows the address can send there
      }
    }
    return request.build();
  }

  private String secret(Channel.Callback callback) {
    return secrets.read(callback.id(), callback.secret()).strip();
  }

  private void sign(HttpRequest.Builder request, String secret, Parcel parcel) {
    String encoded = secret.startsWith(WHSEC) ? secret.substring(WHSEC.length()) : secret;
    String time = String.valueOf(clock.instant().getEpochSecond());
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(encoded), HMAC));
      mac.update((parcel.documentId() + "." + time + ".").getBytes(StandardCharsets.UTF_8));
      String signature = Base64.getEncoder().encodeToString(mac.doFinal(parcel.bytes()));
      request.header("webhook-timestamp", time).header("webhook-signature", "v1," + signature);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "The secret of the channel is no base64, as standard-webhooks wants it", e);
    }
  }

  private static String contentType(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 3), StandardCharsets.ISO_8859_1);
    if (head.equals("ISA")) {
      return "application/edi-x12";
    }
    if (head.equals("UNA") || head.equals("UNB")) {
      return "application/EDIFACT";
    }
    if (head.startsWith("<")) {
      return "text/xml; charset=UTF-8";
    }
    return head.startsWith("{") ? "application/json" : "application/octet-stream";
  }

  private static String said(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
