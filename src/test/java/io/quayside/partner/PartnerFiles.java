package io.quayside.partner;

/** Reads partner files for tests of other packages. */
public final class PartnerFiles {
  private PartnerFiles() {}

  /** A partner as the hub would read it, with our company for what it leaves out. */
  public static TradingPartner read(String id, String yaml, Company company) {
    return new PartnerReader(company).read(id, yaml, 1);
  }
}
