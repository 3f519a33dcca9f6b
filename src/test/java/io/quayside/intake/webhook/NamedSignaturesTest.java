package io.quayside.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.partner.Channel;
import io.quayside.partner.Company;
import io.quayside.partner.Identifier;
import io.quayside.partner.PartnerFiles;
import io.quayside.partner.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The ways to sign by their names in a partner file, with values that others published: the example
 * of Standard Webhooks, GitHub's page on validating deliveries, test case 2 of RFC 4231 (HMAC with
 * SHA-256) and the example of RFC 7617 (basic).
 */
class NamedSignaturesTest {

  private static final String PARTNER =
      """
      id: shop
      name: A shop
      identifiers: [{scheme: webhook, value: shop}]
      channels: {out: folder, in: [{kind: webhook, secretEnv: SECRET, %s}]}
      """;
  private static final Company COMPANY =
      new Company(
          "main",
          "Our company",
          null,
          null,
          null,
          List.of(new Identifier("x12", "ZZ", "QUAYSIDE", null)),
          ZoneId.of("UTC"),
          "USD");
  private static final Instant NOW = Instant.ofEpochSecond(1614265330);

  private static WebhookSignature signature(String settings) {
    Channel in = PartnerFiles.read("shop", PARTNER.formatted(settings), COMPANY).in().get(0);
    return ((Channel.Webhook) in).signature();
  }

  private static Optional<String> refuse(
      String settings, String secret, String headers, String body) {
    Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header : headers.split("; ")) {
      String[] parts = header.split("=", 2);
      sent.put(parts[0], parts[1]);
    }
    Webhooks.Call call =
        new Webhooks.Call(sent::get, "192.0.2.1", body.getBytes(StandardCharsets.UTF_8));
    return new SignatureCheck(signature(settings), List.of("b2xkZXI=", secret), false, NOW)
        .refuse(call);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "signature: standard-webhooks | whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw | webhook-id=msg_p5jXN8AQM9LWM0D4loKWxJek; webhook-timestamp=1614265330; webhook-signature=v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= | {\"test\": 2432232314}",
        "signature: github | It's a Secret to Everybody | X-Hub-Signature-256=sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17 | Hello, World!",
        "signature: shopify | Jefe | X-Shopify-Hmac-SHA256=B64 | what do ya want for nothing?",
        "signature: woocommerce | Jefe | X-WC-Webhook-Signature=B64 | what do ya want for nothing?",
        "`signature: {scheme: hmac, header: X-Signature, encoding: hex}` | Jefe | x-signature=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843 | what do ya want for nothing?",
        "`signature: {scheme: hmac, header: X-Signature, encoding: hex, algorithm: sha512}` | Jefe | x-signature=164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737 | what do ya want for nothing?",
        "`signature: basic, user: Aladdin` | open sesame | Authorization=Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ== | {}",
        "signature: bearer | mF_9.B5f-4.1JqM | Authorization=Bearer mF_9.B5f-4.1JqM | {}",
      })
  void whatOthersSignedIsProvenAndARefusalTellsNoSecret(
      String settings, String secret, String headers, String body) {
    String sent = headers.replace("B64", "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
    assertThat(refuse(settings, secret, sent, body)).isEmpty();

    String given = sent.substring(sent.lastIndexOf('=', sent.length() - 3) + 1);
    for (Optional<String> refused :
        List.of(
            refuse(settings, "YW5vdGhlcg==", sent, body),
            refuse(settings, secret, sent.replaceFirst(".(=?)$", "!$1"), body),
            refuse(settings, secret, "Other=1", body))) {
      assertThat(refused).isPresent();
      assertThat(refused.get()).doesNotContain(secret).doesNotContain(given);
    }
  }
}
