package io.quayside.outbound;

import io.quayside.order.canonical.Address;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.PartyId;
import io.quayside.partner.Company;
import io.quayside.partner.PostalAddress;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** An N1 loop: a party as its sender named it. N1*ST*Acme Store 42*92*0042~ */
record PartyLoop(
    String code,
    String name,
    String name2,
    String qualifier,
    String id,
    List<String> address,
    String city,
    String region,
    String postalCode,
    String country) {

  private static final int NAME = 60;

  /** With its address, where there is one; null when there is nothing to say. */
  static PartyLoop full(String code, Party party) {
    if (party == null) {
      return null;
    }
    Address at = party.address() == null ? none() : party.address();
    PartyId id = party.ids().isEmpty() ? null : party.ids().get(0);
    PartyLoop loop =
        new PartyLoop(
            code,
            Text.clean(party.name(), NAME),
            Text.clean(party.name2(), NAME),
            id == null ? null : id.code(),
            id == null ? null : id.value(),
            lines(at.lines()),
            Text.clean(at.city(), 30),
            Text.clean(at.region(), 2),
            Text.clean(at.postalCode(), 15),
            Text.clean(at.country(), 3));
    return loop.name == null && loop.id == null ? null : loop;
  }

  /** Name and id only, unless the address is all that says where it is. */
  static PartyLoop brief(String code, Party party) {
    PartyLoop loop = full(code, party);
    return loop == null || loop.id == null ? loop : loop.withoutAddress();
  }

  /** A company of ours. */
  static PartyLoop ours(String code, Company company) {
    PostalAddress at =
        company.address() == null
            ? new PostalAddress(List.of(), null, null, null, null)
            : company.address();
    return new PartyLoop(
        code,
        Text.clean(company.name(), NAME),
        null,
        null,
        null,
        lines(at.lines()),
        Text.clean(at.city(), 30),
        Text.clean(at.region(), 2),
        Text.clean(at.postalCode(), 15),
        Text.clean(at.country(), 3));
  }

  /** Somebody of whom the name is enough. */
  static PartyLoop named(String code, String name) {
    return new PartyLoop(
        code, Text.clean(name, NAME), null, null, null, List.of(), null, null, null, null);
  }

  /** The same party by another number. */
  PartyLoop withId(String agency, String number) {
    return new PartyLoop(
        code, name, name2, agency, number, address, city, region, postalCode, country);
  }

  private PartyLoop withoutAddress() {
    return new PartyLoop(code, name, name2, qualifier, id, List.of(), null, null, null, null);
  }

  private static Address none() {
    return new Address(List.of(), null, null, null, null);
  }

  private static List<String> lines(Collection<String> lines) {
    return lines.stream().map(line -> Text.clean(line, 55)).filter(Objects::nonNull).toList();
  }
}
