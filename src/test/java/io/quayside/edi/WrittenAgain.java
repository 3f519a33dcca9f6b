package io.quayside.edi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** An interchange as our writer writes it from the values that our reader made of it. */
final class WrittenAgain {
  private WrittenAgain() {}

  static byte[] of(byte[] file, Interchange interchange, String suffix) {
    Delimiters read = interchange.delimiters();
    Charset charset = charset(file, interchange);
    byte[] terminator = read.segment().getBytes(StandardCharsets.ISO_8859_1);
    Delimiters delimiters =
        new Delimiters(
            read.element(),
            new String(terminator, charset),
            read.component(),
            read.repetition(),
            read.release(),
            suffix);
    SegmentWriter writer =
        new SegmentWriter(delimiters, signs(read), una(file, interchange, suffix));
    segments(interchange).forEach(segment -> writer.write(meant(segment)));
    return writer.bytes(charset);
  }

  /** The delimiters that are in force. */
  static String signs(Delimiters used) {
    StringBuilder all = new StringBuilder(used.segment());
    all.append(used.element()).append(used.component());
    for (char sign : new char[] {used.release(), used.repetition()}) {
      all.append(sign == 0 ? "" : sign);
    }
    return all.toString();
  }

  /** Text is what the bytes are decoded to; where the character set is told, as it is told. */
  static Charset charset(byte[] file, Interchange interchange) {
    if (interchange.standard() == Standard.X12) {
      return CharacterSet.guess(file, true);
    }
    int unb = interchange.header().position().byteOffset();
    byte terminator = (byte) interchange.delimiters().segment().charAt(0);
    return CharacterSet.of(file, unb, terminator, null).charset();
  }

  private static String una(byte[] file, Interchange interchange, String suffix) {
    int start = interchange.startOffset();
    return IsaHeader.isTag(file, start, "UNA")
        ? new String(file, start, 9, StandardCharsets.ISO_8859_1) + suffix
        : "";
  }

  /** In the order in which they came. */
  static List<Segment> segments(Interchange interchange) {
    List<Segment> all = new ArrayList<>();
    all.add(interchange.header());
    all.addAll(interchange.services());
    for (FunctionalGroup group : interchange.groups()) {
      all.add(group.header());
      group.sets().forEach(set -> all.addAll(set.segments()));
      all.add(group.trailer());
    }
    all.add(interchange.trailer());
    all.removeIf(segment -> segment == null || segment.tag().isEmpty());
    all.sort(Comparator.comparingInt(segment -> segment.position().byteOffset()));
    return all;
  }

  private static OutSegment meant(Segment segment) {
    Object[] elements = new Object[segment.elementCount()];
    Arrays.setAll(elements, n -> element(segment, n + 1));
    return OutSegment.of(segment.tag(), elements);
  }

  private static OutElement element(Segment segment, int n) {
    List<List<String>> repetitions = new ArrayList<>();
    for (int r = 1; r <= segment.repetitionCount(n); r++) {
      List<String> parts = new ArrayList<>();
      for (int c = 1; c <= segment.componentCount(n, r); c++) {
        parts.add(segment.component(n, r, c));
      }
      repetitions.add(parts);
    }
    return new OutElement(repetitions);
  }
}
