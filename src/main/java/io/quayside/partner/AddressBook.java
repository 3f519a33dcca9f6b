package io.quayside.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who has which address. */
final class AddressBook {

  private AddressBook() {}

  static Optional<TradingPartner> find(
      List<TradingPartner> partners, String scheme, String qualifier, String value, String group) {
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    String wantedGroup = group == null || group.isBlank() ? null : group.strip();
    List<TradingPartner> exact = new ArrayList<>();
    List<TradingPartner> open = new ArrayList<>();
    for (TradingPartner partner : partners) {
      for (Identifier one : partner.identifiers()) {
        if (!same(one, scheme, qualifier == null ? "" : qualifier.strip(), value.strip())) {
          continue;
        }
        if (one.group() == null) {
          add(open, partner);
        } else if (wantedGroup == null || one.group().equals(wantedGroup)) {
          add(exact, partner);
        }
      }
    }
    if (wantedGroup == null) {
      open.forEach(partner -> add(exact, partner));
      return exact.size() == 1 ? Optional.of(exact.get(0)) : Optional.empty();
    }
    List<TradingPartner> best = exact.isEmpty() ? open : exact;
    return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
  }

  /** The identifiers that another partner has already. */
  static List<Fault> clashes(TradingPartner partner, List<TradingPartner> all) {
    List<Fault> faults = new ArrayList<>();
    for (TradingPartner other : all) {
      if (other.id().equals(partner.id())) {
        continue;
      }
      for (Identifier one : partner.identifiers()) {
        if (other.identifiers().contains(one)) {
          faults.add(
              new Fault(
                  0,
                  "identifiers",
                  (one.scheme() + " " + one.qualifier() + " " + one.value()).replace("  ", " "),
                  "belongs to partner " + other.id() + " already",
                  "Give a group that tells them apart, or remove it from one of them"));
        }
      }
    }
    return faults;
  }

  private static boolean same(Identifier one, String scheme, String qualifier, String value) {
    if (!one.scheme().equals(scheme)) {
      return false;
    }
    if (scheme.equals("email")) {
      String domain = value.substring(value.indexOf('@') + 1);
      return one.value().equalsIgnoreCase(value) || one.value().equalsIgnoreCase("@" + domain);
    }
    return one.qualifier().equals(qualifier) && one.value().equals(value);
  }

  private static void add(List<TradingPartner> list, TradingPartner partner) {
    if (!list.contains(partner)) {
      list.add(partner);
    }
  }
}
