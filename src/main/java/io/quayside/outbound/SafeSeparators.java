package io.quayside.outbound;

import io.quayside.edi.Delimiters;
import io.quayside.edi.OutSegment;
import io.quayside.partner.X12Settings;
import io.quayside.work.PermanentFailure;
import java.util.List;

/**
 * The separators of one X12 interchange, which has no way to escape one: the agreed ones, and
 * others where a number that must come back to the character holds one of them. {@code BEG03
 * PO>4711}: the component separator becomes {@code :}. Only free text may be changed.
 */
final class SafeSeparators {
  private static final String OTHERS = ":|<^>+!;\\`%@#=?[]{}_$&~*";

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
    for (int n = 1; n <= segment.elements().size(); n++) {
      for (String value : segment.elements().get(n - 1).values()) {
        all.append(value);
        if (!CarriedText.isFree(segment.tag(), n)) {
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
