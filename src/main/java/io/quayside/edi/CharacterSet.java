package io.quayside.edi;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the text of an EDIFACT interchange is decoded: as its syntax identifier (UNB 0001) says, and
 * where the bytes cannot be that, as what they can be.
 *
 * @param problem why it is not what UNB says; "" when it is
 */
record CharacterSet(Charset charset, String problem) {

  /** Part 1 of ISO 9735; UNOA and UNOB are subsets of ASCII. */
  private static final Map<String, String> BY_SYNTAX =
      Map.ofEntries(
          Map.entry("UNOA", "US-ASCII"),
          Map.entry("UNOB", "US-ASCII"),
          Map.entry("UNOC", "ISO-8859-1"),
          Map.entry("UNOD", "ISO-8859-2"),
          Map.entry("UNOE", "ISO-8859-5"),
          Map.entry("UNOF", "ISO-8859-7"),
          Map.entry("UNOG", "ISO-8859-3"),
          Map.entry("UNOH", "ISO-8859-4"),
          Map.entry("UNOI", "ISO-8859-6"),
          Map.entry("UNOJ", "ISO-8859-8"),
          Map.entry("UNOK", "ISO-8859-9"),
          Map.entry("UNOL", "ISO-8859-15"),
          Map.entry("UNOW", "UTF-8"),
          Map.entry("UNOY", "UTF-8"));

  /** What a machine that says UNOE often sends. */
  private static final List<String> CYRILLIC = List.of("ISO-8859-5", "windows-1251", "KOI8-R");

  /** What Windows has instead of a part of ISO 8859. */
  private static final Map<String, String> WINDOWS =
      Map.of(
          "ISO-8859-1", "windows-1252",
          "ISO-8859-2", "windows-1250",
          "ISO-8859-7", "windows-1253",
          "ISO-8859-9", "windows-1254",
          "ISO-8859-15", "windows-1252");

  /** Bytes below it, which are signed, are 0x80 to 0x9F. */
  private static final byte NO_CONTROL = (byte) 0xA0;

  /** The code extension technique of ISO 2022. */
  private static final String SHIFTING = "UNOX";

  private static final String SHIFTED =
      "the text shifts to a character set (ISO 2022) that is not known here; the bytes were taken one"
          + " by one";

  /** What a shift in the text says of all of it; anything else is of the family of JP. */
  private static final Map<String, String> BY_SHIFT =
      Map.of("\u001B$)C", "ISO-2022-KR", "\u001B$)A", "ISO-2022-CN", "\u001B$)G", "ISO-2022-CN");

  private static final String SHIFTING_TEXT = "ISO-2022-";

  /** What a decoder makes of bytes that it does not know. */
  private static final char UNKNOWN = '\uFFFD';

  /** Signs at the end of what is in sight that may be half. */
  private static final int CUT_OFF = 2;

  private static final String LEVEL_B_SIGNS = " .,-()/=!\"%&*;<>'+:?";
  private static final int DECODED = 8192;

  private static final String FREQUENT = "оеаинтсрвлкмдпу";

  /** The character set that a syntax identifier names; ISO-8859-1 for one that we do not know. */
  static Charset named(String syntax) {
    String name = BY_SYNTAX.getOrDefault(syntax.toUpperCase(Locale.ROOT), "");
    return name.isEmpty() || !Charset.isSupported(name)
        ? StandardCharsets.ISO_8859_1
        : Charset.forName(name);
  }

  /** Whether a character may stand in data: UNOA and UNOB know fewer than ASCII. */
  static boolean allows(String syntax, int c) {
    boolean small = c >= 'a' && c <= 'z';
    return switch (syntax) {
      case "UNOA" -> !small && isInLevelB(c);
      case "UNOB" -> isInLevelB(c);
      default -> true;
    };
  }

  private static boolean isInLevelB(int c) {
    return c < 0x7F && (Character.isLetterOrDigit(c) || LEVEL_B_SIGNS.indexOf(c) >= 0);
  }

  /**
   * @param from offset of UNB
   * @param terminator ends a segment: only after it can the next interchange begin
   * @param given to be used whatever UNB says; or null
   */
  static CharacterSet of(byte[] bytes, int from, byte terminator, Charset given) {
    String syntax = IsaHeader.isTag(bytes, from, "UNB") ? syntax(bytes, from) : "";
    if (given != null) {
      return new CharacterSet(given, "");
    }
    Charset named = named(syntax);
    int end = end(bytes, from, terminator);
    if (syntax.equals(SHIFTING) && shifts(bytes, from, end)) {
      return shifting(bytes, from, end);
    }
    if (isAscii(bytes, from, end)) {
      return new CharacterSet(named, "");
    }
    byte[] text = Arrays.copyOfRange(bytes, from, end);
    if (isUtf8(text)) {
      return new CharacterSet(
          StandardCharsets.UTF_8, named == StandardCharsets.UTF_8 ? "" : instead(syntax, "UTF-8"));
    }
    if (syntax.equals("UNOE")) {
      String likeliest = cyrillic(text);
      return new CharacterSet(
          Charset.forName(likeliest),
          likeliest.equals(CYRILLIC.get(0)) ? "" : instead(syntax, likeliest));
    }
    boolean latin1 =
        named == StandardCharsets.US_ASCII
            || named == StandardCharsets.UTF_8
            || syntax.equals(SHIFTING);
    Charset likeliest = windows(text, latin1 ? StandardCharsets.ISO_8859_1 : named);
    return new CharacterSet(
        likeliest, likeliest.equals(named) ? "" : instead(syntax, likeliest.name()));
  }

  /** Where the next interchange begins: a name may be ISA, and a text speak of UNA. */
  private static int end(byte[] bytes, int from, byte terminator) {
    int next = EdiReader.find(bytes, from + 3);
    while (next >= 0) {
      int before = next - 1;
      while (before > from && bytes[before] != terminator && IsaHeader.isBlank(bytes[before])) {
        before--;
      }
      if (bytes[before] == terminator) {
        return next;
      }
      next = EdiReader.find(bytes, next + 1);
    }
    return bytes.length;
  }

  /**
   * The code page of Windows instead of the part of ISO 8859 that it extends, where a byte is a
   * control character in one and a sign in the other: ’ and € are no text in ISO 8859.
   */
  private static Charset windows(byte[] text, Charset named) {
    String name = WINDOWS.getOrDefault(named.name(), "");
    if (name.isEmpty() || !hasControls(text)) {
      return named;
    }
    Charset windows = Charset.forName(name);
    return new String(text, windows).indexOf(UNKNOWN) < 0 ? windows : named;
  }

  private static boolean hasControls(byte[] text) {
    for (byte b : text) {
      if (b < NO_CONTROL) {
        return true;
      }
    }
    return false;
  }

  /** ESC or SO: from here on the bytes are in another character set. */
  private static boolean shifts(byte[] bytes, int from, int end) {
    for (int i = from; i < end; i++) {
      if (Shifts.begins(bytes[i])) {
        return true;
      }
    }
    return false;
  }

  private static CharacterSet shifting(byte[] bytes, int from, int end) {
    String text = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    String name =
        BY_SHIFT.entrySet().stream()
            .filter(one -> text.contains(one.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(SHIFTING_TEXT + "JP-2");
    Charset charset = Charset.forName(name);
    String decoded = new String(bytes, from, end - from, charset);
    int unknown = decoded.indexOf(UNKNOWN);
    return unknown < 0 || unknown >= decoded.length() - CUT_OFF
        ? new CharacterSet(charset, "")
        : new CharacterSet(StandardCharsets.ISO_8859_1, SHIFTED);
  }

  /** Text in it may shift. */
  static boolean shifts(Charset charset) {
    return charset != null && charset.name().startsWith(SHIFTING_TEXT);
  }

  private static String instead(String syntax, String charset) {
    return "the characters are not in "
        + (syntax.isEmpty() ? "the basic set" : syntax)
        + "; they were read as "
        + charset;
  }

  private static String syntax(byte[] bytes, int unb) {
    int end = Math.min(bytes.length, unb + 8);
    return new String(bytes, unb + 4, Math.max(0, end - unb - 4), StandardCharsets.ISO_8859_1);
  }

  private static boolean isAscii(byte[] bytes, int from, int end) {
    for (int i = from; i < end; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  static boolean isUtf8(byte[] bytes) {
    return isUtf8(bytes, true);
  }

  /**
   * @param whole nothing follows: a character that is cut off at the end is none
   */
  private static boolean isUtf8(byte[] bytes, boolean whole) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(DECODED);
    CoderResult result;
    do {
      out.clear();
      result = decoder.decode(in, out, whole);
    } while (result.isOverflow());
    return result.isUnderflow();
  }

  /** Of text that does not say: UTF-8 where all of it is, else windows-1252 or ISO-8859-1. */
  static Charset guess(byte[] bytes, boolean whole) {
    if (isAscii(bytes, 0, bytes.length)) {
      return StandardCharsets.ISO_8859_1;
    }
    return isUtf8(bytes, whole)
        ? StandardCharsets.UTF_8
        : windows(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The one that makes of the bytes what words look like: frequent letters, small ones inside. */
  private static String cyrillic(byte[] text) {
    String best = CYRILLIC.get(0);
    int most = Integer.MIN_VALUE;
    for (String name : CYRILLIC) {
      int score = score(new String(text, Charset.forName(name)));
      if (score > most) {
        most = score;
        best = name;
      }
    }
    return best;
  }

  private static int score(String text) {
    int score = 0;
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'А' && c <= 'я') {
        score += FREQUENT.indexOf(Character.toLowerCase(c)) >= 0 ? 1 : 0;
        score -= Character.isLowerCase(before) && Character.isUpperCase(c) ? 2 : 0;
      } else if (c > 0x7F) {
        score -= 2;
      }
      before = c;
    }
    return score;
  }
}
