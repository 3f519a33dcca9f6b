package io.quayside.edi;

import java.util.Arrays;

/**
 * The bytes that are read, and where each stood in the file as received: files wrapped at 80
 * columns are read without their line ends.
 */
final class Source {
  private final byte[] received;
  private final byte[] bytes;
  private final int[] removed;
  private int[] lineStarts;

  private Source(byte[] received, byte[] bytes, int[] removed) {
    this.received = received;
    this.bytes = bytes;
    this.removed = removed;
  }

  static Source of(byte[] received) {
    return new Source(received, received, new int[0]);
  }

  /** Without the line ends from the offset on. */
  static Source unwrapped(byte[] received, int from) {
    byte[] bytes = Arrays.copyOf(received, received.length);
    int[] removed = new int[64];
    int count = 0;
    int length = from;
    for (int i = from; i < received.length; i++) {
      if (received[i] != '\r' && received[i] != '\n') {
        bytes[length++] = received[i];
      } else {
        if (count == removed.length) {
          removed = Arrays.copyOf(removed, count * 2);
        }
        removed[count] = i - count;
        count++;
      }
    }
    return new Source(received, Arrays.copyOf(bytes, length), Arrays.copyOf(removed, count));
  }

  byte[] bytes() {
    return bytes;
  }

  boolean isUnwrapped() {
    return removed.length > 0;
  }

  /** Offset in the received bytes. */
  int original(int offset) {
    if (removed.length == 0) {
      return offset;
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
    return offset + low;
  }

  /** Line (from 1) of an offset in the received bytes. LF, CRLF and lone CR end a line. */
  int line(int offset) {
    if (lineStarts == null) {
      lineStarts = lines();
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
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
