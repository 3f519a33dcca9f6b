package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and validates interchanges. Never throws on bad input: whatever is wrong becomes a finding,
 * and whatever is readable is kept. Safe for use by several threads.
 *
 * <p>Takes X12 and EDIFACT, any delimiters, several interchanges in one file, line ends anywhere
 * between segments, files wrapped at a fixed width, a byte order mark, ISA elements of wrong width.
 * Text is UTF-8 where the whole file is, else ISO-8859-1; in EDIFACT it is what UNB says.
 */
public final class EdiReader {
  private static final int SHOWN = 40;
  private static final int WRAP_MINIMUM = 60;
  private static final int WRAP_LINES = 20;

  private final EdiSchemas schemas;
  private final EdiLimits limits;
  private final Charset charset;

  public EdiReader(EdiSchemas schemas) {
    this(schemas, EdiLimits.standard());
  }

  /** With other limits than the standard ones. */
  public EdiReader(EdiSchemas schemas, EdiLimits limits) {
    this(schemas, limits, null);
  }

  /** With a given character set instead of finding it out. */
  EdiReader(EdiSchemas schemas, EdiLimits limits, Charset charset) {
    this.schemas = schemas;
    this.limits = limits;
    this.charset = charset;
  }

  /** The bytes start like an interchange (ISA, UNA or UNB), after a byte order mark or blanks. */
  public static boolean looksLikeEdi(byte[] bytes) {
    int i = start(bytes);
    while (i < bytes.length && IsaHeader.isBlank(bytes[i])) {
      i++;
    }
    boolean una = IsaHeader.isTag(bytes, i, "UNA") && i + 8 < bytes.length;
    return una || find(bytes, i, i) == i;
  }

  /** Reads a file; errors accept a set with errors (E). */
  public EdiFile read(byte[] bytes) {
    return read(bytes, Severities.usual());
  }

  /**
   * Reads a file.
   *
   * @param severities what rejects and what is accepted with errors
   */
  public EdiFile read(byte[] bytes, Severities severities) {
    FindingLog log = new FindingLog(limits.findings(), Standard.X12, severities);
    List<Interchange> interchanges = new ArrayList<>();
    Source source = source(bytes);
    Tokens tokens = new Tokens(source);
    byte[] text = source.bytes();
    Charset used = charset != null ? charset : charset(bytes);
    int position = start(text);
    int next = find(text, position);
    while (next >= 0) {
      IsaHeader isa = isIsa(text, next) ? IsaHeader.read(text, next) : null;
      if (isa != null && !isa.isPlausible(text)) {
        next = find(text, next + 3);
        continue;
      }
      between(source, position, next, log);
      Opening opening = open(tokens, next, isa, used);
      if (opening == null) {
        unreadable(source, next, isa, log);
        int following = find(text, next + 3);
        position = following < 0 ? text.length : following;
      } else {
        EnvelopeReader envelope = new EnvelopeReader(schemas, tokens, limits, severities, opening);
        interchanges.add(envelope.read());
        position = envelope.position();
      }
      next = find(text, position);
    }
    between(source, position, text.length, log);
    if (bytes.length == 0) {
      report(source, 0, "", "the file is empty", "Send it again", log);
    }
    return new EdiFile(interchanges, log.list());
  }

  /** Null when the rest cannot be read with it. */
  private Opening open(Tokens tokens, int at, IsaHeader isa, Charset used) {
    if (!isIsa(tokens.bytes(), at)) {
      return UnbHeader.read(tokens.bytes(), at).open(tokens, charset, limits);
    }
    return isa == null || isa.terminator().length == 0 ? null : isa.open(tokens, used);
  }

  private static boolean isIsa(byte[] bytes, int at) {
    return IsaHeader.isTag(bytes, at, "ISA");
  }

  /** Offset of the next ISA, UNA or UNB from the offset on; -1 when there is none. */
  static int find(byte[] bytes, int from) {
    return find(bytes, from, bytes.length);
  }

  /** The same, beginning at an offset up to the last one given. */
  static int find(byte[] bytes, int from, int last) {
    for (int i = from; i + 3 < bytes.length && i <= last; i++) {
      int first = bytes[i] | 0x20;
      if (first == 'i' && IsaHeader.beginsAt(bytes, i)
          || first == 'u' && UnbHeader.beginsAt(bytes, i)) {
        return i;
      }
    }
    return -1;
  }

  private static int start(byte[] bytes) {
    boolean mark =
        bytes.length > 2
            && (bytes[0] & 0xFF) == 0xEF
            && (bytes[1] & 0xFF) == 0xBB
            && (bytes[2] & 0xFF) == 0xBF;
    return mark ? 3 : 0;
  }

  private static Source source(byte[] bytes) {
    int at = find(bytes, start(bytes));
    if (at >= 0 && isWrapped(bytes, at)) {
      Source unwrapped = Source.unwrapped(bytes, at);
      if (terminator(unwrapped.bytes(), at) >= 0) {
        return unwrapped;
      }
    }
    return Source.of(bytes);
  }

  /** The last byte of the terminator; -1 when none can be made out. */
  private static int terminator(byte[] bytes, int at) {
    if (!isIsa(bytes, at)) {
      return UnbHeader.read(bytes, at).terminator() & 0xFF;
    }
    IsaHeader header = IsaHeader.read(bytes, at);
    return header == null || header.terminator().length == 0
        ? -1
        : header.terminator()[header.terminator().length - 1] & 0xFF;
  }

  /**
   * A line end stands within the header, or all of the first lines are equally long, and not
   * because each is a segment.
   */
  private static boolean isWrapped(byte[] bytes, int start) {
    boolean broken =
        isIsa(bytes, start) ? IsaHeader.isBroken(bytes, start) : UnbHeader.isBroken(bytes, start);
    int terminator = terminator(bytes, start);
    return broken
        || terminator >= 0
            && !IsaHeader.isBlank((byte) terminator)
            && hasEqualLines(bytes, start, (byte) terminator);
  }

  private static boolean hasEqualLines(byte[] bytes, int start, byte terminator) {
    int width = -1;
    int lines = 0;
    boolean broken = false;
    int from = start;
    for (int i = start; i < bytes.length && lines < WRAP_LINES; i++) {
      if (bytes[i] == '\n') {
        int end = i > from && bytes[i - 1] == '\r' ? i - 1 : i;
        if (end - from < WRAP_MINIMUM || width >= 0 && end - from != width) {
          return false;
        }
        width = end - from;
        broken |= bytes[end - 1] != terminator;
        lines++;
        from = i + 1;
      }
    }
    return broken && lines > 1;
  }

  private static Charset charset(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return CharacterSet.isUtf8(bytes) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
      }
    }
    return StandardCharsets.ISO_8859_1;
  }

  /** Bytes that belong to no interchange. */
  private static void between(Source source, int from, int to, FindingLog log) {
    byte[] bytes = source.bytes();
    int start = from;
    while (start < to && (IsaHeader.isBlank(bytes[start]) || bytes[start] == 0x1A)) {
      start++;
    }
    if (start == to) {
      return;
    }
    int end = Math.min(to, start + SHOWN);
    String shown = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    if (IsaHeader.isTag(bytes, start, "UIB") || IsaHeader.isTag(bytes, start, "UIH")) {
      String why = "this is interactive EDIFACT (UIB, UIH), which is not read here";
      report(source, start, shown, why, "Send it as a batch interchange, UNB to UNZ", log);
    } else if (shown.indexOf('\0') >= 0) {
      String why = "there are zero bytes: the file is binary or UTF-16";
      report(source, start, shown, why, "Send it as ASCII, ISO-8859-1 or UTF-8", log);
    } else {
      String why = (to - start) + " bytes stand outside any interchange";
      String mend = "An interchange goes from ISA to IEA, or from UNB to UNZ: send it whole";
      report(source, start, shown, why, mend, log);
    }
  }

  private static void unreadable(Source source, int at, IsaHeader header, FindingLog log) {
    int end = Math.min(source.bytes().length, at + SHOWN);
    String shown = new String(source.bytes(), at, end - at, StandardCharsets.ISO_8859_1);
    if (header == null) {
      String why = "the ISA is cut off or has fewer than 16 elements";
      report(source, at, shown, why, "Send the interchange again, whole", log);
    } else {
      String why = "no segment terminator can be made out after ISA16";
      report(source, at, shown, why, "End each segment, for example with ~", log);
    }
  }

  private static void report(
      Source source, int at, String value, String why, String mend, FindingLog log) {
    int offset = source.original(at);
    Position position = new Position(offset, source.line(offset), 0, 0, 0);
    log.add(Level.INTERCHANGE, SyntaxError.UNNAMED, Severity.ERROR, position, "", value, why, mend);
  }
}
