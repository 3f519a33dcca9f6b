package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and validates interchanges. Never throws on bad input: whatever is wrong becomes a finding,
 * and whatever is readable is kept. Safe for use by several threads.
 *
 * <p>Takes any delimiters, several interchanges in one file, line ends anywhere between segments,
 * files wrapped at a fixed width, a byte order mark, ISA elements of wrong width. Text is UTF-8
 * where the whole file is, else ISO-8859-1.
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
    boolean isa = IsaHeader.isTag(bytes, i, "ISA");
    boolean other = IsaHeader.isTag(bytes, i, "UNB") || IsaHeader.isTag(bytes, i, "UNA");
    return i + 3 < bytes.length && (isa && !IsaHeader.isAlphanumeric(bytes[i + 3]) || other);
  }

  /** Reads a file; errors accept a set with errors (E). */
  public EdiFile read(byte[] bytes) {
    return read(bytes, false);
  }

  /**
   * Reads a file.
   *
   * @param strict any error rejects
   */
  public EdiFile read(byte[] bytes, boolean strict) {
    FindingLog log = new FindingLog(limits.findings());
    List<Interchange> interchanges = new ArrayList<>();
    Source source = source(bytes);
    Tokens tokens = new Tokens(source);
    byte[] text = source.bytes();
    Charset used = charset != null ? charset : charset(bytes);
    int position = start(text);
    int next = IsaHeader.find(text, position);
    while (next >= 0) {
      IsaHeader header = IsaHeader.read(text, next);
      if (header != null && !header.isPlausible(text)) {
        next = IsaHeader.find(text, next + 3);
        continue;
      }
      between(source, position, next, log);
      if (header == null || header.terminator().length == 0) {
        unreadable(source, next, header, log);
        position = next + 3;
        int following = IsaHeader.find(text, position);
        position = following < 0 ? text.length : following;
      } else {
        EnvelopeReader envelope = new EnvelopeReader(schemas, tokens, limits, strict, header, used);
        interchanges.add(envelope.read());
        position = envelope.position();
      }
      next = IsaHeader.find(text, position);
    }
    between(source, position, text.length, log);
    if (bytes.length == 0) {
      report(source, 0, "", "the file is empty", "Send it again", log);
    }
    return new EdiFile(interchanges, log.list());
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
    int isa = IsaHeader.find(bytes, start(bytes));
    if (isa >= 0 && (IsaHeader.isBroken(bytes, isa) || isWrapped(bytes, isa))) {
      Source unwrapped = Source.unwrapped(bytes, isa);
      IsaHeader header = IsaHeader.read(unwrapped.bytes(), isa);
      if (header != null && header.terminator().length > 0) {
        return unwrapped;
      }
    }
    return Source.of(bytes);
  }

  /** All of the first lines are equally long, and not because each is a segment. */
  private static boolean isWrapped(byte[] bytes, int isa) {
    IsaHeader header = IsaHeader.read(bytes, isa);
    if (header == null
        || header.terminator().length == 0
        || IsaHeader.isBlank(header.terminator()[0])) {
      return false;
    }
    int width = -1;
    int lines = 0;
    boolean broken = false;
    int from = isa;
    for (int i = isa; i < bytes.length && lines < WRAP_LINES; i++) {
      if (bytes[i] == '\n') {
        int end = i > from && bytes[i - 1] == '\r' ? i - 1 : i;
        if (end - from < WRAP_MINIMUM || width >= 0 && end - from != width) {
          return false;
        }
        width = end - from;
        broken |= bytes[end - 1] != header.terminator()[header.terminator().length - 1];
        lines++;
        from = i + 1;
      }
    }
    return broken && lines > 1;
  }

  private static Charset charset(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return isUtf8(bytes) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
      }
    }
    return StandardCharsets.ISO_8859_1;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
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
    if (IsaHeader.isTag(bytes, start, "UNA") || IsaHeader.isTag(bytes, start, "UNB")) {
      report(source, start, shown, "this is EDIFACT, which is not read here", "", log);
    } else if (shown.indexOf('\0') >= 0) {
      String why = "there are zero bytes: the file is binary or UTF-16";
      report(source, start, shown, why, "Send it as ASCII, ISO-8859-1 or UTF-8", log);
    } else {
      String why = (to - start) + " bytes stand outside any interchange";
      String mend = "An interchange begins with ISA and ends with IEA: send it whole";
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
    log.add(Level.INTERCHANGE, "", Severity.ERROR, position, "", value, why, mend);
  }
}
