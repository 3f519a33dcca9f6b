package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads and validates interchanges. Never throws on bad input: whatever is wrong becomes a finding,
 * and whatever is readable is kept. Safe for use by several threads.
 *
 * <p>Takes X12 and EDIFACT, any delimiters, several interchanges in one file, line ends anywhere
 * between segments, files wrapped at a fixed width, a byte order mark, ISA elements of wrong width.
 * Text is UTF-8 where the whole file is, else ISO-8859-1; in EDIFACT it is what UNB says.
 */
public final class EdiReader {
  static final int SHOWN = 40;
  private static final int WRAP_MINIMUM = 60;
  private static final int WRAP_MAXIMUM = 4096;
  private static final int WRAP_LINES = 20;

  /** Enough to see whether a file is wrapped. */
  private static final int BEGINNING = 8192;

  /** No header is longer, nor is what tells where it ends. */
  private static final int HEADER = 1024;

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
    return new FileReading(Source.of(bytes), severities, null).read();
  }

  /**
   * Reads a stream; memory grows with its largest set, not with its length. Each set is handed over
   * as soon as it is read. In the answer it has kept its numbers, findings and verdict for the
   * acknowledgment, not its segments; its verdict there may be worse, because the group or
   * interchange around it turned out to be wrong.
   *
   * <p>Where the text does not say its character set, each part of the stream is judged for itself.
   *
   * @throws IOException when the stream cannot be read
   */
  public EdiFile read(InputStream in, Severities severities, Consumer<TransactionSet> consumer)
      throws IOException {
    return read(in, severities, consumer, Source.WINDOW);
  }

  /**
   * @param window bytes that are read at once
   */
  EdiFile read(InputStream in, Severities severities, Consumer<TransactionSet> consumer, int window)
      throws IOException {
    try {
      return new FileReading(Source.of(in, window), severities, consumer).read();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The reading of one file. */
  private final class FileReading {
    private final Severities severities;
    private final Consumer<TransactionSet> consumer;
    private final FindingLog log;
    private final List<Interchange> interchanges = new ArrayList<>();
    private final OutsideBytes outside = new OutsideBytes();
    private Tokens tokens;
    private int position;

    FileReading(Source source, Severities severities, Consumer<TransactionSet> consumer) {
      this.severities = severities;
      this.consumer = consumer;
      this.log = new FindingLog(limits.findings(), Standard.X12, severities);
      this.tokens = new Tokens(source);
    }

    EdiFile read() {
      tokens.source().require(0, BEGINNING);
      unwrap(tokens.source());
      position = start(bytes());
      int next = next(position);
      while (next >= 0) {
        IsaHeader isa = isIsa(bytes(), next) ? IsaHeader.read(bytes(), next) : null;
        if (isa != null && !isa.isPlausible(bytes())) {
          next = next(next + 3);
          continue;
        }
        outside.add(tokens.source(), position, next);
        outside.report(log);
        interchange(next, isa);
        next = next(position);
      }
      outside.add(tokens.source(), position, bytes().length);
      outside.report(log);
      if (bytes().length == 0 && interchanges.isEmpty() && log.list().isEmpty()) {
        report(tokens.source(), 0, "", "the file is empty", "Send it again", log);
      }
      return new EdiFile(interchanges, log.list());
    }

    private void interchange(int at, IsaHeader isa) {
      Opening opening = open(tokens, at, isa);
      if (opening == null) {
        unreadable(tokens.source(), at, isa, log);
        int following = next(at + 3);
        position = following < 0 ? bytes().length : following;
        return;
      }
      EnvelopeReader envelope =
          new EnvelopeReader(schemas, tokens, limits, severities, opening, consumer);
      interchanges.add(envelope.read());
      tokens = envelope.tokens();
      position = envelope.position();
      if (consumer != null && tokens.source().isFar(position)) {
        leaveBehind(position);
      }
    }

    private byte[] bytes() {
      return tokens.bytes();
    }

    /**
     * Offset of the next ISA, UNA or UNB with all of its header in sight; -1 when there is none.
     */
    private int next(int from) {
      int next = find(bytes(), from);
      while (next < 0 && !tokens.source().isEnded()) {
        int searched = Math.max(from, bytes().length - HEADER);
        if (tokens.source().isFar(searched - position)) {
          outside.add(tokens.source(), position, searched);
          leaveBehind(searched);
          searched = 0;
        }
        tokens.source().more();
        next = find(bytes(), searched);
      }
      if (next >= 0) {
        tokens.source().require(next, HEADER);
      }
      return next;
    }

    private void leaveBehind(int at) {
      tokens = tokens.from(at);
      position = 0;
    }
  }

  /** Null when the rest cannot be read with it. */
  private Opening open(Tokens tokens, int at, IsaHeader isa) {
    if (!isIsa(tokens.bytes(), at)) {
      return UnbHeader.read(tokens.bytes(), at).open(tokens, charset, limits);
    }
    return isa == null || isa.terminator().length == 0 ? null : isa.open(tokens, charset);
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

  private static void unwrap(Source source) {
    byte[] received = source.bytes();
    int at = find(received, start(received));
    if (at >= 0 && isWrapped(received, at)) {
      source.unwrap(at);
      if (terminator(source.bytes(), at) < 0) {
        source.rewrap();
      }
    }
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
    for (int i = start; i < bytes.length && i - from < WRAP_MAXIMUM && lines < WRAP_LINES; i++) {
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

  private static void unreadable(Source source, int at, IsaHeader header, FindingLog log) {
    int end = Math.min(source.bytes().length, at + SHOWN);
    String shown = new String(source.bytes(), at, end - at, StandardCharsets.ISO_8859_1);
    if (header == null) {
      String why = "the ISA is cut off or has fewer than 16 elements";
      report(source, at, shown, why, "Send the interchange again, whole", log);
    } else {
      String why = "no segment terminator, which is no letter or digit, stands after ISA16";
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
