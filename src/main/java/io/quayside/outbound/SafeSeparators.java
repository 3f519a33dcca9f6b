package io.quayside.outbound;

import io.quayside.edi.Delimiters;
import io.quayside.edi.OutSegment;
import io.quayside.partner.X12Settings;
import io.quayside.work.PermanentFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The separators of one X12 interchange, which has no way to escape one: the agreed ones, and
 * others where a number that must come back to the character holds one of them. {@code BEG03
 * PO>4711}: the component separator becomes {@code :}. Only free text may be changed.
 */
final class SafeSeparators {
  private static final String OTHERS = ":|<^>+!;\\`%@#=?[]{}_$&~*";

  /** Elements that people read: names, addresses, descriptions, copies of bad data. */
  private static final Map<String, Set<Integer>> FREE_TEXT =
      Map.ofEntries(
          Map.entry("AK4", Set.of(4)),
          Map.entry("IK4", Set.of(4)),
          Map.entry("ITD", Set.of(12)),
          Map.entry("MSG", Set.of(1)),
          Map.entry("MTX", Set.of(2)),
          Map.entry("N1", Set.of(2)),
          Map.entry("N2", Set.of(1, 2)),
          Map.entry("N3", Set.of(1, 2)),
          Map.entry("N4", Set.of(1)),
          Map.entry("N9", Set.of(3)),
          Map.entry("NTE", Set.of(2)),
          Map.entry("PER", Set.of(2)),
          Map.entry("PID", Set.of(5)),
          Map.entry("REF", Set.of(3)),
          Map.entry("SAC", Set.of(15)),
          Map.entry("TD5", Set.of(5)));

  private final X12Settings agreed;
  private final boolean repeats;
  private final StringBuilder fixed = new StringBuilder();
  private final StringBuilder all = new StringBuilder();
  private String example = "";

  private SafeSeparators(X12Settings agreed, boolean repeats) {
    this.agreed = agreed;
    this.repeats = repeats;
  }

  /**
   * @param isaVersion ISA12; from 00402 on there is a repetition separator
   * @throws PermanentFailure when no separators fit, or the partner takes no others
   */
  static Delimiters of(X12Settings agreed, String isaVersion, String type, List<OutSegment> body) {
    boolean repeats = isaVersion.compareTo("00402") >= 0;
    SafeSeparators separators = new SafeSeparators(agreed, repeats);
    body.forEach(separators::look);
    return separators.choose(type);
  }

  private void look(OutSegment segment) {
    Set<Integer> free = FREE_TEXT.getOrDefault(segment.tag(), Set.of());
    for (int n = 1; n <= segment.elements().size(); n++) {
      for (String value : segment.elements().get(n - 1).values()) {
        all.append(value);
        if (!free.contains(n)) {
          fixed.append(value);
          if (example.isEmpty() && value.chars().anyMatch(c -> own().indexOf(c) >= 0)) {
            example = "%s%02d `%s`".formatted(segment.tag(), n, value);
          }
        }
      }
    }
  }

  private String own() {
    return ""
        + agreed.elementSeparator()
        + agreed.segmentTerminator()
        + agreed.componentSeparator()
        + (repeats ? agreed.repetitionSeparator() : "");
  }

  private Delimiters choose(String type) {
    StringBuilder taken = new StringBuilder(own() + agreed.repetitionSeparator());
    return Delimiters.x12(
        fitting(agreed.elementSeparator(), taken, type),
        fitting(agreed.segmentTerminator(), taken, type),
        fitting(agreed.componentSeparator(), taken, type),
        repeats ? fitting(agreed.repetitionSeparator(), taken, type) : agreed.repetitionSeparator(),
        agreed.newline() ? "\n" : "");
  }

  private char fitting(char separator, StringBuilder taken, String type) {
    if (fixed.indexOf(String.valueOf(separator)) < 0) {
      return separator;
    }
    if (!agreed.otherSeparators()) {
      throw refused(type, "the partner file allows no others (x12.otherSeparators)");
    }
    for (char other : OTHERS.toCharArray()) {
      String sign = String.valueOf(other);
      if (all.indexOf(sign) < 0 && taken.indexOf(sign) < 0) {
        taken.append(other);
        return other;
      }
    }
    throw refused(type, "no sign is left that the document does not hold");
  }

  private PermanentFailure refused(String type, String why) {
    return new PermanentFailure(
        "No %s is sent: %s holds a separator of the partner's X12 (%s), X12 cannot escape it, and %s. It must come back to the character. Agree on other separators in the partner file and retry, or answer by hand."
            .formatted(type, example, String.join(" ", own().split("")), why));
  }
}
