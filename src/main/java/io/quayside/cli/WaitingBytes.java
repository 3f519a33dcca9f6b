package io.quayside.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Bytes that wait in memory until they are read once; what is more than a few is compressed. */
final class WaitingBytes extends OutputStream {
  private static final int FEW = 64 * 1024;

  private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private OutputStream packing;
  private Deflater deflater;
  private long size;

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    size += length;
    if (plain.size() < FEW) {
      plain.write(bytes, from, length);
      return;
    }
    if (packing == null) {
      deflater = new Deflater(Deflater.BEST_SPEED);
      packing = new DeflaterOutputStream(packed, deflater, 8192);
    }
    packing.write(bytes, from, length);
  }

  /** Number of bytes written so far. */
  long size() {
    return size;
  }

  /** All that was written. */
  InputStream read() throws IOException {
    InputStream first = new ByteArrayInputStream(plain.toByteArray());
    if (packing == null) {
      return first;
    }
    packing.close();
    deflater.end();
    InputStream rest = new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray()));
    return new SequenceInputStream(first, rest);
  }
}
