package io.quayside.intake.extract;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * Wipes the rules of a table off a gray picture: a program that reads letters takes a rule that
 * touches a line of text for a part of its letters. No letter has strokes that long.
 */
final class Rules {

  /** Two fifths of an inch at 300 dots. */
  private static final int LONG = 120;

  /** A rule is thinner. */
  private static final int THICK = 7;

  private static final int DARK = 140;
  private static final byte WHITE = (byte) 255;

  private Rules() {}

  static void wipe(BufferedImage gray) {
    byte[] dots = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
    int width = gray.getWidth();
    int height = gray.getHeight();
    byte[] before = dots.clone();
    for (int y = 0; y < height; y++) {
      wipe(before, dots, y * width, 1, width, width);
    }
    for (int x = 0; x < width; x++) {
      wipe(before, dots, x, width, height, 1);
    }
  }

  /** The long dark runs of one row or column; what stands on them or crosses them stays. */
  private static void wipe(byte[] before, byte[] dots, int start, int step, int count, int across) {
    int from = -1;
    for (int i = 0; i <= count; i++) {
      boolean dark = i < count && dark(before, start + i * step);
      if (dark && from < 0) {
        from = i;
      } else if (!dark && from >= 0) {
        for (int j = from; i - from >= LONG && j < i; j++) {
          int dot = start + j * step;
          if (!dark(before, dot - THICK * across) && !dark(before, dot + THICK * across)) {
            dots[dot] = WHITE;
          }
        }
        from = -1;
      }
    }
  }

  private static boolean dark(byte[] dots, int at) {
    return at >= 0 && at < dots.length && (dots[at] & 0xFF) < DARK;
  }
}
