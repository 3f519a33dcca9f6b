package io.quayside.fulfilment.inventory;

/**
 * Serial shipping container code: extension digit, GS1 company prefix, serial, check digit; 18
 * digits (GS1 General Specifications, AI 00). {@code 340123450000000000} + check digit.
 */
record Sscc(String value) {

  Sscc {
    if (value == null || !value.matches("\\d{18}") || value.charAt(17) != check(value)) {
      throw new IllegalArgumentException(
          "SSCC " + value + " is not 18 digits with a right check digit");
    }
  }

  /** The code of a company's n-th container; the extension digit takes what the serial outgrows. */
  static Sscc of(String companyPrefix, long serial) {
    if (!companyPrefix.matches("\\d{4,12}")) {
      throw new IllegalArgumentException(
          "GS1 company prefix `"
              + companyPrefix
              + "`: 4 to 12 digits are possible (quayside.company.gs1-prefix)");
    }
    String digits = String.format("%0" + (17 - companyPrefix.length()) + "d", serial);
    if (digits.length() > 17 - companyPrefix.length()) {
      throw new IllegalStateException(
          "The SSCC serials of prefix " + companyPrefix + " are used up at " + serial);
    }
    String body = digits.charAt(0) + companyPrefix + digits.substring(1);
    return new Sscc(body + check(body));
  }

  /** The serial of a label of the test area: its extension digit is 9, and no live one is there. */
  static long ofTest(String companyPrefix, long serial) {
    return 9 * (long) Math.pow(10, 16 - companyPrefix.length()) + serial;
  }

  /** Weights 3 and 1 from the right of the first 17 digits; the sum is filled up to a ten. */
  private static char check(String digits) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
