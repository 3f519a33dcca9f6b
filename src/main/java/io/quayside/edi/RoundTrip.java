package io.quayside.edi;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Reads what was written, as a partner would, and compares it with what was meant. */
final class RoundTrip {
  private static final EdiSchemas NO_SCHEMAS = new EdiSchemas(path -> null);

  private RoundTrip() {}

  /**
   * @throws EdiWriteException at the first difference
   */
  static void verify(byte[] bytes, List<OutSegment> meant, Charset charset) {
    EdiReader reader = new EdiReader(NO_SCHEMAS, EdiLimits.standard(), charset);
    EdiFile file = reader.read(bytes);
    if (file.interchanges().size() != 1 || !file.findings().isEmpty()) {
      throw new EdiWriteException("What was written does not read back as one interchange");
    }
    Interchange interchange = file.interchanges().get(0);
    if (!interchange.findings().isEmpty()) {
      throw new EdiWriteException(
          "What was written has a faulty envelope: " + interchange.findings().get(0).sentence());
    }
    List<Segment> read = all(interchange);
    List<OutSegment> expected =
        meant.stream().filter(each -> !each.tag().matches("GE|IEA|UNE|UNZ")).toList();
    if (read.size() != expected.size()) {
      throw new EdiWriteException(
          "%d segments were meant, %d read back".formatted(expected.size(), read.size()));
    }
    for (int i = 0; i < read.size(); i++) {
      compare(expected.get(i), read.get(i));
    }
  }

  private static List<Segment> all(Interchange interchange) {
    List<Segment> all = new ArrayList<>();
    all.add(interchange.header());
    all.addAll(interchange.services());
    for (FunctionalGroup group : interchange.groups()) {
      if (!group.findings().isEmpty()) {
        throw new EdiWriteException(
            "What was written has a faulty group: " + group.findings().get(0).sentence());
      }
      if (!group.isImplied()) {
        all.add(group.header());
      }
      for (TransactionSet set : group.sets()) {
        verify(set);
        all.addAll(set.segments());
      }
    }
    return all;
  }

  /** Its type is unknown without schemas; nothing else may be wrong. */
  private static void verify(TransactionSet set) {
    String unknown = SyntaxError.SET_NOT_SUPPORTED.code(set.standard());
    for (Finding finding : set.findings()) {
      if (!finding.code().equals(unknown)) {
        throw new EdiWriteException("What was written has a faulty set: " + finding.sentence());
      }
    }
  }

  private static void compare(OutSegment meant, Segment read) {
    boolean isa = meant.tag().equals("ISA");
    boolean same = meant.tag().equals(read.tag());
    int size = Math.max(meant.elements().size(), read.elementCount());
    for (int n = 1; same && n <= size; n++) {
      OutElement element =
          n <= meant.elements().size() ? meant.elements().get(n - 1) : OutElement.EMPTY;
      same =
          isa
              ? element.components().get(0).equals(read.element(n))
              : isSame(element.repetitions(), read, n);
    }
    if (!same) {
      throw new EdiWriteException(
          "`" + meant + "` was meant, `" + read + "` reads back: nothing was sent");
    }
  }

  private static boolean isSame(List<List<String>> meant, Segment read, int n) {
    boolean same = true;
    for (int r = 1; same && r <= Math.max(meant.size(), read.repetitionCount(n)); r++) {
      List<String> parts = r <= meant.size() ? meant.get(r - 1) : List.of();
      int components = Math.max(parts.size(), read.componentCount(n, r));
      for (int c = 1; same && c <= components; c++) {
        String part = c <= parts.size() ? parts.get(c - 1) : "";
        same = part.equals(read.component(n, r, c));
      }
    }
    return same;
  }
}
