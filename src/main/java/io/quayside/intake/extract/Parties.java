package io.quayside.intake.extract;

import io.quayside.intake.extract.HeadFields.Block;
import java.util.List;
import java.util.Map;

/** Writes a party; an address with a town and its code is surer than one without. */
final class Parties {
  private static final Map<String, String> NAMES =
      Map.of("ship-to", "shipTo", "bill-to", "billTo", "buyer", "buyer", "seller", "seller");

  private Parties() {}

  static void write(String role, Address address, Block block, OrderWriter out) {
    write(role, address, block, Confidence.none().and("below its label", 0.75), out);
  }

  /**
   * @param found what speaks for the place where it was found
   */
  static void write(String role, Address address, Block block, Confidence found, OrderWriter out) {
    String at = "/" + NAMES.get(role);
    out.order.remove(NAMES.get(role));
    out.confidence.keySet().removeIf(pointer -> pointer.startsWith(at + "/"));
    List<Word> first = block.lines().get(0);
    List<Word> all = block.lines().stream().flatMap(List::stream).toList();
    Confidence sure = address.whole() ? found.and("has a town with its code", 0.7) : found;
    out.fixed(at + "/role", role);
    out.put(at + "/name", address.name, first, sure);
    for (int i = 0; i < address.street.size(); i++) {
      out.put(
          at + "/address/lines/" + i,
          address.street.get(i),
          holding(address.street.get(i), block),
          sure);
    }
    out.put(at + "/address/city", address.city, holding(address.city, block), sure);
    out.put(at + "/address/region", address.region, holding(address.postalCode, block), sure);
    out.put(
        at + "/address/postalCode", address.postalCode, holding(address.postalCode, block), sure);
    out.put(
        at + "/address/country", address.country, all.subList(all.size() - 1, all.size()), sure);
    String contact = at + "/contacts/0";
    out.put(contact + "/name", address.contact, holding(address.contact, block), sure);
    out.put(contact + "/phone", address.phone, holding(address.phone, block), sure);
    out.put(contact + "/email", address.email, holding(address.email, block), sure);
  }

  /** The words of the line that holds a value. */
  private static List<Word> holding(String value, Block block) {
    return value == null
        ? List.of()
        : block.lines().stream()
            .filter(line -> TableLine.text(line).contains(value))
            .findFirst()
            .orElse(block.lines().get(0));
  }
}
