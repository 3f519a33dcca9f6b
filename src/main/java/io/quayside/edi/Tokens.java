package io.quayside.edi;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where every segment and element of a file begins: an index over the bytes, nothing is copied.
 *
 * <p>Segment i with n elements has n + 2 marks: the tag, each element, and one past the end, so
 * that part k is the bytes from mark k to mark k + 1, less the delimiter.
 */
final class Tokens {
  private static final int SHIFT = 10;

  /** The non-breaking space in ISO-8859-1; in UTF-8 another byte stands before it. */
  private static final byte NO_BREAK = (byte) 0xA0;

  private static final byte NO_BREAK_LEAD = (byte) 0xC2;
  private static final int CHUNK = 1 << SHIFT;

  private final Source source;

  /** Segments of the file before these. */
  private final int earlier;

  /** In chunks, so that a large file's index is never copied to grow. */
  private int[][] marks = new int[16][];

  private int markCount;
  private int[] firstMark = new int[256];
  private int count;

  /** The dialects one after the other, and the segment that each begins with. */
  private final List<Dialect> dialects = new ArrayList<>();

  private int[] dialectStarts = new int[4];

  /**
   * How the bytes of one interchange are split and decoded; 0 for a sign that it does not have.
   *
   * @param release makes the next byte data
   * @param charset null for what the file turns out to be in
   * @param shifts the text may shift between character sets: {@link Shifts}
   */
  record Dialect(
      Standard standard,
      byte element,
      byte component,
      byte repetition,
      byte release,
      byte[] terminator,
      Charset charset,
      boolean shifts) {

    Dialect(
        Standard standard,
        byte element,
        byte component,
        byte repetition,
        byte release,
        byte[] terminator,
        Charset charset) {
      this(
          standard,
          element,
          component,
          repetition,
          release,
          terminator,
          charset,
          CharacterSet.shifts(charset));
    }

    Dialect in(Charset other) {
      return new Dialect(standard, element, component, repetition, release, terminator, other);
    }

    /** Offset of the next byte with this value that is no data; the end when there is none. */
    int next(byte[] bytes, byte sign, int from, int end) {
      for (int i = from; i < end; i++) {
        if (bytes[i] == sign && sign != 0) {
          return i;
        }
        if (bytes[i] == release && release != 0) {
          i++;
        } else if (shifts && Shifts.begins(bytes[i])) {
          i = Shifts.end(bytes, i, end) - 1;
        }
      }
      return end;
    }
  }

  Tokens(Source source) {
    this(source, 0);
  }

  private Tokens(Source source, int earlier) {
    this.source = source;
    this.earlier = earlier;
  }

  /** For the rest of a file from the offset on; what was read before is left behind. */
  Tokens from(int offset) {
    return new Tokens(source.from(offset), total());
  }

  /** One segment alone, so that it does not keep the others. */
  Segment alone(int segment, int number) {
    int end = partEnd(segment, elementCount(segment));
    int start = partStart(segment, 0);
    Tokens alone = new Tokens(source.part(start, end), 0);
    Dialect dialect = dialect(segment);
    alone.begin(0, dialect.charset() != null ? dialect : dialect.in(source.charset()));
    for (int n = 1; n <= elementCount(segment); n++) {
      alone.mark(partStart(segment, n) - start);
    }
    return new Segment(alone, alone.end(end - start), number);
  }

  Source source() {
    return source;
  }

  /** Begins a segment whose tag stands at the offset. */
  void begin(int offset, Dialect dialect) {
    if (count + 1 >= firstMark.length) {
      firstMark = Arrays.copyOf(firstMark, firstMark.length * 2);
    }
    firstMark[count] = markCount;
    if (dialects.isEmpty() || dialects.get(dialects.size() - 1) != dialect) {
      if (dialects.size() == dialectStarts.length) {
        dialectStarts = Arrays.copyOf(dialectStarts, dialectStarts.length * 2);
      }
      dialectStarts[dialects.size()] = count;
      dialects.add(dialect);
    }
    mark(offset);
  }

  /** The next part begins at the offset. */
  void mark(int offset) {
    int chunk = markCount >>> SHIFT;
    if (chunk == marks.length) {
      marks = Arrays.copyOf(marks, marks.length * 2);
    }
    if (marks[chunk] == null) {
      marks[chunk] = new int[CHUNK];
    }
    marks[chunk][markCount++ & CHUNK - 1] = offset;
  }

  private int markAt(int index) {
    return marks[index >>> SHIFT][index & CHUNK - 1];
  }

  /** Ends the segment: its data ends before the offset. */
  int end(int dataEnd) {
    mark(dataEnd + 1);
    count++;
    firstMark[count] = markCount;
    return count - 1;
  }

  /** Forgets the last segment: it was cut off. */
  void removeLast() {
    count--;
    markCount = firstMark[count];
  }

  /** A segment without any data at the place of another. */
  int addEmpty(int at) {
    int offset = partStart(at, 0);
    begin(offset, dialect(at));
    return end(offset);
  }

  int count() {
    return count;
  }

  /** Segments of the file so far. */
  int total() {
    return earlier + count;
  }

  byte[] bytes() {
    return source.bytes();
  }

  Dialect dialect(int segment) {
    int low = 0;
    int high = dialects.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (dialectStarts[middle] <= segment) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return dialects.get(low);
  }

  Charset charset(int segment) {
    return charset(dialect(segment));
  }

  private Charset charset(Dialect dialect) {
    return dialect.charset() == null ? source.charset() : dialect.charset();
  }

  /** Offset in {@link #bytes()} where part k begins; part 0 is the tag. */
  int partStart(int segment, int part) {
    return markAt(firstMark[segment] + part);
  }

  /** The marks of all parts of a segment, in the given array or a larger one. */
  int[] marks(int segment, int[] into) {
    int first = firstMark[segment];
    int size = firstMark[segment + 1] - first;
    int[] copy = into.length < size ? new int[size * 2] : into;
    int start = first & CHUNK - 1;
    if (start + size <= CHUNK) {
      System.arraycopy(marks[first >>> SHIFT], start, copy, 0, size);
    } else {
      for (int i = 0; i < size; i++) {
        copy[i] = markAt(first + i);
      }
    }
    return copy;
  }

  /** Offset in {@link #bytes()} after the last byte of part k. */
  int partEnd(int segment, int part) {
    return markAt(firstMark[segment] + part + 1) - 1;
  }

  int elementCount(int segment) {
    return firstMark[segment + 1] - firstMark[segment] - 2;
  }

  /** Offset of the segment in the received bytes. */
  int offset(int segment) {
    return source.original(partStart(segment, 0));
  }

  /** Offset in the received bytes after the segment's terminator. */
  int endOffset(int segment) {
    int end = partEnd(segment, elementCount(segment));
    byte[] terminator = dialect(segment).terminator();
    boolean lineEnd = terminator[0] == '\n' && end < bytes().length && bytes()[end] == '\r';
    int after = end + terminator.length + (lineEnd ? 1 : 0);
    return source.original(Math.min(after, bytes().length));
  }

  /** {@link Tag#NONE} when the tag is none. */
  int tagCode(int segment) {
    return Tag.code(bytes(), partStart(segment, 0), partEnd(segment, 0));
  }

  /** In upper case when it is a tag at all, else as received. */
  String tag(int segment) {
    int code = tagCode(segment);
    return code == Tag.NONE
        ? text(segment, partStart(segment, 0), partEnd(segment, 0))
        : Tag.name(code);
  }

  /** Element n (present) is empty or holds nothing but blanks. */
  boolean isBlank(int segment, int n) {
    return isBlankRange(partStart(segment, n), partEnd(segment, n));
  }

  boolean isBlankRange(int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes()[i];
      boolean noBreak =
          b == NO_BREAK || b == NO_BREAK_LEAD && i + 1 < to && bytes()[i + 1] == NO_BREAK;
      if (b != ' ' && !noBreak) {
        return false;
      }
    }
    return true;
  }

  /** A simple element as text; a composite as received, with its separators and releases. */
  String element(int segment, int n) {
    if (n < 1 || n > elementCount(segment)) {
      return "";
    }
    Dialect dialect = dialect(segment);
    int start = partStart(segment, n);
    int end = partEnd(segment, n);
    boolean simple =
        dialect.release() != 0
            && dialect.next(bytes(), dialect.component(), start, end) == end
            && dialect.next(bytes(), dialect.repetition(), start, end) == end;
    return simple ? text(segment, start, end) : asReceived(dialect, start, end);
  }

  /** Component c of the first repetition of element n. */
  String component(int segment, int n, int c) {
    return component(segment, n, 1, c);
  }

  /** Component c of repetition r of element n. */
  String component(int segment, int n, int r, int c) {
    if (r < 1 || c < 1 || n < 1 || n > elementCount(segment)) {
      return "";
    }
    Dialect dialect = dialect(segment);
    int end = partEnd(segment, n);
    int from = skip(dialect, dialect.repetition(), partStart(segment, n), end, r - 1);
    if (from > end) {
      return "";
    }
    end = dialect.next(bytes(), dialect.repetition(), from, end);
    from = skip(dialect, dialect.component(), from, end, c - 1);
    return from > end
        ? ""
        : text(segment, from, dialect.next(bytes(), dialect.component(), from, end));
  }

  /** Offset after so many separators; beyond the end when there are fewer. */
  private int skip(Dialect dialect, byte separator, int from, int end, int separators) {
    int at = from;
    for (int i = 0; i < separators && at <= end; i++) {
      at = dialect.next(bytes(), separator, at, end) + 1;
    }
    return at;
  }

  /** Components of the first repetition of element n; 0 when it is absent. */
  int componentCount(int segment, int n) {
    return componentCount(segment, n, 1);
  }

  int componentCount(int segment, int n, int r) {
    if (r < 1 || n < 1 || n > elementCount(segment)) {
      return 0;
    }
    Dialect dialect = dialect(segment);
    int end = partEnd(segment, n);
    int from = skip(dialect, dialect.repetition(), partStart(segment, n), end, r - 1);
    return from > end
        ? 0
        : parts(
            dialect,
            dialect.component(),
            from,
            dialect.next(bytes(), dialect.repetition(), from, end));
  }

  /** How often element n stands; 0 when it is absent. */
  int repetitionCount(int segment, int n) {
    if (n < 1 || n > elementCount(segment)) {
      return 0;
    }
    Dialect dialect = dialect(segment);
    return parts(dialect, dialect.repetition(), partStart(segment, n), partEnd(segment, n));
  }

  private int parts(Dialect dialect, byte separator, int from, int end) {
    int found = 1;
    int at = dialect.next(bytes(), separator, from, end);
    while (at < end) {
      found++;
      at = dialect.next(bytes(), separator, at + 1, end);
    }
    return found;
  }

  /** The text of the bytes, release characters taken off. */
  String text(int segment, int from, int to) {
    Dialect dialect = dialect(segment);
    if (dialect.release() == 0 || releases(dialect, from, to) == 0) {
      return asReceived(dialect, from, to);
    }
    byte[] clean = new byte[to - from];
    int length = 0;
    boolean shifts = dialect.shifts();
    for (int i = from; i < to; i++) {
      if (shifts && Shifts.begins(bytes()[i])) {
        int end = Shifts.end(bytes(), i, to);
        while (i < end - 1) {
          clean[length++] = bytes()[i++];
        }
      } else if (bytes()[i] == dialect.release() && i + 1 < to) {
        i++;
      }
      clean[length++] = bytes()[i];
    }
    return new String(clean, 0, length, charset(dialect));
  }

  /** Number of release characters in the bytes. */
  int releases(Dialect dialect, int from, int to) {
    int found = 0;
    boolean shifts = dialect.shifts();
    for (int i = from; dialect.release() != 0 && i < to; i++) {
      if (bytes()[i] == dialect.release()) {
        found++;
        i++;
      } else if (shifts && Shifts.begins(bytes()[i])) {
        i = Shifts.end(bytes(), i, to) - 1;
      }
    }
    return found;
  }

  private String asReceived(Dialect dialect, int from, int to) {
    return from >= to ? "" : new String(bytes(), from, to - from, charset(dialect));
  }

  String raw(int segment) {
    return asReceived(
        dialect(segment), partStart(segment, 0), partEnd(segment, elementCount(segment)));
  }

  Position position(int segment, int number, int element, int component) {
    int part = element > elementCount(segment) ? 0 : element;
    int offset = source.original(partStart(segment, part));
    return new Position(offset, source.line(offset), number, element, component);
  }
}
