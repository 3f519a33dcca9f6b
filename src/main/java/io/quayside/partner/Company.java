package io.quayside.partner;

import java.time.ZoneId;
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
  public Company {
    identifiers = List.copyOf(identifiers);
  }
}
