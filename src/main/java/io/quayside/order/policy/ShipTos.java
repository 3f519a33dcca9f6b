package io.quayside.order.policy;

import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.PartyId;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.canonical.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a delivery goes: the delivery's word beats the line's, the line's beats the order's. */
public final class ShipTos {

  private ShipTos() {}

  /** The party as the order names it, null when it names none. */
  public static Party named(PurchaseOrder order, Line line, Schedule schedule) {
    if (schedule != null && schedule.shipTo() != null) {
      return schedule.shipTo();
    }
    if (schedule != null && schedule.location() != null) {
      return byCode(schedule.location());
    }
    return line.shipTo() != null ? line.shipTo() : order.shipTo();
  }

  /** The party with its address, from the order or from the partner's locations. */
  public static Optional<Party> resolve(Party named, Map<String, Party> locations) {
    if (named == null) {
      return Optional.empty();
    }
    if (hasAddress(named)) {
      return Optional.of(named);
    }
    return named.ids().stream()
        .map(PartyId::value)
        .filter(locations::containsKey)
        .findFirst()
        .map(code -> filled(named, locations.get(code)));
  }

  /** The code that stands for the party in words and keys. */
  static String code(Party named) {
    return named == null || named.ids().isEmpty() ? null : named.ids().get(0).value();
  }

  private static Party byCode(PartyId location) {
    return new Party(
        "ship-to", "ST", null, null, List.of(location), null, List.of(), null, List.of());
  }

  private static boolean hasAddress(Party party) {
    return party.address() != null
        && !(party.address().lines().isEmpty()
            && party.address().city() == null
            && party.address().postalCode() == null);
  }

  private static Party filled(Party named, Party location) {
    return new Party(
        named.role() == null ? "ship-to" : named.role(),
        named.roleCode(),
        named.name() == null ? location.name() : named.name(),
        named.name2() == null ? location.name2() : named.name2(),
        named.ids(),
        location.address(),
        named.contacts().isEmpty() ? location.contacts() : named.contacts(),
        named.taxId() == null ? location.taxId() : named.taxId(),
        named.references());
  }
}
