package io.quayside.edi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds out the delimiters of an interchange from its ISA: by counting element separators, because
 * widths are wrong in many real files, and by looking where the next segment begins.
 *
 * <pre>
 * ISA*00*          *00*          *ZZ*ACME           *ZZ*QUAYSIDE       *261120*1000*U*00401*000000905*0*P*>~
 * </pre>
 *
 * @param start offset of the I
 * @param dataEnd offset after ISA16
 * @param next offset where the segments go on
 * @param terminator bytes that end a segment; empty when none can be made out
 * @param component 0 when ISA16 is missing, or nothing that can separate
 * @param wrongWidths elements that are not as wide as they must be
 * @param extraSeparator an element separator stands after ISA16
 */
record IsaHeader(
    int start,
    int dataEnd,
    int next,
    byte element,
    byte[] terminator,
    byte component,
    List<Integer> wrongWidths,
    boolean extraSeparator) {

  static final int ELEMENTS = 16;
  private static final int[] WIDTHS = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1};
  private static final int LONGEST = 400;
  private static final int LONGEST_TERMINATOR = 4;
  private static final int GAP = 12;
  private static final List<String> FOLLOWERS = List.of("GS", "TA1", "IEA", "ISB", "ISE");

  /** Whether an interchange begins exactly at the offset. */
  static boolean beginsAt(byte[] bytes, int at) {
    return isTag(bytes, at, "ISA")
        && at + 3 < bytes.length
        && !isAlphanumeric(bytes[at + 3])
        && (at == 0 || !isAlphanumeric(bytes[at - 1]));
  }

  /** A line end stands within the ISA: the file is wrapped. */
  static boolean isBroken(byte[] bytes, int start) {
    int separators = 0;
    byte separator = bytes[start + 3];
    for (int i = start; i < bytes.length && i < start + LONGEST; i++) {
      if (bytes[i] == separator) {
        separators++;
      } else if (bytes[i] == '\n' || bytes[i] == '\r') {
        return separators < ELEMENTS && separator != '\n' && separator != '\r';
      }
      if (separators == ELEMENTS) {
        return false;
      }
    }
    return false;
  }

  /** The header at the offset; null when it is cut off or has too few elements. */
  static IsaHeader read(byte[] bytes, int start) {
    byte separator = bytes[start + 3];
    int[] separators = new int[ELEMENTS];
    int found = 0;
    int limit = Math.min(bytes.length, start + LONGEST);
    for (int i = start + 3; i < limit && found < ELEMENTS; i++) {
      if (bytes[i] == separator) {
        separators[found++] = i;
      }
    }
    int component = found < ELEMENTS ? bytes.length : separators[ELEMENTS - 1] + 1;
    if (component + 1 >= bytes.length) {
      return null;
    }
    return delimiters(bytes, start, separators, component);
  }

  private static IsaHeader delimiters(byte[] bytes, int start, int[] separators, int at) {
    byte separator = bytes[start + 3];
    List<Integer> widths = wrongWidths(separators);
    int follower = follower(bytes, at + 1, separator);
    if (follower > at + 1 && MissingIsa16.endsLines(bytes, at, follower)) {
      widths.add(ELEMENTS);
      byte[] ending = {bytes[at]};
      return new IsaHeader(start, at, follower, separator, ending, (byte) 0, widths, false);
    }
    if (follower == at + 1) {
      boolean ends = MissingIsa16.endsSegments(bytes, follower, bytes[at], separator);
      byte[] terminator = ends ? new byte[] {bytes[at]} : new byte[0];
      widths.add(ELEMENTS);
      return new IsaHeader(start, at, follower, separator, terminator, (byte) 0, widths, false);
    }
    boolean extra = bytes[at + 1] == separator;
    int gap = extra ? at + 2 : at + 1;
    byte[] terminator = terminator(bytes, gap, follower);
    byte component = isSign(bytes[at]) && bytes[at] != separator ? bytes[at] : 0;
    return new IsaHeader(
        start, at + 1, gap + terminator.length, separator, terminator, component, widths, extra);
  }

  /** What can separate: no letter or digit, and no blank, which would split every text. */
  static boolean isSign(byte b) {
    return !isAlphanumeric(b) && !isBlank(b);
  }

  private static byte[] terminator(byte[] bytes, int from, int follower) {
    if (from >= bytes.length) {
      return new byte[0];
    }
    int end = follower < 0 ? from + 1 : follower;
    while (end > from && isBlank(bytes[end - 1])) {
      end--;
    }
    if (end == from) {
      int last = follower < 0 ? Math.min(bytes.length, from + 2) : follower;
      for (int i = from; i < last; i++) {
        if (bytes[i] == '\n') {
          return new byte[] {'\n'};
        }
      }
      return new byte[] {bytes[from]};
    }
    if (isAlphanumeric(bytes[from])) {
      return new byte[0];
    }
    int length = end - from > LONGEST_TERMINATOR ? 1 : end - from;
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  /** Where the segment after ISA begins; -1 when none is in sight. */
  private static int follower(byte[] bytes, int from, byte separator) {
    for (int i = from; i < bytes.length && i < from + GAP; i++) {
      for (String tag : FOLLOWERS) {
        int end = i + tag.length();
        if (isTag(bytes, i, tag) && end < bytes.length && bytes[end] == separator) {
          return i;
        }
      }
    }
    return -1;
  }

  private static List<Integer> wrongWidths(int[] separators) {
    List<Integer> wrong = new ArrayList<>();
    for (int n = 1; n < ELEMENTS; n++) {
      if (separators[n] - separators[n - 1] - 1 != WIDTHS[n - 1]) {
        wrong.add(n);
      }
    }
    return wrong;
  }

  /** The elements whose text is not as wide as it must be. */
  List<Integer> wrongWidths(Segment isa) {
    return wrongWidths.stream().filter(n -> isa.element(n).length() != WIDTHS[n - 1]).toList();
  }

  /** Not just the letters ISA in other text: the widths are right, or the control number is one. */
  boolean isPlausible(byte[] bytes) {
    if (wrongWidths.isEmpty()) {
      return true;
    }
    int at = start + 3;
    for (int n = 1; n < ELEMENTS - 2; at++) {
      n += bytes[at + 1] == element ? 1 : 0;
    }
    byte digit = bytes[at + 1];
    return digit >= '0' && digit <= '9' && bytes[at] == element;
  }

  /** Takes the ISA into the tokens, by its sixteen separators. */
  Opening open(Tokens tokens, Charset charset) {
    Tokens.Dialect plain = dialect((byte) 0, charset);
    tokens.begin(start, plain);
    int elements = 0;
    for (int i = start; i < dataEnd; i++) {
      if (tokens.bytes()[i] == element && elements < ELEMENTS) {
        tokens.mark(i + 1);
        elements++;
      }
    }
    Segment isa = new Segment(tokens, tokens.end(dataEnd), 0);
    byte repetition = repetition(isa);
    return new Opening(
        Envelope.X12,
        isa,
        start,
        next,
        dialect(repetition, charset),
        delimiters(repetition),
        log -> IsaCheck.check(isa, this, log));
  }

  private Tokens.Dialect dialect(byte repetition, Charset charset) {
    return new Tokens.Dialect(
        Standard.X12, element, component, repetition, (byte) 0, terminator, charset);
  }

  /**
   * ISA11 is the repetition separator from 00402 on, where it is no letter or digit and nothing
   * else has the sign.
   */
  private byte repetition(Segment isa) {
    String sign = isa.element(11);
    byte value = sign.length() == 1 ? (byte) sign.charAt(0) : 0;
    boolean since402 = isa.element(12).compareTo("00402") >= 0;
    boolean free = value != component && (terminator.length == 0 || value != terminator[0]);
    return since402 && free && isSign(value) ? value : 0;
  }

  /** As part of the model; the terminator in ISO-8859-1. */
  private Delimiters delimiters(byte repetition) {
    return new Delimiters(
        (char) (element & 0xFF),
        new String(terminator, StandardCharsets.ISO_8859_1),
        (char) (component & 0xFF),
        (char) (repetition & 0xFF),
        '\0',
        "");
  }

  static boolean isTag(byte[] bytes, int at, String tag) {
    if (at + tag.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < tag.length(); i++) {
      int c = bytes[at + i];
      if (c != tag.charAt(i) && c - 32 != tag.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean isAlphanumeric(byte b) {
    return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9';
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\r' || b == '\n' || b == '\t' || b == 0;
  }
}
