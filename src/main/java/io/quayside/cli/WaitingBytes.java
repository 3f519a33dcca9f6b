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
  private static final int FEW = 256 * 1024;

  private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final OutputStream packing = new DeflaterOutputStream(packed, deflater, 8192);

  @Override
  public void write(int b) throws IOException {
    (plain.size() < FEW ? plain : packing).write(b);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    (plain.size() < FEW ? plain : packing).write(bytes, from, length);
  }

  /** All that was written. */
  InputStream read() throws IOException {
    InputStream first = new ByteArrayInputStream(plain.toByteArray());
    if (plain.size() < FEW) {
      deflater.end();
      return first;
    }
    packing.close();
    deflater.end();
    InputStream rest = new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray()));
    return new SequenceInputStream(first, rest);
  }
}
