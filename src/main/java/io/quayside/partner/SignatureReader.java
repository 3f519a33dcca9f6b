package io.quayside.partner;

import io.quayside.partner.WebhookSignature.Encoding;
import io.quayside.partner.WebhookSignature.Scheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code signature:} of a webhook: the name of a known way, or a block that describes one.
 */
final class SignatureReader {

  private static final String STANDARD = "standard-webhooks";
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha256", "HmacSHA256", "sha512", "HmacSHA512", "sha1", "HmacSHA1");

  private static final Set<Scheme> HEADERS = Set.of(Scheme.HMAC, Scheme.HEADER, Scheme.CERTIFICATE);

  private SignatureReader() {}

  static WebhookSignature read(FileNode channel) {
    WebhookSignature signature =
        channel.has("signature") && channel.item("signature").word() == null
            ? described(channel.block("signature"))
            : named(channel);
    if (signature.scheme() != Scheme.BASIC) {
      return signature;
    }
    return signature.withUser(channel.requiredMatching("user", Grammar.USER));
  }

  private static WebhookSignature named(FileNode channel) {
    String name = channel.text("signature", STANDARD);
    WebhookSignature known = WebhookSignature.NAMED.get(name);
    if (known == null) {
      channel.fault(
          "signature",
          name,
          "is no known way to sign",
          "Use %s, or describe it: {scheme: hmac, header: …}"
              .formatted(
                  WebhookSignature.NAMED.keySet().stream()
                      .sorted()
                      .collect(Collectors.joining(", "))));
      return WebhookSignature.NAMED.get(STANDARD);
    }
    return known;
  }

  private static WebhookSignature described(FileNode block) {
    Scheme scheme = block.word("scheme", Scheme.HMAC);
    String authorization = "Authorization";
    boolean ownHeader = HEADERS.contains(scheme);
    WebhookSignature signature =
        new WebhookSignature(
            scheme,
            ownHeader ? block.requiredMatching("header", Grammar.HEADER) : authorization,
            ALGORITHMS.get(block.oneOf("algorithm", "sha256", "sha256", "sha512", "sha1")),
            block.word("encoding", Encoding.BASE64),
            block.matching("prefix", Grammar.PREFIX, ""),
            block.matching("signed", Grammar.SIGNED, "{body}"),
            block.oneOf("secretEncoding", "text", "text", "base64").equals("base64"),
            block.matching("idHeader", Grammar.HEADER, null),
            block.matching("timestampHeader", Grammar.HEADER, null),
            block.duration("window", WebhookSignature.WINDOW),
            null,
            fingerprints(block, scheme));
    refuseUnsigned(block, signature);
    block.refuseOthers();
    return signature;
  }

  private static List<String> fingerprints(FileNode block, Scheme scheme) {
    List<String> given = block.texts("fingerprints", List.of());
    List<String> plain =
        given.stream().map(one -> one.replace(":", "").toLowerCase(Locale.ROOT)).toList();
    String remedy = "Give the SHA-256 of the client certificate, 64 hexadecimal digits";
    for (String one : plain) {
      if (!one.matches("[0-9a-f]{64}")) {
        block.fault("fingerprints", one, "is no SHA-256 fingerprint", remedy);
      }
    }
    if (plain.isEmpty() && scheme == Scheme.CERTIFICATE) {
      block.fault("fingerprints", "", "is missing", remedy);
    }
    return plain;
  }

  /** A signature that does not cover the body, or a time or id that it names, proves nothing. */
  private static void refuseUnsigned(FileNode block, WebhookSignature signature) {
    String signed = signature.signed() == null ? "" : signature.signed();
    if (signature.scheme() != Scheme.HMAC) {
      return;
    }
    if (!signed.contains("{body}")) {
      block.fault("signed", signed, "leaves the body out", "Put {body} into it");
    }
    if (signed.contains("{id}") && signature.idHeader() == null) {
      block.fault("idHeader", "", "is missing", "Name the header that {id} comes from");
    }
    if (signed.contains("{timestamp}") != (signature.timestampHeader() != null)) {
      block.fault(
          "timestampHeader",
          "",
          "and {timestamp} in signed belong together",
          "Give both: a time that is not signed can be changed by anybody");
    }
  }
}
