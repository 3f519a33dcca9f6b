package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
import java.nio.charset.StandardCharsets;

/** Bytes that belong to no interchange: one finding for all that stand together. */
final class OutsideBytes {
  private static final byte END_OF_FILE = 0x1A;

  private Position position;
  private String shown = "";
  private long count;

  /** More of them; blanks before the first count for nothing. */
  void add(Source source, int from, int to) {
    byte[] bytes = source.bytes();
    int start = from;
    while (count == 0
        && start < to
        && (IsaHeader.isBlank(bytes[start]) || bytes[start] == END_OF_FILE)) {
      start++;
    }
    if (count == 0 && start < to) {
      int end = Math.min(to, start + EdiReader.SHOWN);
      int offset = source.original(start);
      position = new Position(offset, source.line(offset), 0, 0, 0);
      shown = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
    count += to - start;
  }

  void report(FindingLog log) {
    if (count > 0) {
      if (shown.regionMatches(true, 0, "UIB", 0, 3) || shown.regionMatches(true, 0, "UIH", 0, 3)) {
        add(
            log,
            "this is interactive EDIFACT (UIB, UIH), which is not read here",
            "Send it as a batch interchange, UNB to UNZ");
      } else if (shown.indexOf('\0') >= 0) {
        add(
            log,
            "there are zero bytes: the file is binary or UTF-16",
            "Send it as ASCII, ISO-8859-1 or UTF-8");
      } else {
        add(
            log,
            count + " bytes stand outside any interchange",
            "An interchange goes from ISA to IEA, or from UNB to UNZ: send it whole");
      }
    }
    count = 0;
  }

  private void add(FindingLog log, String why, String mend) {
    log.add(Level.INTERCHANGE, SyntaxError.UNNAMED, Severity.ERROR, position, "", shown, why, mend);
  }
}
