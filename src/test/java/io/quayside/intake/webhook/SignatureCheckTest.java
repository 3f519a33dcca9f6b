package io.quayside.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.partner.WebhookSignature;
import io.quayside.partner.WebhookSignature.Encoding;
import io.quayside.partner.WebhookSignature.Scheme;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Signatures that others computed: the examples of the specification and of the platforms. */
class SignatureCheckTest {

  /** The example of the Standard Webhooks specification. */
  private static final String WHSEC = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long TIME = 1614265330;
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static final WebhookSignature STANDARD =
      hmac(
          "webhook-signature",
          Encoding.BASE64,
          "v1,",
          "{id}.{timestamp}.{body}",
          true,
          "webhook-id",
          "webhook-timestamp");

  /** The example of GitHub's page on validating deliveries. */
  private static final WebhookSignature GITHUB =
      hmac("X-Hub-Signature-256", Encoding.HEX, "sha256=", "{body}", false, null, null);

  private static final String GITHUB_SIGNED =
      "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

  @Test
  void theExampleOfStandardWebhooksIsProven() {
    assertThat(standard(Map.of(), BODY, TIME, WHSEC)).isEmpty();
  }

  @Test
  void theExampleOfGitHubIsProven() {
    assertThat(github("Hello, World!", GITHUB_SIGNED, "It's a Secret to Everybody")).isEmpty();
    assertThat(github("Hello, World", GITHUB_SIGNED, "It's a Secret to Everybody"))
        .contains("the signature does not fit");
  }

  @Test
  void aChangedBodyIdOrTimeIsRefused() {
    assertThat(standard(Map.of(), BODY + " ", TIME, WHSEC)).contains("the signature does not fit");
    assertThat(standard(Map.of("webhook-id", "msg_other"), BODY, TIME, WHSEC)).isPresent();
    assertThat(standard(Map.of("webhook-timestamp", "1614265331"), BODY, TIME, WHSEC)).isPresent();
  }

  @Test
  void anOldOrFutureCallIsRefusedThoughItsSignatureFits() {
    assertThat(standard(Map.of(), BODY, TIME + 300, WHSEC)).isEmpty();
    assertThat(standard(Map.of(), BODY, TIME + 301, WHSEC))
        .contains("the clocks differ by more than 300 s");
    assertThat(standard(Map.of(), BODY, TIME - 301, WHSEC)).isPresent();
  }

  @Test
  void anySecretOfSeveralAndAnySignatureOfSeveralIsEnough() {
    String several = "v1,bm90IHRoaXMgb25l " + SIGNED + " v2,whatever";
    assertThat(
            standard(Map.of("webhook-signature", several), BODY, TIME, "whsec_bmV3IG9uZQ==", WHSEC))
        .isEmpty();
  }

  @Test
  void whatIsMissingIsNamed() {
    for (String header : List.of("webhook-signature", "webhook-id", "webhook-timestamp")) {
      Map<String, String> without = new HashMap<>();
      without.put(header, null);
      assertThat(standard(without, BODY, TIME, WHSEC))
          .contains("the header " + header + " is missing");
    }
  }

  @Test
  void anEmptySignatureAndNoSecretProveNothing() {
    assertThat(github("Hello, World!", "sha256=", "It's a Secret to Everybody")).isPresent();
    assertThat(github("Hello, World!", "", "It's a Secret to Everybody")).isPresent();
    assertThat(
            new SignatureCheck(GITHUB, List.of(), false, Instant.EPOCH)
                .refuse(call(Map.of("x-hub-signature-256", GITHUB_SIGNED), "Hello, World!")))
        .isPresent();
  }

  @Test
  void aSecretThatIsNoBase64IsToldToTheOperator() {
    assertThatThrownBy(() -> standard(Map.of(), BODY, TIME, "whsec_***"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no base64")
        .hasMessageNotContaining("***");
  }

  @Test
  void bearerBasicAndAHeaderOfItsOwnCompareTheSecret() {
    WebhookSignature bearer = plain(Scheme.BEARER, "Authorization", null);
    assertThat(refuse(bearer, Map.of("authorization", "bearer s3cret"), "s3cret")).isEmpty();
    assertThat(refuse(bearer, Map.of("authorization", "Bearer s3cre"), "s3cret")).isPresent();
    assertThat(refuse(bearer, Map.of("authorization", "Basic s3cret"), "s3cret")).isPresent();
    WebhookSignature basic = plain(Scheme.BASIC, "Authorization", "acme");
    assertThat(refuse(basic, Map.of("authorization", "Basic YWNtZTpzM2NyZXQ="), "s3cret"))
        .isEmpty();
    assertThat(refuse(basic, Map.of("authorization", "Basic YWNtZTpvdGhlcg=="), "s3cret"))
        .isPresent();
    assertThat(refuse(basic, Map.of("authorization", "Basic ***"), "s3cret")).isPresent();
    WebhookSignature own = plain(Scheme.HEADER, "X-Api-Key", null);
    assertThat(refuse(own, Map.of("x-api-key", "s3cret"), "s3cret")).isEmpty();
    assertThat(refuse(own, Map.of("x-api-key", ""), "s3cret")).isPresent();
  }

  @Test
  void aCertificateIsBelievedOnlyFromOurOwnProxy() {
    String fingerprint = "ab".repeat(32);
    WebhookSignature certificate =
        new WebhookSignature(
            Scheme.CERTIFICATE,
            "X-Client-Cert-SHA256",
            "HmacSHA256",
            Encoding.HEX,
            "",
            "{body}",
            false,
            null,
            null,
            WebhookSignature.WINDOW,
            null,
            List.of(fingerprint));
    Webhooks.Call call = call(Map.of("x-client-cert-sha256", "AB:".repeat(31) + "AB"), "");
    assertThat(new SignatureCheck(certificate, List.of(), true, Instant.EPOCH).refuse(call))
        .isEmpty();
    assertThat(new SignatureCheck(certificate, List.of(), false, Instant.EPOCH).refuse(call))
        .isPresent();
  }

  private static Optional<String> standard(
      Map<String, String> changed, String body, long now, String... secrets) {
    Map<String, String> headers = new HashMap<>();
    headers.put("webhook-id", ID);
    headers.put("webhook-timestamp", String.valueOf(TIME));
    headers.put("webhook-signature", SIGNED);
    headers.putAll(changed);
    return new SignatureCheck(STANDARD, List.of(secrets), false, Instant.ofEpochSecond(now))
        .refuse(call(headers, body));
  }

  private static Optional<String> github(String body, String signature, String secret) {
    return new SignatureCheck(GITHUB, List.of(secret), false, Instant.EPOCH)
        .refuse(call(Map.of("x-hub-signature-256", signature), body));
  }

  private static Optional<String> refuse(
      WebhookSignature signature, Map<String, String> headers, String secret) {
    return new SignatureCheck(signature, List.of(secret), false, Instant.EPOCH)
        .refuse(call(headers, ""));
  }

  private static Webhooks.Call call(Map<String, String> headers, String body) {
    return new Webhooks.Call(
        name -> headers.get(name.toLowerCase(Locale.ROOT)),
        "192.0.2.1",
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static WebhookSignature plain(Scheme scheme, String header, String user) {
    return new WebhookSignature(
        scheme,
        header,
        "HmacSHA256",
        Encoding.BASE64,
        "",
        "{body}",
        false,
        null,
        null,
        Duration.ofMinutes(5),
        user,
        List.of());
  }

  private static WebhookSignature hmac(
      String header,
      Encoding encoding,
      String prefix,
      String signed,
      boolean base64,
      String idHeader,
      String timestampHeader) {
    return new WebhookSignature(
        Scheme.HMAC,
        header,
        "HmacSHA256",
        encoding,
        prefix,
        signed,
        base64,
        idHeader,
        timestampHeader,
        Duration.ofMinutes(5),
        null,
        List.of());
  }
}
