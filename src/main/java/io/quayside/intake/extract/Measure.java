package io.quayside.intake.extract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quantity, price or unit cell taken apart, still as it was written: {@code 12 EA}, {@code 5
 * 12/CS}, {@code 12,50 € / 100 Stk}.
 *
 * @param number null when there is none
 * @param unit as written, null when there is none
 * @param pack how many are in the unit, null when it does not say
 */
record Measure(String number, String unit, String pack) {
  private static final String NUMBER =
      "[-+(]?\\p{Sc}?\\s?[0-9][0-9.,'\u2019]*(?:\\s[0-9]{3}(?![0-9])(?:[.,][0-9]+)?)*\\)?";
  private static final Pattern QUANTITY = Pattern.compile("(" + NUMBER + ")\\s*(.*)");
  private static final Pattern DATE =
      Pattern.compile(
          "[0-9]{1,4}([./-])(?:[0-9]{1,2}|\\p{L}{3,9})\\1[0-9]{2,4}\\b|[0-9]{1,2} \\p{L}{3,9},? 20[0-9]{2}\\b");

  /** {@code 1. Send two copies}, a list of conditions. */
  private static final Pattern ENUMERATION = Pattern.compile("[0-9]{1,2}[.)](?:\\s+\\p{L}.*)?$");

  private static final Pattern PER_PACK =
      Pattern.compile("([0-9]+)\\s*(?:/|per |pro )\\s*(\\p{L}+)\\.?");
  private static final Pattern PACK_OF =
      Pattern.compile(
          "(\\p{L}+)\\.?\\s*(?:/|of|of |à|a|x|\\(|de|mit)\\s*([0-9]+)\\)?\\s*(?:\\p{L}+)?\\.?\\)?");
  private static final Pattern PRICE =
      Pattern.compile(
          "(?:[A-Z]{3}|(?:US|C|CA|R)?\\p{Sc}|Rs\\.?)?\\s*([0-9][0-9.,'\u2019 ]*|[.,][0-9]+)\\s*(?:[A-Z]{3}(?![A-Za-z])|\\p{Sc})?\\s*(?:(?:/|per|pro|je|par|por)\\s*([0-9][0-9.,'\u2019]*)?\\s*(\\p{L}+\\.?)?)?");

  static boolean dated(String text) {
    return DATE.matcher(text.strip()).lookingAt();
  }

  static boolean enumerated(String text) {
    return ENUMERATION.matcher(text.strip()).lookingAt();
  }

  static Optional<Measure> quantity(String text) {
    Matcher matcher = QUANTITY.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (enumerated(text) || dated(text)) {
      return Optional.empty();
    }
    Measure unit = unit(matcher.group(2).strip());
    return Optional.of(new Measure(matcher.group(1), unit.unit(), unit.pack()));
  }

  static Measure unit(String given) {
    String text = given.replaceAll("\\s*\\(\\p{L}+\\)$", "");
    Matcher per = PER_PACK.matcher(text);
    if (per.matches()) {
      return new Measure(null, per.group(2), per.group(1));
    }
    Matcher of = PACK_OF.matcher(text);
    if (of.matches()) {
      return new Measure(null, of.group(1), of.group(2));
    }
    String bare = text.replaceAll("^[(/]+|[).]+$", "").strip();
    return new Measure(null, bare.isEmpty() ? null : bare, null);
  }

  /** {@code pack} is what the price is for. */
  static Optional<Measure> price(String text) {
    Matcher matcher = PRICE.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new Measure(matcher.group(1).strip(), matcher.group(3), matcher.group(2)))
        : Optional.empty();
  }
}
