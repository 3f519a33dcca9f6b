package io.quayside.partner;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each kind of value may be made of. Settings end up in endpoint parameters and file names, so
 * nothing that means something there is let through: {@code {{ }}}, {@code ?}, {@code &}, {@code
 * #}, {@code RAW(}, control characters, {@code ..}.
 */
enum Grammar {
  ID("[a-z0-9][a-z0-9-]{0,62}", "Use lower-case letters, digits and hyphens, at most 63"),
  HOST(
      "(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*|[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}",
      "Give a host name or an address, without a port, for example sftp.acme.example"),
  USER("[A-Za-z0-9._@+-]{1,100}", "Use letters, digits and . _ @ + - only"),
  DIRECTORY(
      "/|/?[A-Za-z0-9._ -]{1,100}(/[A-Za-z0-9._ -]{1,100}){0,20}/?",
      "Write it like /out or orders/in, with letters, digits, blanks and . _ - only"),
  FILE(
      "/?[A-Za-z0-9._ @+-]{1,150}(/[A-Za-z0-9._ @+-]{1,150}){0,30}",
      "Give the path of a file, with letters, digits, blanks and . _ @ + - only"),
  ENV("[A-Za-z_][A-Za-z0-9_]{0,99}", "Give the name of an environment variable"),
  FINGERPRINT(
      "SHA256:[A-Za-z0-9+/]{43}=?",
      "Give SHA256: and 43 characters, as ssh-keyscan HOST | ssh-keygen -lf - prints it"),
  EMAIL(
      "[A-Za-z0-9._%+'-]{0,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?",
      "Write it like orders@acme.example or @acme.example"),
  URL(
      "https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?(/[A-Za-z0-9._~/%-]{0,500})?",
      "Give a http or https address without a query"),
  SCOPE("[\\x21\\x23-\\x5B\\x5D-\\x7E ]{1,500}", "Give the scopes as the provider names them"),
  CLIENT_ID("[A-Za-z0-9._~-]{1,200}", "Give the id that the provider registered for us"),
  MAPPING(
      "[A-Za-z0-9._-]{1,100}(/[A-Za-z0-9._-]{1,100}){0,10}",
      "Give a file below mappings/, for example partners/acme/850-to-order.xml"),
  DOCUMENT("[A-Za-z0-9-]{2,20}", "Give a document type, for example \"855\""),
  EDI_ID("[\\x20-\\x7E]{1,35}", "Give the id as it stands in the envelope, at most 35 characters"),
  QUALIFIER("[A-Za-z0-9]{1,4}", "Give the qualifier of the envelope, for example \"ZZ\""),
  VERSION("[0-9]{6}[A-Z0-9]{0,6}", "Give it as in GS08, for example \"004010\""),
  MESSAGE_VERSION(
      "[A-Z0-9]{1,3}:[A-Z0-9]{1,3}:[A-Z]{1,3}(:[A-Z0-9]{1,6})?",
      "Give it as in UNH after the type, for example \"D:96A:UN:EAN008\""),
  SYNTAX("UNO[A-Z]", "Give the syntax identifier as in UNB, UNOA to UNOY"),
  ISA_VERSION("[0-9]{5}", "Give it as in ISA12, for example \"00401\""),
  CURRENCY("[A-Z]{3}", "Give three capital letters, for example USD"),
  HEADER("[A-Za-z0-9-]{1,60}", "Give the name of a header, for example X-Signature"),
  PREFIX("[\\x21-\\x7E]{0,20}", "Give what stands before the signature, for example sha256="),
  SIGNED(
      "([\\x21-\\x7A|~]|\\{id\\}|\\{timestamp\\}|\\{body\\}){1,100}",
      "Say what is signed with {body}, {timestamp} and {id}, for example {timestamp}.{body}"),
  WORD("[A-Za-z0-9._-]{1,60}", "Use letters, digits and . _ - only");

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,7})(ms|s|m|h|d|w|y)");
  private static final Pattern BIDI =
      Pattern.compile("[\\p{Cntrl}\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

  private final Pattern pattern;
  private final String remedy;

  Grammar(String pattern, String remedy) {
    this.pattern = Pattern.compile(pattern);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }

  /** What a whole value must match. */
  String pattern() {
    return pattern.pattern();
  }

  /** Why a value is refused; empty when it fits. */
  Optional<String> refuse(String value) {
    for (String special : new String[] {"{{", "}}", "${", "RAW(", ".."}) {
      if (value.contains(special)) {
        return Optional.of("holds " + special + ", which is refused everywhere");
      }
    }
    return pattern.matcher(value).matches()
        ? Optional.empty()
        : Optional.of("is not a value of this kind");
  }

  static boolean hasControls(String text) {
    return BIDI.matcher(text).find();
  }

  /** {@code 300ms, 30s, 5m, 24h, 7d, 2w, 1y}; a year is 365 days. */
  static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          case "d" -> Duration.ofDays(number);
          case "w" -> Duration.ofDays(7 * number);
          default -> Duration.ofDays(365 * number);
        });
  }

  /** The word of an enum constant in a file: {@code REJECT_LINE} is {@code reject-line}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How many letters to change to get from one word to the other. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
