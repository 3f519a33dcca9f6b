package io.quayside.partner;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a partner proves that a call of its webhook is its own: data, so that a new shop's way needs
 * no code.
 *
 * @param scheme the kind of proof
 * @param header which header holds it; for {@link Scheme#CERTIFICATE} the one that our proxy sets
 * @param algorithm of {@link Scheme#HMAC}: {@code HmacSHA256}, {@code HmacSHA512} or {@code
 *     HmacSHA1}
 * @param encoding of the signature in the header
 * @param prefix what stands before the signature, for example {@code sha256=}; several signatures
 *     are separated by blanks, and those without the prefix are passed over
 * @param signed what was signed: literal text with {@code {id}}, {@code {timestamp}} and {@code
 *     {body}}
 * @param secretInBase64 the secret is base64, with or without {@code whsec_} before it
 * @param idHeader the header with the message's id, which stays the same when it is sent again;
 *     null when there is none
 * @param timestampHeader the header with the time of signing, in epoch seconds; null when there is
 *     none
 * @param window how far that time may be from ours
 * @param user of {@link Scheme#BASIC}
 * @param fingerprints of {@link Scheme#CERTIFICATE}: SHA-256 of the client certificates, 64
 *     hexadecimal digits in lower case
 */
public record WebhookSignature(
    Scheme scheme,
    String header,
    String algorithm,
    Encoding encoding,
    String prefix,
    String signed,
    boolean secretInBase64,
    String idHeader,
    String timestampHeader,
    Duration window,
    String user,
    List<String> fingerprints) {

  /** The kind of proof. */
  public enum Scheme {
    /** A keyed hash over the body. */
    HMAC,
    /** {@code Authorization: Bearer <secret>}. */
    BEARER,
    /** {@code Authorization: Basic <user:secret>}. */
    BASIC,
    /** The secret itself in a header of its own. */
    HEADER,
    /** A client certificate that our own proxy has checked and tells by a header. */
    CERTIFICATE,
    /** The shared secret in the document itself, {@code Header/Sender/Credential} of cXML. */
    CXML,
    /** None: whoever knows the address can send. What comes is marked so. */
    NONE
  }

  /** How the signature is written. */
  public enum Encoding {
    BASE64,
    HEX
  }

  public static final Duration WINDOW = Duration.ofMinutes(5);

  private static final String SHA256 = "HmacSHA256";

  /** The ways that have a name. Sources: the platforms' own pages and standardwebhooks.com. */
  static final Map<String, WebhookSignature> NAMED =
      Map.of(
          "standard-webhooks", standardWebhooks(true),
          "bigcommerce", standardWebhooks(false),
          "shopify", overBody("X-Shopify-Hmac-Sha256", Encoding.BASE64, "", "X-Shopify-Webhook-Id"),
          "woocommerce",
              overBody("X-WC-Webhook-Signature", Encoding.BASE64, "", "X-WC-Webhook-Delivery-ID"),
          "github", overBody("X-Hub-Signature-256", Encoding.HEX, "sha256=", "X-GitHub-Delivery"),
          "bearer", plain(Scheme.BEARER, "Authorization"),
          "basic", plain(Scheme.BASIC, "Authorization"),
          "cxml", plain(Scheme.CXML, null),
          "none", plain(Scheme.NONE, null));

  public WebhookSignature {
    fingerprints = List.copyOf(fingerprints);
  }

  /** Is there a secret to be shared? */
  public boolean needsSecret() {
    return scheme != Scheme.NONE && scheme != Scheme.CERTIFICATE;
  }

  WebhookSignature withUser(String other) {
    return new WebhookSignature(
        scheme,
        header,
        algorithm,
        encoding,
        prefix,
        signed,
        secretInBase64,
        idHeader,
        timestampHeader,
        window,
        other,
        fingerprints);
  }

  static WebhookSignature plain(Scheme scheme, String header) {
    return new WebhookSignature(
        scheme,
        header,
        SHA256,
        Encoding.BASE64,
        "",
        "{body}",
        false,
        null,
        null,
        WINDOW,
        null,
        List.of());
  }

  private static WebhookSignature overBody(
      String header, Encoding encoding, String prefix, String idHeader) {
    return new WebhookSignature(
        Scheme.HMAC,
        header,
        SHA256,
        encoding,
        prefix,
        "{body}",
        false,
        idHeader,
        null,
        WINDOW,
        null,
        List.of());
  }

  private static WebhookSignature standardWebhooks(boolean secretInBase64) {
    return new WebhookSignature(
        Scheme.HMAC,
        "webhook-signature",
        SHA256,
        Encoding.BASE64,
        "v1,",
        "{id}.{timestamp}.{body}",
        secretInBase64,
        "webhook-id",
        "webhook-timestamp",
        WINDOW,
        null,
        List.of());
  }
}
