package io.quayside.intake.extract;

import java.util.List;
import java.util.Locale;

/**
 * How sure a value is: each check that it passed takes away a part of the doubt that is left.
 *
 * @param value from 0 to 1
 * @param checks in words, for example {@code label near}
 */
public record Confidence(double value, List<String> checks) {
  public Confidence {
    checks = List.copyOf(checks);
  }

  static Confidence none() {
    return new Confidence(0, List.of());
  }

  Confidence and(String check, double weight) {
    List<String> all = new java.util.ArrayList<>(checks);
    all.add(check);
    return new Confidence(1 - (1 - value) * (1 - weight), all);
  }

  /** Something speaks against it. */
  Confidence but(String doubt, double factor) {
    List<String> all = new java.util.ArrayList<>(checks);
    all.add(doubt);
    return new Confidence(value * factor, all);
  }

  /** Two decimals, for people and files. */
  public String words() {
    return String.format(Locale.ROOT, "%.2f", Math.floor(value * 100) / 100);
  }
}
