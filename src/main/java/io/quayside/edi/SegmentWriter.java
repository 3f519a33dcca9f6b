package io.quayside.edi;

import java.nio.charset.Charset;
import java.util.List;

/**
 * Puts segments into bytes: all that they hold, empty elements too, and nothing else. Where there
 * is a release character it stands before what would be read as a delimiter.
 */
final class SegmentWriter {
  private final Delimiters delimiters;
  private final String signs;
  private final StringBuilder text;

  /**
   * @param signs the delimiters that are in force
   * @param start what stands before the first segment: UNA or nothing
   */
  SegmentWriter(Delimiters delimiters, String signs, String start) {
    this.delimiters = delimiters;
    this.signs = signs;
    this.text = new StringBuilder(start);
  }

  /**
   * @throws EdiWriteException when an element is repeated and nothing separates repetitions
   */
  void write(OutSegment segment) {
    text.append(segment.tag());
    for (OutElement element : segment.elements()) {
      text.append(delimiters.element());
      List<List<String>> repetitions = element.repetitions();
      for (int r = 0; r < repetitions.size(); r++) {
        if (r > 0) {
          text.append(repetition(segment));
        }
        composite(repetitions.get(r));
      }
    }
    text.append(delimiters.segment()).append(delimiters.suffix());
  }

  byte[] bytes(Charset charset) {
    return text.toString().getBytes(charset);
  }

  private char repetition(OutSegment segment) {
    char sign = delimiters.repetition();
    if (sign == 0 || signs.indexOf(sign) < 0) {
      throw new EdiWriteException(
          "`%s` repeats an element: that is for X12 from 00402 on and EDIFACT syntax 4 only"
              .formatted(segment));
    }
    return sign;
  }

  private void composite(List<String> parts) {
    for (int c = 0; c < parts.size(); c++) {
      if (c > 0) {
        text.append(delimiters.component());
      }
      value(parts.get(c));
    }
  }

  private void value(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (delimiters.release() != 0 && signs.indexOf(c) >= 0) {
        text.append(delimiters.release());
      }
      text.append(c);
    }
  }
}
