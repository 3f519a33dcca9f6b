package io.quayside.mapping;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An article number of GS1 in its one form: 14 digits with a right check digit.
 *
 * <pre>012345678905 -> 00012345678905</pre>
 */
public final class Gtin {
  private static final int LENGTH = 14;
  private static final Pattern FORM = Pattern.compile("\\d{8}|\\d{11,14}");

  private Gtin() {}

  /**
   * The number in 14 digits; empty when it is none.
   *
   * @param code the sender's qualifier: UI (1-5-5) and UA (2-5-5) come without a check digit
   */
  public static Optional<String> normalised(String value, String code) {
    String digits = value.replace(" ", "").replace("-", "");
    if (!FORM.matcher(digits).matches()) {
      return Optional.empty();
    }
    boolean bare =
        "UI".equals(code) && digits.length() == 11 || "UA".equals(code) && digits.length() == 12;
    if (!bare && valid(digits)) {
      return Optional.of(padded(digits));
    }
    return bare || digits.length() == 11
        ? Optional.of(padded(digits + checkDigit(digits)))
        : Optional.empty();
  }

  private static boolean valid(String digits) {
    int last = digits.length() - 1;
    return checkDigit(digits.substring(0, last)) == digits.charAt(last) - '0';
  }

  private static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
      sum += weight * (digits.charAt(i) - '0');
    }
    return (10 - sum % 10) % 10;
  }

  private static String padded(String digits) {
    return "0".repeat(LENGTH - digits.length()) + digits;
  }
}
