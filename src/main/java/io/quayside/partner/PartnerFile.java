package io.quayside.partner;

import java.time.ZoneId;
import java.util.List;

/** A partner file on its own, without a hub that knows the partner. */
public final class PartnerFile {
  private PartnerFile() {}

  /**
   * @param id what the file must be about: its name without {@code .partner.yaml}
   * @param yaml its text
   * @param zone of the partner, where the file names none
   * @throws PartnerFileException when it is not right, with all its faults
   */
  public static TradingPartner read(String id, String yaml, ZoneId zone) {
    Company company = new Company("default", "", null, null, null, List.of(), zone, null);
    return new PartnerReader(company).read(id, yaml, 1);
  }
}
