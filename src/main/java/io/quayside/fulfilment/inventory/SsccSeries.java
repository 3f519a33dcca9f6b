package io.quayside.fulfilment.inventory;

import io.quayside.partner.Companies;
import io.quayside.partner.Company;
import io.quayside.work.Counters;
import org.springframework.stereotype.Component;

/** Our own SSCCs; none where a company has no GS1 company prefix. */
@Component
class SsccSeries {

  private final Counters counters;
  private final Companies companies;

  SsccSeries(Counters counters, Companies companies) {
    this.counters = counters;
    this.companies = companies;
  }

  /**
   * The next code of a company, or null without a prefix; in the current transaction.
   *
   * @param company null or unknown: the standard one
   */
  String next(String company, boolean test) {
    Company ours =
        (company == null
            ? companies.standard()
            : companies.find(company).orElse(companies.standard()));
    String prefix = ours.gs1Prefix();
    if (prefix == null || prefix.isBlank()) {
      return null;
    }
    long serial = counters.next((test ? "test/sscc/" : "sscc/") + prefix);
    return Sscc.of(prefix, test ? Sscc.ofTest(prefix, serial) : serial).value();
  }
}
