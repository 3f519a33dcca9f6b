package io.quayside.fulfilment.inventory;

import java.util.Optional;

/** GTIN, UPC and EAN as one: 14 digits with leading zeros. {@code 012345678905} */
final class Gtins {

  private Gtins() {}

  /** The 14 digits of 8 to 14 digits; empty when it is no such number. */
  static Optional<String> normal(String value) {
    String digits = value == null ? "" : value.trim();
    return digits.matches("\\d{8,14}")
        ? Optional.of("0".repeat(14 - digits.length()) + digits)
        : Optional.empty();
  }
}
