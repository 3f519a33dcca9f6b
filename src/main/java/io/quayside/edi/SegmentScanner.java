package io.quayside.edi;

/** Cuts the bytes of one interchange into segments and elements. */
final class SegmentScanner {
  private static final int NO_BYTE = 256;
  private static final int TAG_LENGTH = 3;

  private final Tokens tokens;
  private final byte[] bytes;
  private final Tokens.Dialect dialect;
  private final byte[] terminator;
  private final EdiLimits limits;
  private int position;
  private boolean terminated;
  private boolean tooLarge;
  private int releasedEnd;

  SegmentScanner(Tokens tokens, Tokens.Dialect dialect, EdiLimits limits) {
    this.tokens = tokens;
    this.bytes = tokens.bytes();
    this.dialect = dialect;
    this.terminator = dialect.terminator();
    this.limits = limits;
  }

  /** Goes to the first byte of the next segment; false at the end of the file. */
  boolean seek(int from) {
    position = from;
    while (position < bytes.length) {
      if (bytes[position] == terminator[0] && isTerminator(position)) {
        position += terminator.length;
      } else if (IsaHeader.isBlank(bytes[position]) && bytes[position] != dialect.element()) {
        position++;
      } else {
        return true;
      }
    }
    return false;
  }

  int position() {
    return position;
  }

  /** The last segment had its terminator. */
  boolean terminated() {
    return terminated;
  }

  /** The last segment went over a limit. */
  boolean tooLarge() {
    return tooLarge;
  }

  /**
   * Offset of a terminator in the last segment that a release character made data although a
   * segment seems to begin after it; -1 when there is none.
   */
  int releasedEnd() {
    return releasedEnd;
  }

  /**
   * Reads the segment at the position.
   *
   * @return offset after its terminator
   */
  int read() {
    byte separator = dialect.element();
    byte ending = terminator[0];
    int start = position;
    int elements = 0;
    int last = start;
    int release = dialect.release() == 0 ? NO_BYTE : dialect.release();
    tooLarge = false;
    releasedEnd = -1;
    tokens.begin(start, dialect);
    if (isBinary(start)) {
      return readBinary(start);
    }
    for (int i = start; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == separator) {
        if (elements++ < limits.elements()) {
          tokens.mark(i + 1);
        }
        tooLarge |= i - last > limits.elementBytes() || elements > limits.elements();
        last = i;
      } else if (b == ending && isTerminator(i)) {
        tooLarge |= i - last > limits.elementBytes();
        return end(i, i + terminator.length);
      } else if (b == release) {
        i++;
        noteReleasedEnd(i);
      }
    }
    terminated = false;
    int end = bytes.length;
    while (end > last + 1 && IsaHeader.isBlank(bytes[end - 1])) {
      end--;
    }
    tokens.end(end);
    return bytes.length;
  }

  /**
   * A released terminator with a tag and an element separator after it was hardly meant as data.
   */
  private void noteReleasedEnd(int at) {
    if (releasedEnd >= 0 || at >= bytes.length || bytes[at] != terminator[0]) {
      return;
    }
    int tag = at + 1;
    while (tag < bytes.length && IsaHeader.isBlank(bytes[tag])) {
      tag++;
    }
    int end = tag + TAG_LENGTH;
    if (end < bytes.length
        && bytes[end] == dialect.element()
        && Tag.code(bytes, tag, end) != Tag.NONE) {
      releasedEnd = at;
    }
  }

  private int end(int dataEnd, int next) {
    terminated = true;
    boolean carriageReturn = bytes[dataEnd] == '\n' && bytes[dataEnd - 1] == '\r';
    tokens.end(carriageReturn ? dataEnd - 1 : dataEnd);
    return next;
  }

  private boolean isTerminator(int at) {
    if (at + terminator.length > bytes.length) {
      return false;
    }
    for (int i = 1; i < terminator.length; i++) {
      if (bytes[at + i] != terminator[i]) {
        return false;
      }
    }
    return true;
  }

  /** BIN and BDS carry bytes that may look like delimiters; their length is told before them. */
  private boolean isBinary(int start) {
    return (IsaHeader.isTag(bytes, start, "BIN") || IsaHeader.isTag(bytes, start, "BDS"))
        && start + 3 < bytes.length
        && bytes[start + 3] == dialect.element()
        && binaryStart(start) > 0;
  }

  /** Offset of the binary data; -1 when its length is no number or it does not fit. */
  private int binaryStart(int start) {
    int skip = IsaHeader.isTag(bytes, start, "BDS") ? 2 : 1;
    long length = 0;
    for (int i = start + 4; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == dialect.element()) {
        if (--skip == 0) {
          int end = (int) Math.min(Integer.MAX_VALUE, i + 1 + length);
          return end < bytes.length && bytes[end] == terminator[0] ? i + 1 : -1;
        }
        length = 0;
      } else if (skip == 1) {
        if (b < '0' || b > '9' || length > bytes.length) {
          return -1;
        }
        length = length * 10 + b - '0';
      } else if (i - start > 20) {
        return -1;
      }
    }
    return -1;
  }

  private int readBinary(int start) {
    int data = binaryStart(start);
    long length = 0;
    for (int i = start; i < data; i++) {
      if (bytes[i] == dialect.element()) {
        tokens.mark(i + 1);
        length = i + 1 < data ? 0 : length;
      } else if (bytes[i] >= '0' && bytes[i] <= '9') {
        length = length * 10 + bytes[i] - '0';
      }
    }
    int end = (int) (data + length);
    return end(end, end + terminator.length);
  }
}
