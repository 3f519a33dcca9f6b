package io.quayside.partner;

import java.util.List;

/** A postal address; country as ISO 3166-1 alpha-2. What is not known is null. */
public record PostalAddress(
    List<String> lines, String city, String region, String postalCode, String country) {
  public PostalAddress {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }
}
