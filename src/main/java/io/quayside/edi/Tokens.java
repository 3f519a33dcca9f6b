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
  private static final int CHUNK = 1 << SHIFT;

  private final Source source;

  /** In chunks, so that a large file's index is never copied to grow. */
  private int[][] marks = new int[16][];

  private int markCount;
  private int[] firstMark = new int[256];
  private int count;

  /** The dialects one after the other, and the segment that each begins with. */
  private final List<Dialect> dialects = new ArrayList<>();

  private int[] dialectStarts = new int[4];

  /** How the bytes of one interchange are split and decoded. */
  record Dialect(
      byte element, byte component, byte repetition, byte[] terminator, Charset charset) {}

  Tokens(Source source) {
    this.source = source;
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

  /** Offset in {@link #bytes()} where part k begins; part 0 is the tag. */
  int partStart(int segment, int part) {
    return markAt(firstMark[segment] + part);
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
      if (bytes()[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  String element(int segment, int n) {
    if (n < 1 || n > elementCount(segment)) {
      return "";
    }
    return text(segment, partStart(segment, n), partEnd(segment, n));
  }

  String component(int segment, int n, int c) {
    if (n < 1 || c < 1 || n > elementCount(segment)) {
      return "";
    }
    byte separator = dialect(segment).component();
    int start = partStart(segment, n);
    int end = partEnd(segment, n);
    int part = 1;
    int from = start;
    for (int i = start; i <= end; i++) {
      if (i == end || (separator != 0 && bytes()[i] == separator)) {
        if (part++ == c) {
          return text(segment, from, i);
        }
        from = i + 1;
      }
    }
    return "";
  }

  int componentCount(int segment, int n) {
    if (n < 1 || n > elementCount(segment)) {
      return 0;
    }
    byte separator = dialect(segment).component();
    int found = 1;
    for (int i = partStart(segment, n), end = partEnd(segment, n); i < end; i++) {
      if (separator != 0 && bytes()[i] == separator) {
        found++;
      }
    }
    return found;
  }

  String text(int segment, int from, int to) {
    return from >= to ? "" : new String(bytes(), from, to - from, dialect(segment).charset());
  }

  String raw(int segment) {
    return text(segment, partStart(segment, 0), partEnd(segment, elementCount(segment)));
  }

  Position position(int segment, int number, int element, int component) {
    int part = element > elementCount(segment) ? 0 : element;
    int offset = source.original(partStart(segment, part));
    return new Position(offset, source.line(offset), number, element, component);
  }
}
