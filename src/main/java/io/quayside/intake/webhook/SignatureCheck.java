package io.quayside.intake.webhook;

import io.quayside.mapping.tree.UnreadableDocumentException;
import io.quayside.mapping.tree.XmlTree;
import io.quayside.partner.WebhookSignature;
import io.quayside.partner.WebhookSignature.Encoding;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a call against the partner's way of signing. Secrets and signatures are compared in a time
 * that does not depend on how much of them is right.
 */
final class SignatureCheck {

  private static final Pattern PART = Pattern.compile("\\{(id|timestamp|body)}");
  private static final String WHSEC = "whsec_";
  private static final int LARGEST_CXML = 5_000_000;

  private final WebhookSignature signature;
  private final List<String> secrets;
  private final boolean trustedProxy;
  private final Instant now;

  /**
   * @param secrets the texts of all secrets that are good at the moment
   * @param trustedProxy whether the call came from a proxy of ours, whose header may be believed
   */
  SignatureCheck(
      WebhookSignature signature, List<String> secrets, boolean trustedProxy, Instant now) {
    this.signature = signature;
    this.secrets = secrets;
    this.trustedProxy = trustedProxy;
    this.now = now;
  }

  /** Why the call is refused, in a few words for the operator; empty when it is proven. */
  Optional<String> refuse(Webhooks.Call call) {
    return switch (signature.scheme()) {
      case NONE -> Optional.empty();
      case BEARER -> secret(call, "Bearer ");
      case BASIC -> basic(call);
      case HEADER -> secret(call, "");
      case CERTIFICATE -> certificate(call);
      case CXML -> cxml(call);
      case HMAC -> hmac(call);
    };
  }

  private Optional<String> secret(Webhooks.Call call, String scheme) {
    String given = call.header().apply(signature.header());
    if (given == null) {
      return missing(signature.header());
    }
    if (!given.regionMatches(true, 0, scheme, 0, scheme.length())) {
      return Optional.of(signature.header() + " is of another kind");
    }
    byte[] value = bytes(given.substring(scheme.length()).strip());
    return anySecret(value) ? Optional.empty() : Optional.of("the secret is another one");
  }

  private boolean anySecret(byte[] value) {
    boolean found = false;
    for (String secret : secrets) {
      found |= MessageDigest.isEqual(value, bytes(secret));
    }
    return found;
  }

  private Optional<String> basic(Webhooks.Call call) {
    String given = call.header().apply(signature.header());
    if (given == null) {
      return missing(signature.header());
    }
    if (!given.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.of("Authorization is of another kind");
    }
    byte[] value;
    try {
      value = Base64.getDecoder().decode(given.substring(6).strip());
    } catch (IllegalArgumentException notBase64) {
      return Optional.of("Authorization is no base64");
    }
    boolean found = false;
    for (String secret : secrets) {
      found |= MessageDigest.isEqual(value, bytes(signature.user() + ":" + secret));
    }
    return found ? Optional.empty() : Optional.of("user or secret is another one");
  }

  private Optional<String> certificate(Webhooks.Call call) {
    if (!trustedProxy) {
      return Optional.of("the call did not come by a proxy of quayside.webhooks.trusted-proxies");
    }
    String given = call.header().apply(signature.header());
    if (given == null) {
      return missing(signature.header());
    }
    String plain = given.replace(":", "").strip().toLowerCase(Locale.ROOT);
    return signature.fingerprints().contains(plain)
        ? Optional.empty()
        : Optional.of("the client certificate is another one");
  }

  private Optional<String> cxml(Webhooks.Call call) {
    if (call.body().length > LARGEST_CXML) {
      return Optional.of("the cXML has more than " + LARGEST_CXML + " bytes");
    }
    try {
      Optional<String> given =
          XmlTree.read(call.body())
              .find("Header", "Sender", "Credential")
              .map(credential -> credential.text("SharedSecret"));
      if (given.isEmpty()) {
        return Optional.of("there is no cXML with Header/Sender/Credential");
      }
      return anySecret(bytes(given.get()))
          ? Optional.empty()
          : Optional.of("the shared secret is another one");
    } catch (UnreadableDocumentException e) {
      return Optional.of("the body is no cXML");
    }
  }

  private Optional<String> hmac(Webhooks.Call call) {
    String given = call.header().apply(signature.header());
    if (given == null) {
      return missing(signature.header());
    }
    if (signature.idHeader() != null
        && signature.signed().contains("{id}")
        && call.header().apply(signature.idHeader()) == null) {
      return missing(signature.idHeader());
    }
    Optional<String> time = signature.timestampHeader() == null ? Optional.empty() : time(call);
    if (time.isPresent()) {
      return time;
    }
    boolean found = false;
    for (String secret : secrets) {
      byte[] expected = mac(key(secret), call);
      for (String one : given.strip().split("\\s+")) {
        if (one.startsWith(signature.prefix())) {
          found |= MessageDigest.isEqual(decoded(one), expected);
        }
      }
    }
    return found ? Optional.empty() : Optional.of("the signature does not fit");
  }

  private Optional<String> time(Webhooks.Call call) {
    String given = call.header().apply(signature.timestampHeader());
    if (given == null) {
      return missing(signature.timestampHeader());
    }
    if (!given.strip().matches("[0-9]{1,12}")) {
      return Optional.of(signature.timestampHeader() + " is no time in epoch seconds");
    }
    Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(given.strip())), now);
    return off.abs().compareTo(signature.window()) <= 0
        ? Optional.empty()
        : Optional.of("the clocks differ by more than " + signature.window().toSeconds() + " s");
  }

  private byte[] mac(byte[] key, Webhooks.Call call) {
    try {
      Mac mac = Mac.getInstance(signature.algorithm());
      mac.init(new SecretKeySpec(key, signature.algorithm()));
      Matcher parts = PART.matcher(signature.signed());
      int from = 0;
      while (parts.find()) {
        mac.update(bytes(signature.signed().substring(from, parts.start())));
        mac.update(
            switch (parts.group(1)) {
              case "id" -> bytes(call.header().apply(signature.idHeader()));
              case "timestamp" -> bytes(call.header().apply(signature.timestampHeader()));
              default -> call.body();
            });
        from = parts.end();
      }
      mac.update(bytes(signature.signed().substring(from)));
      return mac.doFinal();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has " + signature.algorithm(), impossible);
    }
  }

  private byte[] key(String secret) {
    if (!signature.secretInBase64()) {
      return bytes(secret);
    }
    String encoded = secret.startsWith(WHSEC) ? secret.substring(WHSEC.length()) : secret;
    try {
      return Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalStateException(
          "the secret is no base64, as this way to sign wants it: take it over anew from the sender");
    }
  }

  private byte[] decoded(String one) {
    String text = one.substring(signature.prefix().length());
    try {
      return signature.encoding() == Encoding.HEX
          ? HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT))
          : Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException unreadable) {
      return new byte[0];
    }
  }

  private static Optional<String> missing(String header) {
    return Optional.of("the header " + header + " is missing");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
