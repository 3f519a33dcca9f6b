package io.quayside.edi;

/** Cuts the bytes of one interchange into segments and elements. */
final class SegmentScanner {
  private static final int NO_BYTE = 256;
  private static final int TAG_LENGTH = 3;
  private static final int LENGTH_DIGITS = 16;

  private final Tokens tokens;
  private byte[] bytes;
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
    bytes = tokens.bytes();
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
    int shift = dialect.shifts() ? Shifts.ESCAPE : Byte.MIN_VALUE - 1;
    int binary = binaryStart(start);
    if (binary > 0) {
      return readBinary(start, binary);
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
      } else if (b <= shift && Shifts.begins(b)) {
        i = afterShift(i) - 1;
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

  /** A run that nothing closes in the whole file is none. */
  private int afterShift(int at) {
    int end = Shifts.end(bytes, at, bytes.length);
    return end == bytes.length && tokens.source().isEnded() ? at + 1 : end;
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

  /**
   * BIN and BDS carry bytes that may look like delimiters; their length is told before them.
   *
   * @return offset of the data; -1 when it is no such segment, or the data is not as long
   */
  private int binaryStart(int start) {
    boolean bds = IsaHeader.isTag(bytes, start, "BDS");
    if (!bds && !IsaHeader.isTag(bytes, start, "BIN")
        || start + TAG_LENGTH >= bytes.length
        || bytes[start + TAG_LENGTH] != dialect.element()) {
      return -1;
    }
    int at = start + TAG_LENGTH + 1;
    if (bds) {
      at = after(at);
    }
    int data = at < 0 ? -1 : after(at);
    long length = data < 0 ? -1 : length(at, data - 1);
    if (length < 0) {
      return -1;
    }
    tokens.source().require(data, (int) Math.min(Integer.MAX_VALUE - 1, length + 1));
    bytes = tokens.bytes();
    return data + length < bytes.length && bytes[(int) (data + length)] == terminator[0]
        ? data
        : -1;
  }

  /** Offset after the next element separator; -1 when none is near. */
  private int after(int from) {
    for (int i = from; i < bytes.length && i < from + LENGTH_DIGITS; i++) {
      if (bytes[i] == dialect.element()) {
        return i + 1;
      }
    }
    return -1;
  }

  private long length(int from, int to) {
    long length = from == to ? -1 : 0;
    for (int i = from; i < to && length >= 0; i++) {
      boolean digit = bytes[i] >= '0' && bytes[i] <= '9' && length < Integer.MAX_VALUE;
      length = digit ? length * 10 + bytes[i] - '0' : -1;
    }
    return length;
  }

  private int readBinary(int start, int data) {
    int lengthAt = start;
    for (int i = start; i < data; i++) {
      if (bytes[i] == dialect.element()) {
        tokens.mark(i + 1);
        lengthAt = i + 1 < data ? i + 1 : lengthAt;
      }
    }
    int end = (int) (data + length(lengthAt, data - 1));
    return end(end, end + terminator.length);
  }
}
