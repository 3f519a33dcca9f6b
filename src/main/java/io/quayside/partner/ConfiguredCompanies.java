package io.quayside.partner;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/** Our one company, from {@code quayside.company.*}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConfiguredCompanies.Settings.class)
class ConfiguredCompanies implements Companies {

  /**
   * {@code quayside.company.*}.
   *
   * @param identifiers our EDI addresses; without any we answer as whom a partner addresses
   */
  @ConfigurationProperties("quayside.company")
  record Settings(
      @DefaultValue("main") String id,
      @DefaultValue(Company.UNNAMED) String name,
      Place address,
      String taxId,
      String gs1Prefix,
      List<Address> identifiers,
      @DefaultValue("USD") String currency) {}

  /** {@code quayside.company.address.*}. */
  record Place(List<String> lines, String city, String region, String postalCode, String country) {}

  /** {@code quayside.company.identifiers[n].*}. */
  record Address(
      @DefaultValue("x12") String scheme, String qualifier, String value, String group) {}

  private static final Logger LOG = LoggerFactory.getLogger(ConfiguredCompanies.class);

  private final Company company;

  ConfiguredCompanies(Settings settings, Clock clock, @Value("${quayside.zone:}") String zone) {
    Place place = settings.address();
    List<Identifier> identifiers =
        settings.identifiers() == null
            ? List.of()
            : settings.identifiers().stream()
                .map(one -> new Identifier(one.scheme(), one.qualifier(), one.value(), one.group()))
                .toList();
    this.company =
        new Company(
            settings.id(),
            settings.name(),
            place == null
                ? null
                : new PostalAddress(
                    place.lines(),
                    place.city(),
                    place.region(),
                    place.postalCode(),
                    place.country()),
            settings.taxId(),
            settings.gs1Prefix(),
            identifiers,
            zone.isBlank() ? clock.getZone() : ZoneId.of(zone),
            settings.currency());
    company.missing().forEach(missing -> LOG.warn("Not configured: {}", missing));
    if (identifiers.isEmpty()) {
      LOG.info(
          "quayside.company.identifiers is not configured: partners whose file has no `we` know us as the one they address");
    }
  }

  @Override
  public Company standard() {
    return company;
  }

  @Override
  public List<Company> all() {
    return List.of(company);
  }

  @Override
  public Optional<Company> find(String id) {
    return company.id().equals(id) ? Optional.of(company) : Optional.empty();
  }
}
