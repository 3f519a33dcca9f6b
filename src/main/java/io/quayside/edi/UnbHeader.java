package io.quayside.edi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds out the service characters of an EDIFACT interchange: from its UNA; else from the bytes
 * after UNB, and from what stands before the next segment.
 *
 * <pre>UNA:+.? 'UNB+UNOC:3+4012345000009:14+5412345000013:14+261120:1000+905'</pre>
 *
 * @param start offset of UNA, or of UNB where there is no UNA
 * @param segments offset of the first segment: UNB, or UNH where UNB is missing
 * @param release 0 when there is none
 * @param repetition 0 when there is none: before syntax 4
 */
record UnbHeader(
    int start,
    int segments,
    byte element,
    byte component,
    byte terminator,
    byte release,
    byte repetition) {

  private static final int SIGNS = 6;

  /** UNB01 to UNB04 stand before its end, whatever else is missing. */
  private static final int LEAST = 4;

  private static final int GAP = 12;
  private static final int LONGEST = 400;
  private static final byte REPETITION_SINCE_4 = '*';

  /** Service characters without UNA. */
  private static final byte[] LEVEL_A = {':', '+', '.', '?', ' ', '\''};

  /** Whether an interchange begins exactly at the offset. */
  static boolean beginsAt(byte[] bytes, int at) {
    if (at > 0 && IsaHeader.isAlphanumeric(bytes[at - 1])) {
      return false;
    }
    return IsaHeader.isTag(bytes, at, "UNA")
        ? afterUna(bytes, at) >= 0
        : isUnb(bytes, at) || isFirstUnh(bytes, at);
  }

  /** A file that begins with a message: its UNB was lost. */
  private static boolean isFirstUnh(byte[] bytes, int at) {
    int before = at;
    while (before > 0 && IsaHeader.isBlank(bytes[before - 1])) {
      before--;
    }
    return before == 0
        && IsaHeader.isTag(bytes, at, "UNH")
        && at + 3 < bytes.length
        && bytes[at + 3] == LEVEL_A[1];
  }

  /** The syntax identifier follows, as in {@code UNB+UNOA:3}; a sign alone would prove nothing. */
  private static boolean isUnb(byte[] bytes, int at) {
    if (!IsaHeader.isTag(bytes, at, "UNB") || at + 10 >= bytes.length) {
      return false;
    }
    boolean name = true;
    for (int i = at + 4; i < at + 8; i++) {
      name &= IsaHeader.isAlphanumeric(bytes[i]);
    }
    byte version = bytes[at + 9];
    return isSign(bytes[at + 3])
        && (name && isSign(bytes[at + 8]) && version >= '1' && version <= '9'
            || bytes[at + 3] == '+');
  }

  /** Offset of the first segment after UNA and its six signs; -1 when none is in sight. */
  private static int afterUna(byte[] bytes, int una) {
    int at = una + 3 + SIGNS;
    while (at < bytes.length && at < una + 3 + SIGNS + GAP && IsaHeader.isBlank(bytes[at])) {
      at++;
    }
    return at + 4 < bytes.length
            && IsaHeader.isAlphanumeric(bytes[at])
            && bytes[at + 3] == bytes[una + 4]
            && isSign(bytes[una + 4])
        ? at
        : -1;
  }

  private static boolean isSign(byte b) {
    return !IsaHeader.isAlphanumeric(b) && b != 0 && b != '\n' && b != '\r';
  }

  /** The header at an offset where one begins. */
  static UnbHeader read(byte[] bytes, int start) {
    if (IsaHeader.isTag(bytes, start, "UNA")) {
      int first = afterUna(bytes, start);
      byte release = bytes[start + 6] == ' ' ? 0 : bytes[start + 6];
      byte repetition = isSign(bytes[start + 7]) ? bytes[start + 7] : 0;
      boolean since4 = isSyntax4(bytes, first);
      return new UnbHeader(
          start,
          first,
          bytes[start + 4],
          bytes[start + 3],
          bytes[start + 8],
          release,
          since4 && repetition != ' ' ? repetition : 0);
    }
    if (IsaHeader.isTag(bytes, start, "UNH")) {
      return new UnbHeader(start, start, LEVEL_A[1], LEVEL_A[0], LEVEL_A[5], LEVEL_A[3], (byte) 0);
    }
    byte element = bytes[start + 3];
    byte component = IsaHeader.isAlphanumeric(bytes[start + 4]) ? bytes[start + 8] : LEVEL_A[0];
    byte terminator = terminator(bytes, start, element);
    boolean control = element < ' ';
    byte repetition = isSyntax4(bytes, start) && !control ? REPETITION_SINCE_4 : 0;
    byte release = control || clashes(LEVEL_A[3], element, component, terminator) ? 0 : LEVEL_A[3];
    return new UnbHeader(start, start, element, component, terminator, release, repetition);
  }

  private static boolean isSyntax4(byte[] bytes, int unb) {
    return unb + 9 < bytes.length && bytes[unb + 9] == '4' && IsaHeader.isTag(bytes, unb, "UNB");
  }

  private static boolean clashes(byte sign, byte... others) {
    for (byte other : others) {
      if (other == sign) {
        return true;
      }
    }
    return false;
  }

  /**
   * The sign before the UNH or UNG that follows; the standard's own where none does. A sender may
   * be called SAMSUNG, or UNG: the letters count only where a segment can begin.
   */
  private static byte terminator(byte[] bytes, int start, byte element) {
    int elements = 0;
    for (int i = start + 3; i + 3 < bytes.length && i < start + LONGEST; i++) {
      elements += bytes[i] == element ? 1 : 0;
      boolean tag = IsaHeader.isTag(bytes, i, "UNH") || IsaHeader.isTag(bytes, i, "UNG");
      if (!tag || bytes[i + 3] != element) {
        continue;
      }
      int at = i - 1;
      while (at > start + 3 && IsaHeader.isBlank(bytes[at])) {
        at--;
      }
      byte sign = isSign(bytes[at]) && bytes[at] != element ? bytes[at] : bytes[i - 1];
      boolean ends = !IsaHeader.isAlphanumeric(sign) && sign != element && sign != ' ';
      if (ends && (elements >= LEAST || sign == LEVEL_A[5])) {
        return sign;
      }
    }
    return LEVEL_A[5];
  }

  /** A line end stands within the header: the file is wrapped. */
  static boolean isBroken(byte[] bytes, int start) {
    UnbHeader header = read(bytes, start);
    if (header.terminator == '\n' || header.terminator == '\r') {
      return false;
    }
    for (int i = header.segments; i < bytes.length && i < start + LONGEST; i++) {
      if (bytes[i] == header.terminator) {
        return false;
      }
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Takes the header segment into the tokens. */
  Opening open(Tokens tokens, Charset given, EdiLimits limits) {
    CharacterSet charset = CharacterSet.of(tokens.bytes(), segments, terminator, given);
    Tokens.Dialect dialect =
        new Tokens.Dialect(
            Standard.EDIFACT,
            element,
            component,
            repetition,
            release,
            new byte[] {terminator},
            charset.charset());
    SegmentScanner scanner = new SegmentScanner(tokens, dialect, limits);
    int next = segments;
    if (IsaHeader.isTag(tokens.bytes(), segments, "UNB") && scanner.seek(segments)) {
      next = scanner.read();
    } else {
      tokens.begin(segments, dialect);
      tokens.end(segments);
    }
    Segment unb = new Segment(tokens, tokens.count() - 1, 0);
    return new Opening(
        Envelope.EDIFACT,
        unb,
        start,
        next,
        dialect,
        delimiters(),
        log -> UnbCheck.check(unb, charset, log));
  }

  private Delimiters delimiters() {
    return new Delimiters(
        (char) (element & 0xFF),
        new String(new byte[] {terminator}, StandardCharsets.ISO_8859_1),
        (char) (component & 0xFF),
        (char) (repetition & 0xFF),
        (char) (release & 0xFF),
        "");
  }
}
