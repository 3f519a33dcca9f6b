package io.quayside.edi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The bytes that are read, and where each stood in the file as received: a window that grows at its
 * end while a stream gives more. Files wrapped at 80 columns are read without their line ends.
 */
final class Source {
  static final int WINDOW = 1 << 18;

  private static final InputStream NOTHING = InputStream.nullInputStream();

  private final InputStream in;

  private final int window;

  /** Where the window begins in the file, and the lines before it. */
  private final int base;

  private final int linesBefore;
  private byte[] received;
  private byte[] bytes;
  private boolean ended;

  /** Offsets in {@link #bytes} before which a line end was removed. */
  private int[] removed = {};

  /** From here on line ends are removed; -1 when they are not. */
  private int unwrappedFrom = -1;

  private int[] lineStarts;
  private Charset charset;

  private Source(
      InputStream in, int window, boolean ended, byte[] received, int base, int linesBefore) {
    this.in = in;
    this.window = window;
    this.ended = ended;
    this.received = received;
    this.bytes = received;
    this.base = base;
    this.linesBefore = linesBefore;
  }

  static Source of(byte[] received) {
    return new Source(NOTHING, WINDOW, true, received, 0, 0);
  }

  /**
   * @param window bytes that are read at once
   * @throws UncheckedIOException when it cannot be read; so do all methods that ask for more
   */
  static Source of(InputStream in, int window) {
    Source source = new Source(in, window, false, new byte[0], 0, 0);
    source.more();
    return source;
  }

  /** Removes the line ends from the offset on: the file is wrapped. */
  void unwrap(int from) {
    unwrappedFrom = from;
    byte[] clean = new byte[received.length];
    int[] gaps = new int[64];
    int count = 0;
    System.arraycopy(received, 0, clean, 0, from);
    int length = from;
    for (int i = from; i < received.length; i++) {
      if (received[i] != '\r' && received[i] != '\n') {
        clean[length++] = received[i];
      } else {
        if (count == gaps.length) {
          gaps = Arrays.copyOf(gaps, count * 2);
        }
        gaps[count] = i - count;
        count++;
      }
    }
    bytes = Arrays.copyOf(clean, length);
    removed = Arrays.copyOf(gaps, count);
  }

  /** Takes the line ends as they are after all. */
  void rewrap() {
    unwrappedFrom = -1;
    bytes = received;
    removed = new int[0];
  }

  /** The window; another array when it has grown, with the same bytes at the same offsets. */
  byte[] bytes() {
    return bytes;
  }

  /** The window holds the rest of the file. */
  boolean isEnded() {
    return ended;
  }

  /** Makes the window larger; false at the end of the file. */
  boolean more() {
    if (ended) {
      return false;
    }
    try {
      byte[] next = in.readNBytes(Math.max(window, received.length));
      ended = next.length < Math.max(window, received.length);
      int old = received.length;
      received = Arrays.copyOf(received, old + next.length);
      System.arraycopy(next, 0, received, old, next.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lineStarts = null;
    charset = null;
    bytes = received;
    if (unwrappedFrom >= 0) {
      unwrap(unwrappedFrom);
    }
    return true;
  }

  /** Sees to it that so many bytes stand after the offset, unless the file ends before. */
  void require(int offset, int count) {
    while (bytes.length - offset < count && more()) {
      // The window grows.
    }
  }

  /** So much was read that what lies before the offset should be left behind. */
  boolean isFar(int offset) {
    return offset >= window;
  }

  /** The rest, as a window of its own. */
  Source from(int offset) {
    require(offset, window);
    int at = original(offset);
    Source rest =
        new Source(
            in,
            window,
            ended,
            Arrays.copyOfRange(received, at - base, received.length),
            at,
            line(at) - 1);
    if (unwrappedFrom >= 0) {
      rest.unwrap(0);
    }
    return rest;
  }

  /** A part alone, unwrapped, where it stood. */
  Source part(int from, int to) {
    int at = original(from);
    return new Source(NOTHING, window, true, Arrays.copyOfRange(bytes, from, to), at, line(at) - 1);
  }

  /** {@link CharacterSet#guess}. */
  Charset charset() {
    if (charset == null) {
      charset = CharacterSet.guess(bytes, ended);
    }
    return charset;
  }

  /** Offset in the received file. */
  int original(int offset) {
    if (removed.length == 0) {
      return base + offset;
    }
    int low = 0;
    int high = removed.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (removed[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return base + offset + low;
  }

  /** Line (from 1) of an offset in the received file. LF, CRLF and lone CR end a line. */
  int line(int offset) {
    if (lineStarts == null) {
      lineStarts = lines();
    }
    int found = Arrays.binarySearch(lineStarts, offset - base);
    return linesBefore + (found >= 0 ? found + 1 : -found - 1);
  }

  private int[] lines() {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < received.length; i++) {
      boolean lineEnd =
          received[i] == '\n'
              || (received[i] == '\r' && (i + 1 == received.length || received[i + 1] != '\n'));
      if (lineEnd) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
