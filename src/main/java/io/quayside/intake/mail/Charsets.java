package io.quayside.intake.mail;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Texts in whatever character set they came, as UTF-8. */
final class Charsets {

  /** The text, and a note when the declared set could not be used. */
  record Decoded(byte[] utf8, String note) {}

  private Charsets() {}

  /**
   * @param declared as the mail says, "" when it does not
   */
  static Decoded decode(byte[] bytes, String declared) {
    Charset charset = known(declared);
    String note =
        charset == null && !declared.isEmpty()
            ? "The character set %s is not known".formatted(Headers.clean(declared))
            : null;
    String text = charset == null ? null : strict(bytes, charset);
    if (text == null && charset != null && !declared.isEmpty()) {
      note = "It is not %s throughout".formatted(charset.name());
    }
    if (text == null) {
      text = strict(bytes, StandardCharsets.UTF_8);
    }
    if (text == null) {
      text = new String(bytes, Charset.forName("windows-1252"));
    }
    return new Decoded(text.getBytes(StandardCharsets.UTF_8), note);
  }

  private static Charset known(String declared) {
    try {
      return declared.isEmpty() ? null : Charset.forName(MimeUtility.javaCharset(declared));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String strict(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException | UnsupportedOperationException e) {
      return null;
    }
  }
}
