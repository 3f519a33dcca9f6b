package io.quayside.fulfilment;

import io.quayside.order.Terms;
import io.quayside.order.WorkingTime;
import io.quayside.order.canonical.Address;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.PartyId;
import io.quayside.partner.Agreement;
import io.quayside.partner.AsnShape;
import io.quayside.partner.Companies;
import io.quayside.partner.Company;
import io.quayside.partner.Location;
import io.quayside.partner.Partners;
import io.quayside.partner.PostalAddress;
import io.quayside.partner.TradingPartner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** An order's terms, read from the partner file. */
@Component
class PartnerTerms implements Terms {

  private final Partners partners;
  private final Companies companies;

  PartnerTerms(Partners partners, Companies companies) {
    this.partners = partners;
    this.companies = companies;
  }

  @Override
  public Optional<Agreed> with(String partnerId) {
    return partnerId == null ? Optional.empty() : partners.find(partnerId).map(this::terms);
  }

  @Override
  public boolean exported(String partnerId) {
    return partners.all().stream()
        .anyMatch(system -> system.export() != null && system.export().takes(partnerId));
  }

  private Agreed terms(TradingPartner partner) {
    Agreement agreement = partner.agreement();
    Company company = companies.of(partner);
    return new Agreed(
        partner.id(),
        partner.name(),
        company.id(),
        partner.zone(),
        partner.mode() == TradingPartner.Mode.PARALLEL,
        agreement.backorder(),
        OnUnknownItem.valueOf(agreement.unknownItem().name()),
        OnPriceMismatch.valueOf(agreement.priceMismatch().name()),
        agreement.priceTolerancePercent(),
        agreement.priceToleranceAmount(),
        agreement.currency() == null ? company.currency() : agreement.currency(),
        agreement.payment(),
        agreement.netDays(),
        agreement.creditLimit(),
        InvoiceTrigger.valueOf(agreement.invoiceTrigger().name()),
        agreement.afterCancelDate() == Agreement.AfterCancelDate.CANCEL,
        agreement.overShipmentPercent(),
        OnShortPick.valueOf(agreement.shortPick().name()),
        partner.asn().trigger() == AsnShape.Trigger.PICKED_UP
            ? AsnTrigger.PICKED_UP
            : AsnTrigger.SHIPPED,
        partner.orderIdentity(),
        agreement.deadlines(),
        partner.items().match(),
        partner.items().crossReference(),
        locations(partner.locations()),
        agreement.transitDays(),
        agreement.early() == Agreement.Early.ALLOWED,
        new WorkingTime(
            agreement.calendar().days(), agreement.calendar().cutoff(), partner.zone()));
  }

  private static Map<String, Party> locations(Map<String, Location> locations) {
    return locations.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> party(e.getKey(), e.getValue())));
  }

  private static Party party(String code, Location location) {
    return new Party(
        "ship-to",
        null,
        location.name(),
        null,
        List.of(new PartyId("buyer-assigned", null, code)),
        address(location.address()),
        List.of(),
        null,
        List.of());
  }

  private static Address address(PostalAddress address) {
    return address == null
        ? null
        : new Address(
            address.lines(),
            address.city(),
            address.region(),
            address.postalCode(),
            address.country());
  }
}
