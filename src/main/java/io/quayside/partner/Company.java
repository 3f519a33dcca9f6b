package io.quayside.partner;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A legal entity of ours.
 *
 * @param taxId null when not configured
 * @param gs1Prefix GS1 company prefix, the start of our SSCCs and GTINs; null when not configured
 * @param identifiers its own EDI addresses
 * @param currency ISO 4217
 */
public record Company(
    String id,
    String name,
    PostalAddress address,
    String taxId,
    String gs1Prefix,
    List<Identifier> identifiers,
    ZoneId zone,
    String currency) {
  /** The name where none is configured. */
  static final String UNNAMED = "Our company";

  public Company {
    identifiers = List.copyOf(identifiers);
  }

  /** What ship notices and invoices lack until it is configured, in words; empty when all is. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (name.equals(UNNAMED)) {
      missing.add("quayside.company.name: answers name the seller \"%s\"".formatted(UNNAMED));
    }
    if (address == null || address.lines().isEmpty() || address.city() == null) {
      missing.add(
          "quayside.company.address (lines, city, region, postal-code, country): the 856 says from where, the 810 from whom, without it");
    }
    return missing;
  }
}
