package io.quayside.intake.extract;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in one habit: {@code 1,234.50} with the decimal sign '.', {@code 1.234,50} with ','. */
record Amounts(char decimal) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+(]?\\s*(?:[A-Z]{3}|(?:US|C|CA|R)?\\p{Sc}|Rs\\.?)?\\s*([-+]?[0-9][0-9.,'\u2019\u00A0\u202F ]*|[.,][0-9]+)\\s*(?:[A-Z]{3}|\\p{Sc})?\\s*[-)]?");
  private static final Pattern POINT =
      Pattern.compile("-?(?:[0-9]{1,3}(?:[,'][0-9]{3})+|[0-9]+)?(?:\\.[0-9]+)?");
  private static final Pattern COMMA =
      Pattern.compile("-?(?:[0-9]{1,3}(?:[.'][0-9]{3})+|[0-9]+)?(?:,[0-9]+)?");
  private static final Pattern DOUBTFUL = Pattern.compile("-?[0-9]{1,3}[.,][0-9]{3}");

  /** The digits and signs of a number with or without a currency; empty when it is none. */
  static Optional<String> digits(String text) {
    Matcher matcher = NUMBER.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group(1).replaceAll("[\u00A0\u202F ]", "").replace('\u2019', '\'');
    return Optional.of(digits.replaceAll("^\\+|[.,]$", ""));
  }

  /** Is it one number in one habit and another in the other? */
  static boolean doubtful(String text) {
    return digits(text).filter(one -> DOUBTFUL.matcher(one).matches()).isPresent();
  }

  boolean fits(String text) {
    return digits(text)
        .filter(one -> (decimal == '.' ? POINT : COMMA).matcher(one).matches())
        .isPresent();
  }

  /** The number; empty when it is none in this habit. */
  Optional<BigDecimal> read(String text) {
    if (!fits(text)) {
      return Optional.empty();
    }
    String plain = digits(text).orElseThrow().replace("'", "");
    plain = decimal == '.' ? plain.replace(",", "") : plain.replace(".", "").replace(',', '.');
    try {
      boolean minus = text.strip().matches("\\(.*\\)|.*[0-9]\\s*-|-.*");
      BigDecimal value = new BigDecimal(plain);
      return Optional.of(minus && value.signum() > 0 ? value.negate() : value);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
