package io.quayside.partner;

import java.util.List;
import java.util.Optional;

/** Our own companies. */
public interface Companies {

  /** The default company, from {@code quayside.company.*}. */
  Company standard();

  List<Company> all();

  Optional<Company> find(String id);

  /** The company that we are to a partner: the one whose identifier stands in its {@code we}. */
  default Company of(TradingPartner partner) {
    return all().stream()
        .filter(
            company ->
                company.identifiers().stream()
                    .anyMatch(ours -> partner.isUs(ours.scheme(), ours.qualifier(), ours.value())))
        .findFirst()
        .orElseGet(this::standard);
  }
}
