package io.quayside.edi;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a segment's elements must be, from the schema file. */
record SegmentType(String tag, String title, List<Rule> elements, List<Condition> conditions) {

  /** The kinds of values of the standard: AN, ID, R, N, DT, TM, B. */
  enum Base {
    STRING,
    IDENTIFIER,
    DECIMAL,
    NUMERIC,
    DATE,
    TIME,
    BINARY
  }

  /**
   * @param reference number in the data element dictionary, for example 324
   * @param codes the values allowed; empty when any is
   */
  record Element(String reference, String title, Base base, int min, int max, Set<String> codes) {}

  record Composite(
      String reference, String title, List<Rule> components, List<Condition> conditions) {}

  /**
   * One position: an element or a composite, the other is null.
   *
   * @param repetitions how often it may stand there
   */
  record Rule(Element element, Composite composite, boolean mandatory, int repetitions) {
    String title() {
      return element != null ? element.title() : composite.title();
    }

    String reference() {
      return element != null ? element.reference() : composite.reference();
    }
  }

  enum Kind {
    PAIRED,
    REQUIRED,
    EXCLUSION,
    CONDITIONAL,
    LIST
  }

  /**
   * A condition over several positions, for example P0304: both or none.
   *
   * @param mask a bit for each position
   */
  record Condition(Kind kind, int[] positions, long mask) {
    Condition(Kind kind, int... positions) {
      this(kind, positions, Arrays.stream(positions).mapToLong(n -> 1L << n).sum());
    }

    /**
     * @param present a bit for each position that has data
     */
    boolean isBroken(long present) {
      long found = present & mask;
      long first = 1L << positions[0];
      return switch (kind) {
        case PAIRED -> found != 0 && found != mask;
        case CONDITIONAL -> (found & first) != 0 && found != mask;
        case REQUIRED -> found == 0;
        case LIST -> found == first;
        case EXCLUSION -> (found & found - 1) != 0;
      };
    }

    static boolean anyBroken(List<Condition> conditions, long present) {
      for (int i = 0; i < conditions.size(); i++) {
        if (conditions.get(i).isBroken(present)) {
          return true;
        }
      }
      return false;
    }
  }
}
