package io.quayside.intake.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The header fields of a mail; reading one never fails. */
final class Headers {

  private static final int LONGEST = 10_000;

  private final MimeMessage message;

  Headers(MimeMessage message) {
    this.message = message;
  }

  /** All fields of a name, top-most first, unfolded and not decoded. */
  List<String> all(String name) {
    try {
      String[] fields = message.getHeader(name);
      return fields == null
          ? List.of()
          : Arrays.stream(fields).map(field -> clean(MimeUtility.unfold(field)).strip()).toList();
    } catch (MessagingException e) {
      return List.of();
    }
  }

  /** The first field in lower case, "" when there is none. */
  String word(String name) {
    List<String> fields = all(name);
    return fields.isEmpty() ? "" : fields.get(0).toLowerCase(Locale.ROOT);
  }

  boolean has(String name) {
    return !all(name).isEmpty();
  }

  /** The first field with its encoded words decoded (RFC 2047), "" when there is none. */
  String text(String name) {
    List<String> fields = all(name);
    return fields.isEmpty() ? "" : decoded(fields.get(0));
  }

  /** Decodes encoded words; what cannot be decoded stays as it is. */
  static String decoded(String text) {
    try {
      return clean(MimeUtility.decodeText(text));
    } catch (UnsupportedEncodingException | RuntimeException e) {
      return text;
    }
  }

  /** Without control and invisible characters, of bearable length. */
  static String clean(String text) {
    String clean =
        text.replaceAll("[\\p{Cntrl}\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]+", " ");
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
  }
}
