package io.quayside.intake.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether our own mail host vouches for the author's address, by the top-most {@code
 * Authentication-Results} (RFC 8601) alone: what stands below may be the sender's own invention.
 *
 * <pre>Authentication-Results: mx.ours.example; dmarc=pass header.from=acme.example</pre>
 *
 * @param words why, or why not
 */
public record SenderProof(boolean proven, String words) {

  /** Microsoft 365 leaves its own name out of the field. */
  private static final String NAMELESS = "microsoft-365";

  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
  private static final Pattern PROPERTY =
      Pattern.compile("(?:^|\\s)([a-z-]+\\.?[a-z-]*)\\s*=\\s*\"?([^\\s\";]+)\"?");

  /**
   * @param authserv the names of our own mail host; without any, nobody is proven
   */
  public static SenderProof of(ReadMail mail, List<String> authserv) {
    if (mail.from() == null) {
      return no("The mail names no author, or more than one (From)");
    }
    if (authserv.isEmpty()) {
      return no("The channel does not say whose Authentication-Results count (authserv)");
    }
    if (mail.authentication().isEmpty()) {
      return no("Our mail host did not say whether the sender is the one it seems to be");
    }
    String[] results = withoutComments(mail.authentication().get(0)).split(";", -1);
    String host = results[0].contains("=") ? NAMELESS : results[0].strip().split("\\s+", 2)[0];
    if (authserv.stream().noneMatch(host::equalsIgnoreCase)) {
      return no(
          "The top-most Authentication-Results is of %s, not of our mail host".formatted(host));
    }
    String domain = mail.from().substring(mail.from().indexOf('@') + 1);
    return judge(results, host.equals(NAMELESS) ? 0 : 1, domain, host);
  }

  private static SenderProof judge(String[] results, int first, String domain, String host) {
    SenderProof signed = null;
    for (int i = first; i < results.length; i++) {
      String result = results[i].strip().toLowerCase(Locale.ROOT);
      if (result.matches("dmarc=(fail|permerror)\\b.*")) {
        return no("%s: DMARC failed for %s".formatted(host, domain));
      }
      if (result.matches("dmarc=pass\\b.*") && domain.equals(property(result, "header.from"))) {
        return new SenderProof(true, "%s: DMARC passed for %s".formatted(host, domain));
      }
      if (result.matches("dkim=pass\\b.*") && (signed == null || !signed.proven())) {
        signed = signed(signer(result), domain, host);
      }
    }
    return signed != null
        ? signed
        : no(
            "%s: neither DMARC nor an aligned DKIM signature passed for %s"
                .formatted(host, domain));
  }

  private static SenderProof signed(String signer, String domain, String host) {
    return aligned(signer, domain)
        ? new SenderProof(
            true, "%s: DKIM passed for %s, aligned with %s".formatted(host, signer, domain))
        : no("%s: DKIM passed for %s, which is not %s".formatted(host, signer, domain));
  }

  private static String signer(String result) {
    String domain = property(result, "header.d");
    String identity = property(result, "header.i");
    return domain != null
        ? domain
        : identity == null ? "" : identity.substring(identity.indexOf('@') + 1);
  }

  /** RFC 7489, 3.1.1, relaxed: the same domain, or one above or below it, never a bare ending. */
  private static boolean aligned(String signer, String domain) {
    return signer.equals(domain)
        || (signer.contains(".") && domain.endsWith("." + signer))
        || (domain.contains(".") && signer.endsWith("." + domain));
  }

  private static String property(String result, String name) {
    Matcher matcher = PROPERTY.matcher(result);
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        return matcher.group(2);
      }
    }
    return null;
  }

  private static String withoutComments(String field) {
    String text = field;
    for (int depth = 0; depth < 10 && text.indexOf('(') >= 0; depth++) {
      text = COMMENT.matcher(text).replaceAll(" ");
    }
    return text;
  }

  private static SenderProof no(String words) {
    return new SenderProof(false, words);
  }
}
