package io.quayside.intake.extract;

/**
 * A template with its track record.
 *
 * @param right documents that a person found read right with it, its first one too
 * @param wrong documents on which a person had to mend a value that it gave
 * @param streak how many were right since the last wrong one
 */
public record Learned(Template template, int right, int wrong, int streak) {
  private static final double MOST = 0.5;

  /**
   * Right more often than wrong of late: a check more, but never for a quantity or a price that
   * does not come to its amount. Wrong more often: doubt.
   */
  Confidence judged(String pointer, Confidence sure) {
    boolean figure = pointer.matches("/lines/[0-9]+/(quantity|price/.*)");
    if (streak > wrong && figure && !sure.checks().contains(OrderLines.ADDS_UP)) {
      return sure;
    }
    if (streak > wrong) {
      return sure.and(
          "layout found right by a person %s".formatted(times(right)),
          Math.min(MOST, 0.2 + 0.1 * (streak - wrong)));
    }
    return streak == wrong
        ? sure
        : sure.but(
            "layout read wrongly %s before".formatted(times(wrong)), Math.pow(0.8, wrong - streak));
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }
}
