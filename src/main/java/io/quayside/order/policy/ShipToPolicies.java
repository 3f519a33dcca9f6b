package io.quayside.order.policy;

import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.Schedule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every delivery has an address, or a code that we know. */
final class ShipToPolicies {

  private ShipToPolicies() {}

  /** N1*ST**92*0042~ without N3/N4 needs a location 0042. */
  static OrderPolicy knownShipTo() {
    return order -> {
      Map<String, Finding> unknown = new LinkedHashMap<>();
      order
          .lines()
          .forEach(
              line -> {
                List<Schedule> schedules = line.line().schedules();
                (schedules.isEmpty() ? Collections.<Schedule>singletonList(null) : schedules)
                    .stream()
                        .map(schedule -> ShipTos.named(order.order(), line.line(), schedule))
                        .filter(
                            named -> ShipTos.resolve(named, order.terms().locations()).isEmpty())
                        .forEach(
                            named -> {
                              Finding finding = finding(named);
                              unknown.putIfAbsent(finding.subject(), finding);
                            });
              });
      return unknown.values().stream().<Verdict>map(Verdict.Hold::new).toList();
    };
  }

  private static Finding finding(Party named) {
    String code = ShipTos.code(named);
    String text =
        code == null
            ? "The order names no ship-to with an address."
            : "Ship-to %s: the order gives no address, and it is not among the partner's locations."
                .formatted(code);
    return new Finding(
        "ship-to-unknown",
        Finding.ORDER,
        code == null ? Finding.ORDER : code,
        text,
        "Save the location with its address once, and all orders that wait for it go on.",
        "The ship-to is not known to us.");
  }
}
