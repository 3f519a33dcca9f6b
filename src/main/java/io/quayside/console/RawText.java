package io.quayside.console;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Raw bytes for the eye: EDI with one segment a line, other text as it is, nothing interpreted. */
final class RawText {

  private static final int SHOWN = 200_000;
  private static final int ISA_TERMINATOR = 105;
  private static final int UNA_RELEASE = 6;
  private static final int UNA_TERMINATOR = 8;

  private RawText() {}

  static String of(byte[] bytes) {
    return of(bytes, decode(bytes));
  }

  /** A part of a file, read with the delimiters of the whole. */
  static String part(byte[] bytes, int from, int to) {
    return of(Arrays.copyOfRange(bytes, from, to), decode(bytes));
  }

  private static String of(byte[] bytes, String whole) {
    String text = decode(bytes);
    if (text.indexOf('\0') >= 0) {
      return "These are " + bytes.length + " bytes that are no text. Download them to look inside.";
    }
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    String lines = oneSegmentALine(shown, whole);
    return text.length() > SHOWN
        ? lines + "\n… and " + (text.length() - SHOWN) + " characters more: download the document."
        : lines;
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static String oneSegmentALine(String text, String whole) {
    if (whole.startsWith("ISA") && whole.length() > ISA_TERMINATOR) {
      return broken(text, whole.charAt(ISA_TERMINATOR), '\0');
    }
    if (whole.startsWith("UNA") && whole.length() > UNA_TERMINATOR) {
      return broken(text, whole.charAt(UNA_TERMINATOR), whole.charAt(UNA_RELEASE));
    }
    return whole.startsWith("UNB") ? broken(text, '\'', '?') : text;
  }

  private static String broken(String text, char terminator, char release) {
    if (terminator == '\n' || terminator == '\r') {
      return text;
    }
    StringBuilder lines = new StringBuilder(text.length() + 64);
    boolean released = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' || c == '\n') {
        continue;
      }
      lines.append(c);
      if (c == terminator && !released) {
        lines.append('\n');
      }
      released = !released && release != '\0' && c == release;
    }
    return lines.toString();
  }
}
